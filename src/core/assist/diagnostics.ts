import { questionKey } from '../frameworks/questionBank';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { NoteProblem, Note, Section, SectionKind } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { type SharingDiagnostic, sharingDiagnostics } from './readyToShare';
import { type EditableItem, editableItemAt, lineOf, replacing } from '../followUp/editableItem';
import { type FollowUp, isOpen } from '../followUp/followUp';
import { isFirstParagraphOfItem, type Block, paragraphLines } from '../markdown/block';
import { nameIn, personKey } from '../people/names';
import type { Person } from '../people/person';
import { dateFieldSpan, readFields, type LocatedProblem } from '../taskText/fields';
import type { OwnerSpan } from '../taskText/mentions';
import { readOwners } from '../taskText/owners';
import { nearestWord } from '../text/strings';
import { isInRange, type TextRange } from '../text/range';
import { joinTexts, message, type Message } from '../text/message';
import { checkboxAt, LIST_MARKER } from '../markdown/listItem';
import type { TextEdit } from '../text/edit';
import type { DialectId } from '../taskText/taskFields';
import type { Owner } from '../index/ownership';
import type { PeopleDirectory } from '../people/directory';

/** A 1:1 note to check, and the known people. */
interface NoteToCheck {
  readonly note: Note;
  /** The text from which the note was parsed. */
  readonly text: string;
  readonly people: PeopleDirectory;
  /** The person of the note, or `undefined` if it is unclear. */
  readonly person: Person | undefined;
  /** The owner that `@me` means: `NoteIndex.writerOf`. */
  readonly writer: Owner | undefined;
  /** The reason why the note could not be placed: `NoteIndex.problemOf`. */
  readonly problem: NoteProblem | undefined;
}

interface Place {
  /** Line number, from 0. */
  readonly line: number;
  /** Range in the note, within one line. */
  readonly start: number;
  readonly end: number;
  /** The message for the user: the problem and the solution. */
  readonly message: Message;
}

/** An unclear or invalid date of an item. */
export interface DateDiagnostic extends Place {
  readonly kind: 'dates';
  readonly item: EditableItem;
  readonly found: LocatedProblem;
  /** The dialect of the item if it has fields. */
  readonly dialect: DialectId | undefined;
}

/** A done date on an open item. */
export interface DoneDateDiagnostic extends Place {
  readonly kind: 'doneDates';
  readonly item: EditableItem;
}

/** An unknown or ambiguous owner. */
export interface OwnerDiagnostic extends Place {
  readonly kind: 'owners';
  readonly item: EditableItem;
  readonly mention: OwnerSpan;
  /** Names of the people who may be meant, the most likely first. */
  readonly meant: readonly string[];
  readonly isAmbiguous: boolean;
  /** Whether it is the `@me` of a note that two people read. */
  readonly isOwn?: true;
}

/** A bullet without a checkbox under a heading for follow-ups. */
export interface BulletDiagnostic extends Place {
  readonly kind: 'bullets';
  /** Line and title of the heading. */
  readonly heading: { readonly line: number; readonly title: string };
}

/** A line with a malformed checkbox. */
export interface CheckboxDiagnostic extends Place {
  readonly kind: 'boxes';
  /** The edit that corrects the checkbox. */
  readonly edit: TextEdit;
}

/** A problem without a proposal. */
interface ProposalDiagnostic extends Place {
  readonly kind: 'proposals';
}

/** Lines that Git could not merge. */
interface ConflictDiagnostic extends Place {
  readonly kind: 'conflicts';
}

/** The reason why the note could not be placed. */
export interface FrontMatterDiagnostic extends Place {
  readonly kind: 'frontMatter';
  readonly problem: NoteProblem;
}

/** A problem in a 1:1 note: text that is not read as it was clearly meant. */
export type NoteDiagnostic =
  | DateDiagnostic
  | DoneDateDiagnostic
  | OwnerDiagnostic
  | BulletDiagnostic
  | CheckboxDiagnostic
  | ProposalDiagnostic
  | ConflictDiagnostic
  | FrontMatterDiagnostic
  | SharingDiagnostic;

