import { type EditableItem, editableItemAt, lineOf, replacing } from '../followUp/editableItem';
import { type FollowUp, isOpen } from '../followUp/followUp';
import { isFirstParagraphOfItem } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { nameIn, personKey } from '../people/names';
import type { Person } from '../people/person';
import { dateFieldSpan, readFields } from '../taskText/fields';
import type { OwnerSpan } from '../taskText/mentions';
import { readOwners } from '../taskText/owners';
import { nearestWord } from '../text/nearestWord';
import type { TextRange } from '../text/range';
import type { DateDiagnostic, DoneDateDiagnostic, NoteDiagnostic, NoteToCheck, OwnerDiagnostic } from './diagnostic';
import { joinTexts, message } from '../text/message';

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
    const said = whatToSay(mention, read);
    return said ? { kind: 'owners', ...diagnosticRange(item, mention), item, mention, ...said } : [];
  });
}

function whatToSay(
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
function ownMention({ people, person }: NoteToCheck): ReturnType<typeof whatToSay> {
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
export function itemDiagnostics(read: NoteToCheck, { text, blocks }: ParsedMarkdown): readonly NoteDiagnostic[] {
  const followUps = new Map(read.note.followUps.map((followUp) => [followUp.line, followUp]));
  return blocks.flatMap((block, index) => {
    const followUp = isFirstParagraphOfItem(blocks, index) ? followUps.get(block.line) : undefined;
    if (!followUp || !isOpen(followUp.status)) return [];
    if (followUp.hints.length === 0 && !namesSomebody(followUp)) return [];
    const item = editableItemAt(text, { line: block.line, paragraph: block });
    if (!item) return [];
    return [
      ...(followUp.hints.length > 0 ? [...dateHints(item), ...doneDateHints(item, followUp)] : []),
      ...ownerDiagnostics(item, read),
    ];
  });
}

function namesSomebody({ owners }: FollowUp): boolean {
  return owners.some(({ form }) => form !== 'heading');
}

function dateHints(item: EditableItem): DateDiagnostic[] {
  const { hints, fields } = readFields(item.text, item.inline);
  return hints.map((found) => ({
    kind: 'dates',
    message: found.message,
    ...diagnosticRange(item, found.span),
    item,
    found,
    dialect: fields.dialect,
  }));
}

function doneDateHints(item: EditableItem, { hints }: FollowUp): DoneDateDiagnostic[] {
  const found = hints.find(({ kind }) => kind === 'doneDateOnOpen');
  const field = dateFieldSpan(item.inline.fields, 'done');
  return found && field ? [{ kind: 'doneDates', message: found.message, ...diagnosticRange(item, field), item }] : [];
}
