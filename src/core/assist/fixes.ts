import { type CivilDate, civilDate, shortDate } from '../dates/civilDate';
import { findDate } from '../dates/findDate';
import { candidateDates } from '../dates/naturalDate';
import { removing, replacing } from '../followUp/editableItem';
import type { NoteIndex } from '../index/noteIndex';
import type { NoteFile } from '../note/readingRules';
import {
  noteDiagnostics,
  type BulletDiagnostic,
  type CheckboxDiagnostic,
  type DateDiagnostic,
  type DoneDateDiagnostic,
  type FrontMatterDiagnostic,
  type NoteDiagnostic,
  type OwnerDiagnostic,
} from './diagnostics';
import { inFormOf } from '../followUp/ownerEdits';
import { taskItemAt } from '../followUp/taskItem';
import { lookUp, readFrontMatter } from '../markdown/frontMatter';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { textOf } from '../note/noteHeader';
import { editFrontMatter } from '../noteEdit/yamlEdit';
import { writeField } from '../taskText/dialects';
import type { DialectId } from '../taskText/taskFields';
import { applyEdits, type TextEdit } from '../text/edit';
import { type Message, message } from '../text/message';

/** A quick fix for a diagnostic. */
export interface Fix {
  /** The title in the menu. */
  readonly title: Message;
  /** The edits of the note. */
  readonly edits: readonly TextEdit[];
  /** Whether the fix asks for the person of the note instead. */
  readonly asksForPerson?: true;
  /** The name that the fix offers to write for `@me` in all notes of the person instead. */
  readonly ownerInAllNotes?: string;
}

/** The input of quick fixes besides their diagnostic. */
interface FixRequest {
  /** The text of the note for which the diagnostics were computed. */
  readonly text: string;
  /** All diagnostics of the note. */
  readonly diagnostics: readonly NoteDiagnostic[];
  readonly today: CivilDate;
  /** The dialect in the settings, for lines without fields. */
  readonly dialect: DialectId;
  /** Whether a bare name or a wiki-link is a person. */
  readonly isPerson: (name: string) => boolean;
}

/** Matches a label before a date, which the fix replaces together with the date. */
const LABEL = /\bdue\b:?\s*$/i;
const LAST_DAY = 31;

/** Returns a fix for each possible date, or one that removes the second of two dates. */
async function dateFixes(diagnostic: DateDiagnostic, request: FixRequest): Promise<readonly Fix[]> {
  const { item, found } = diagnostic;
  const written = item.text.slice(found.span.start, found.span.end);
  if (found.kind === 'twoValues') {
    return [{ title: message('fix.removeField', written), edits: removing(item, [found.span]) }];
  }
  const days = found.kind === 'invalidDate' ? nearestDays(written) : await candidateDates(written, request.today);
  return days.map((day) => (found.field ? dateFix(diagnostic, day, request) : dueFix(diagnostic, day, request)));
}

function dateFix({ item, found }: DateDiagnostic, day: CivilDate, { today }: FixRequest): Fix {
  const { field } = found;
  const isWhole = field?.form.field === 'due' && field.value.isMalformed === true;
  const whole = isWhole ? writeField(field.form.dialect, 'due', day) : undefined;
  const edit = field && whole !== undefined ? replacing(item, field, whole) : replacing(item, found.span, day);
  return { title: message('fix.changeDate', shortDate(day, today), day), edits: [edit] };
}

/** Turns a bare date into a due date in the dialect of the line. */
function dueFix({ item, found, dialect }: DateDiagnostic, day: CivilDate, request: FixRequest): Fix {
  const line = item.lines.findLast(({ start }) => start <= found.span.start)?.start ?? 0;
  const label = LABEL.exec(item.text.slice(line, found.span.start));
  const written = writeField(dialect ?? request.dialect, 'due', day) ?? day;
  const span = { start: label ? line + label.index : found.span.start, end: found.span.end };
  return {
    title: message('fix.setDue', shortDate(day, request.today), written),
    edits: [replacing(item, span, written)],
  };
}

/**
 * Returns dates for a day that the calendar does not have: with day and month swapped, or else the last day of the
 * month.
 */
function nearestDays(written: string): readonly CivilDate[] {
  const [year = 0, month = 0, day = 0] = written.split('-').map(Number);
  const swapped = civilDate(year, day, month);
  if (swapped) return [swapped];
  for (let last = Math.min(day, LAST_DAY); last > 27; last--) {
    const date = civilDate(year, month, last);
    if (date) return [date];
  }
  return [];
}

/** Returns the quick fixes of a diagnostic, the most likely first. Some diagnostics have none. */
export async function fixesOf(diagnostic: NoteDiagnostic, request: FixRequest): Promise<readonly Fix[]> {
  switch (diagnostic.kind) {
    case 'dates':
      return dateFixes(diagnostic, request);
    case 'doneDates':
      return doneDateFixes(diagnostic);
    case 'owners':
      return ownerFixes(diagnostic, request);
    case 'bullets':
      return bulletFixes(diagnostic, request);
    case 'boxes':
      return boxFixes(diagnostic, request);
    case 'proposals':
    case 'conflicts':
      return [];
    case 'frontMatter':
      return noteFixes(diagnostic, request);
    case 'sharing':
      return diagnostic.fix ? [diagnostic.fix] : [];
  }
}