/** The kind of a diagnostic. Each kind has its own setting. */
export type DiagnosticKind = NoteDiagnostic['kind'];

/** Returns the diagnostics of a 1:1 note in line order. Other notes have none. */
export function noteDiagnostics(read: NoteToCheck): readonly NoteDiagnostic[] {
  const { note, text, problem, people } = read;
  const parsed = ParsedNote.inEditor(text);
  const { conflicts } = parsed;
  const ofNote = [...frontMatterDiagnostics(problem, parsed), ...conflictDiagnostics(parsed)];
  // The follow-ups of a copy are not listed, and a note without a readable date has no meeting.
  if (note.meetings.length === 0 || problem?.kind === 'copy') return ofNote;
  return [
    ...ofNote,
    // The lines of a conflict are not changed, so fixes would be refused.
    ...[
      ...itemDiagnostics(read, parsed),
      ...bulletDiagnostics(read.note, parsed),
      ...checkboxDiagnostics(parsed),
      ...proposalDiagnostics(note, parsed),
    ].filter(({ line }) => !isInRange(conflicts, line)),
    ...(note.private
      ? []
      : sharingDiagnostics(parsed, { byBoth: note.participants.some(({ name }) => people.isMe(name)) })),
  ].sort((a, b) => a.start - b.start);
}

/** Returns the diagnostics whose kind is enabled. */
export function shownDiagnostics(
  read: NoteToCheck,
  isShown: Readonly<Record<DiagnosticKind, boolean>>,
): readonly NoteDiagnostic[] {
  return noteDiagnostics(read).filter(({ kind }) => isShown[kind]);
}

function conflictDiagnostics({ conflicts, lines }: ParsedMarkdown): readonly ConflictDiagnostic[] {
  return conflicts.map(({ line, endLine }) => ({
    kind: 'conflicts',
    line,
    start: lines.start(line),
    end: lines.start(line) + lines.get(line).length,
    message: line === endLine ? message('conflict.marker') : message('conflict.lines', line + 1, endLine + 1),
  }));
}

function frontMatterDiagnostics(
  problem: NoteProblem | undefined,
  { lines }: ParsedMarkdown,
): readonly FrontMatterDiagnostic[] {
  if (!problem) return [];
  const { line } = problem;
  const start = lines.start(line);
  const end = start + lines.get(line).trimEnd().length;
  return [{ kind: 'frontMatter', line, message: problem.message, problem, start, end }];
}

const PROBLEM = questionKey('What is the problem, and why does it matter now?');
const PROPOSAL = questionKey('What do you propose?');

/** Returns the answers that raise a problem in a meeting without a proposal. */
function proposalDiagnostics({ meetings }: Note, { lines }: ParsedMarkdown): readonly ProposalDiagnostic[] {
  return meetings.flatMap(({ sections }) => {
    const prompts = sections.flatMap((section) => section.prompts).filter(({ answered }) => answered);
    const raised = prompts.find(({ question }) => question === PROBLEM);
    if (!raised || prompts.some(({ question }) => question === PROPOSAL)) return [];
    const line = raised.answerLine;
    const start = lines.start(line);
    const end = start + lines.get(line).trimEnd().length;
    return [{ kind: 'proposals', line, start, end, message: message('proposal.missing') } as const];
  });
}

/** Converts a span of an item's text to a range in the note. */
function diagnosticRange(item: EditableItem, span: TextRange): { readonly line: number } & TextRange {
  const { start, end } = replacing(item, span, '');
  return { line: item.line + lineOf(item, span.start), start, end };
}

/** Minimum length of an abbreviated name. */
const SHORTEST_BEGINNING = 2;
const MOST_OFFERED = 5;

/** Finds the unknown and ambiguous owners of an item. */
function ownerDiagnostics(item: EditableItem, read: NoteToCheck): readonly OwnerDiagnostic[] {
  return readOwners(item.text, item.inline).spans.flatMap((span) => {
    const mention = spanOfName(item.text, span);
    const said = ownerAdvice(mention, read);
    return said ? { kind: 'owners', ...diagnosticRange(item, mention), item, mention, ...said } : [];
  });
}

function ownerAdvice(
  { mention: { name, form } }: OwnerSpan,
  read: NoteToCheck,
): Pick<OwnerDiagnostic, 'message' | 'meant' | 'isAmbiguous' | 'isOwn'> | undefined {
  if (personKey(name) === 'me') return read.writer ? undefined : ownMention(read);
  const found = read.people.find(name);
  if (found === 'ambiguous') {
    const meant = read.people.candidatesFor(name);
    return { message: message('owner.ambiguous', name, joinTexts('list.or', meant)), meant, isAmbiguous: true };
  }
  // Only these forms certainly name a person. Other names count only if such a person is known.
  if (found !== 'unknown' || (form !== 'at' && form !== 'field')) return undefined;
  return { message: message('owner.unknown', name), meant: resembling(name, read), isAmbiguous: false };
}

/** Says that `@me` is unclear, because either side of the note would read it as their own. */
function ownMention({ people, person }: NoteToCheck): ReturnType<typeof ownerAdvice> {
  const meant = [person?.name, people.readerName].filter((name) => name !== undefined);
  return { message: message('owner.me', joinTexts('list.or', meant)), meant, isAmbiguous: true, isOwn: true };
}

/** Returns the span of one name, because an owner field may list several. */
function spanOfName(text: string, span: OwnerSpan): OwnerSpan {
  const start = span.mention.form === 'field' ? text.indexOf(span.mention.name, span.start) : -1;
  return start < 0 ? span : { ...span, start, end: start + span.mention.name.length };
}

/** Returns the people whose name begins with or resembles `written`, and the person of the note. */
function resembling(written: string, { people, person }: NoteToCheck): readonly string[] {
  const key = personKey(nameIn(written));
  const nearest = key.length > SHORTEST_BEGINNING ? nearestWord(key, people.all.flatMap(wordsOf)) : undefined;
  const isAlike = (word: string): boolean =>
    word === nearest || (key.length >= SHORTEST_BEGINNING && word.startsWith(key));
  const alike = people.all.filter((each) => wordsOf(each).some(isAlike));
  return [...new Set([...alike, ...(person ? [person] : [])].map(({ name }) => name))].slice(0, MOST_OFFERED);
}

function wordsOf({ key, aliases }: Person): readonly string[] {
  return [key, ...key.split(' '), ...aliases.map(personKey)];
}

/** Finds the problems of open follow-ups: dates, done dates and owners. */
function itemDiagnostics(read: NoteToCheck, { text, blocks }: ParsedMarkdown): readonly NoteDiagnostic[] {
  const followUps = new Map(read.note.followUps.map((followUp) => [followUp.line, followUp]));
  return blocks.flatMap((block, index) => {
    const followUp = isFirstParagraphOfItem(blocks, index) ? followUps.get(block.line) : undefined;
    if (!followUp || !isOpen(followUp.status)) return [];
    if (followUp.problems.length === 0 && !hasOwner(followUp)) return [];
    const item = editableItemAt(text, { line: block.line, paragraph: block });
    if (!item) return [];
    return [
      ...(followUp.problems.length > 0 ? [...dateDiagnostics(item), ...doneDateDiagnostics(item, followUp)] : []),
      ...ownerDiagnostics(item, read),
    ];
  });
}

function hasOwner({ owners }: FollowUp): boolean {
  return owners.some(({ form }) => form !== 'heading');
}

function dateDiagnostics(item: EditableItem): DateDiagnostic[] {
  const { problems, fields } = readFields(item.text, item.inline);
  return problems.map((found) => ({
    kind: 'dates',
    message: found.message,
    ...diagnosticRange(item, found.span),
    item,
    found,
    dialect: fields.dialect,
  }));
}

function doneDateDiagnostics(item: EditableItem, { problems }: FollowUp): DoneDateDiagnostic[] {
  const found = problems.find(({ kind }) => kind === 'doneDateOnOpen');
  const field = dateFieldSpan(item.inline.fields, 'done');
  return found && field ? [{ kind: 'doneDates', message: found.message, ...diagnosticRange(item, field), item }] : [];
}