async function noteFixes(diagnostic: FrontMatterDiagnostic, request: FixRequest): Promise<readonly Fix[]> {
  switch (diagnostic.problem.kind) {
    case 'noPerson':
    case 'severalPeople':
      return [{ title: message('fix.sayWho'), edits: [], asksForPerson: true }];
    case 'unreadableDate':
      return noteDateFixes(diagnostic, request);
    case 'noDate':
      return dateInFrontMatter(createdIn(request.text) ?? request.today, request);
    case 'frontMatter':
    case 'personDates':
    case 'copy':
      return [];
  }
}

/** Returns a fix for each possible date: in place, or in the front matter if the date is in the file name. */
async function noteDateFixes(
  { problem, start, end }: FrontMatterDiagnostic,
  request: FixRequest,
): Promise<readonly Fix[]> {
  const { written = '' } = problem;
  const at = request.text.slice(start, end).indexOf(written);
  const days = await candidateDates(written, request.today);
  return days.flatMap((day) =>
    at < 0 || written === ''
      ? dateInFrontMatter(day, request)
      : {
          title: message('fix.changeDate', shortDate(day, request.today), day),
          edits: [{ start: start + at, end: start + at + written.length, text: day }],
        },
  );
}

function dateInFrontMatter(day: CivilDate, { text, today }: FixRequest): Fix[] {
  const edits = editFrontMatter(text, { keys: ['date'], value: day });
  if ('refused' in edits) return [];
  // Without quotes, other programs read the value as a date too.
  const plain = edits.map((edit) => ({ ...edit, text: edit.text.replace(`"${day}"`, day) }));
  return [{ title: message('fix.setDate', shortDate(day, today), day), edits: plain }];
}

/** Returns the date on which the note was created, according to its front matter. */
function createdIn(text: string): CivilDate | undefined {
  return findDate(textOf(lookUp(readFrontMatter(text), 'created')))?.date;
}

function doneDateFixes({ item }: DoneDateDiagnostic): Fix[] {
  const { stateStart, stateEnd } = item.box;
  const dates = item.inline.fields.filter(({ form }) => form.field === 'done');
  return [
    { title: message('fix.tick'), edits: [{ start: stateStart, end: stateEnd, text: 'x' }] },
    { title: message('fix.removeDoneDate'), edits: removing(item, dates) },
  ];
}

function ownerFixes(diagnostic: OwnerDiagnostic, request: FixRequest): Fix[] {
  return diagnostic.isOwn
    ? ownMentionFixes(diagnostic, request)
    : diagnostic.meant.map((name) => ownerFix(diagnostic, name, request));
}

function ownerFix(diagnostic: OwnerDiagnostic, name: string, request: FixRequest): Fix {
  return { title: message('fix.owner', name), edits: [ownerEdit(diagnostic, name, request.isPerson)] };
}

function ownerEdit({ item, mention }: OwnerDiagnostic, name: string, isPerson: FixRequest['isPerson']): TextEdit {
  return replacing(item, mention, inFormOf(mention, name, isPerson));
}

/** Returns the edits that replace each unclear `@me` of a note by a name. */
export function ownMentionEdits(
  index: NoteIndex,
  { uri, text }: Pick<NoteFile, 'uri' | 'text'>,
  name: string,
): readonly TextEdit[] {
  const note = index.note(uri);
  if (!note) return [];
  const { people } = index;
  const read = { note, text, people, person: index.personOf(note), writer: index.writerOf(note), problem: undefined };
  return noteDiagnostics(read)
    .filter((diagnostic) => diagnostic.kind === 'owners')
    .filter(({ isOwn }) => isOwn)
    .map((diagnostic) => ownerEdit(diagnostic, name, (each) => people.knows(each)));
}

/** Returns fixes that replace `@me` by either name: on this line, in the note, and in all notes of that person. */
function ownMentionFixes(diagnostic: OwnerDiagnostic, request: FixRequest): Fix[] {
  const all = request.diagnostics.filter((each) => each.kind === 'owners').filter(({ isOwn }) => isOwn);
  return [
    ...diagnostic.meant.map((name) => ({
      title: message('fix.thisIs', name),
      edits: [ownerEdit(diagnostic, name, request.isPerson)],
    })),
    ...(all.length > 1 ? diagnostic.meant : []).map((name) => ({
      title: message('fix.allAre', all.length, name),
      edits: all.map((each) => ownerEdit(each, name, request.isPerson)),
    })),
    ...diagnostic.meant.map((name) => ({ title: message('fix.allNotesAre', name), edits: [], ownerInAllNotes: name })),
  ];
}

function bulletFixes({ start, heading }: BulletDiagnostic, { diagnostics }: FixRequest): Fix[] {
  const all = diagnostics.filter((each) => each.kind === 'bullets' && each.heading.line === heading.line);
  return [
    { title: message('fix.makeFollowUp'), edits: [boxAt(start)] },
    ...(all.length > 1
      ? [
          {
            title: message('fix.makeAllFollowUps', all.length, heading.title),
            edits: all.map((each) => boxAt(each.start)),
          },
        ]
      : []),
  ];
}

function boxAt(offset: number): TextEdit {
  return { start: offset, end: offset, text: '[ ] ' };
}

/** Returns the checkbox fix if it results in a task. A deeply indented line would remain plain text. */
function boxFixes({ line, edit }: CheckboxDiagnostic, { text }: FixRequest): Fix[] {
  const mended = new ParsedMarkdown(applyEdits(text, [edit]));
  const isTask = mended.blocks.some((block, index) => block.line === line && taskItemAt(mended, index) !== undefined);
  return isTask ? [{ title: message('fix.makeFollowUp'), edits: [edit] }] : [];
}