/** Matches a malformed checkbox after a bullet, up to its text. Links also begin with brackets and are excluded. */
const BEHIND_BULLET = /^\[(?<mark>[ \t]*(?:x[ \t]*)?)\](?:[ \t]+|(?![([:]))(?=\S)/iu;
/** Matches a bullet without a space before its checkbox, or a checkbox without a bullet. */
const AT_START = new RegExp(
  String.raw`^(?:(?<bullet>${LIST_MARKER})\[(?<mark>[ \tx]?)\](?:[ \t]+|(?![([:]))|\[[ \t]\][ \t]+)(?=\S)`,
  'iu',
);
const MALFORMED = message('checkbox.malformed');
const MISSING = message('checkbox.missing');

/** Finds malformed checkboxes: lines that are clearly meant as follow-ups but are not recognized. */
function checkboxDiagnostics({ text, blocks }: ParsedMarkdown): readonly CheckboxDiagnostic[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph' || !text.slice(block.start, block.end).includes('[')) return [];
    const isItem = isFirstParagraphOfItem(blocks, index);
    return paragraphLines(text, block).flatMap((line, nth) => {
      const edit = brokenCheckboxAt(text, line, isItem && nth === 0);
      const { start, end } = line;
      return edit ? [{ kind: 'boxes', line: block.line + nth, start, end, message: MALFORMED, edit }] : [];
    });
  });
}

/**
 * Returns the edit that corrects the checkbox at the start of a line, or `undefined` if there is no checkbox or it is
 * valid.
 */
function brokenCheckboxAt(text: string, { start, end }: TextRange, isBehindBullet: boolean): TextEdit | undefined {
  if (isBehindBullet && checkboxAt(text, start)) return undefined;
  const match = (isBehindBullet ? BEHIND_BULLET : AT_START).exec(text.slice(start, end));
  if (!match) return undefined;
  const { mark = '', bullet = '-' } = match.groups ?? {};
  const box = `[${mark.trim() === '' ? ' ' : 'x'}] `;
  return { start, end: start + match[0].length, text: isBehindBullet ? box : `${bullet} ${box}` };
}

const OF_FOLLOW_UPS: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>(['followUps', 'mine', 'theirs']);
/** Matches entries such as *none*, and items marked as done by other means. */
const NOTHING_TO_DO = /^[\s*_]*(?:none|nothing|nil|n\/?a|no \p{L}+|tbd|[-–—]+)[\s*_.!]*$|^(?:~~|✅|✔|☑)/iu;

/** Finds top-level bullets without a checkbox under a heading for follow-ups. They are not tracked. */
function bulletDiagnostics(note: Note, { text, blocks }: ParsedMarkdown): readonly BulletDiagnostic[] {
  const sections = note.meetings.flatMap((meeting) => meeting.sections).filter(({ kind }) => OF_FOLLOW_UPS.has(kind));
  if (sections.length === 0) return [];
  let at = 0;
  return blocks.flatMap((block, index) => {
    // Blocks and sections are both in document order.
    while ((sections[at]?.endLine ?? Infinity) < block.line) at++;
    const section = sections[at];
    const isBullet = isFirstParagraphOfItem(blocks, index) && blocks[index - 1]?.parent === -1;
    return section && isBullet && section.line < block.line ? diagnosticsFor(text, block, section) : [];
  });
}

function diagnosticsFor(text: string, block: Block, { line, title, prompts }: Section): BulletDiagnostic[] {
  const [first] = paragraphLines(text, block);
  if (!first || checkboxAt(text, first.start) || brokenCheckboxAt(text, first, true)) return [];
  const isAsked = prompts.some((prompt) => prompt.line === block.line);
  if (isAsked || NOTHING_TO_DO.test(text.slice(first.start, first.end))) return [];
  const { start, end } = first;
  return [{ kind: 'bullets', line: block.line, start, end, message: MISSING, heading: { line, title } }];
}
