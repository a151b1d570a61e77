import { type CivilDate, civilDate, shortDate } from '../dates/civilDate';
import { candidateDates } from '../dates/naturalDate';
import { removing, replacing } from '../followUp/editableItem';
import { inFormOf } from '../followUp/edits';
import { isBox, isFirstParagraphOfItem } from '../followUp/taskItem';
import { readFrontMatter } from '../markdown/frontMatter';
import { scan } from '../markdown/scan';
import { writeField } from '../taskText/dialects';
import type { DialectId } from '../taskText/taskFields';
import { applyEdits, type TextEdit } from '../text/edit';
import type {
  BulletDiagnostic,
  CheckboxDiagnostic,
  DateDiagnostic,
  DoneDateDiagnostic,
  NoteDiagnostic,
  OwnerDiagnostic,
} from './diagnostic';
import { type Message, message } from '../text/message';

/** One way to mend what a hint says. */
export interface Fix {
  /** What it does, for a menu. */
  readonly title: Message;
  /** Each within one line of the note that the hint was found in. */
  readonly edits: readonly TextEdit[];
}

/** What fixes depend on besides their hint. */
export interface FixRequest {
  /** The note's text as it was when the hints were found. */
  readonly text: string;
  /** All hints of the note. */
  readonly hints: readonly NoteDiagnostic[];
  readonly today: CivilDate;
  /** The dialect of the settings, for a line without fields. */
  readonly dialect: DialectId;
  /** Whether a bare name or a wiki-link means somebody. */
  readonly isPerson: (name: string) => boolean;
}

/** What was written before a date, and would be written again with it. */
const LABEL = /(?:\bdue\b:?|(?<sign>[📅📆🗓]\uFE0F?))\s*$/iu;
const LAST_DAY = 31;

/** A fix for each day that the date may mean, or one that takes out the date that is too many. */
export async function dateFixes(hint: DateDiagnostic, request: FixRequest): Promise<readonly Fix[]> {
  const { item, found } = hint;
  const written = item.text.slice(found.span.start, found.span.end);
  if (found.kind === 'twoValues') {
    return [{ title: message('fix.removeField', written), edits: removing(item, [found.span]) }];
  }
  const days = found.kind === 'invalidDate' ? nearestDays(written) : await candidateDates(written, request.today);
  return days.map((day) => (found.field ? dateFix(hint, day, request) : dueFix(hint, day, request)));
}

function dateFix({ item, found }: DateDiagnostic, day: CivilDate, { today }: FixRequest): Fix {
  return { title: message('fix.changeDate', shortDate(day, today), day), edits: [replacing(item, found.span, day)] };
}

/** A date without a word for what it is becomes the due date, in the dialect of the line. */
function dueFix({ item, found, dialect }: DateDiagnostic, day: CivilDate, request: FixRequest): Fix {
  const line = item.lines.findLast(({ start }) => start <= found.span.start)?.start ?? 0;
  const label = LABEL.exec(item.text.slice(line, found.span.start));
  const written = writeField(label?.groups?.sign ? 'emoji' : (dialect ?? request.dialect), 'due', day) ?? day;
  const span = { start: label ? line + label.index : found.span.start, end: found.span.end };
  return {
    title: message('fix.setDue', shortDate(day, request.today), written),
    edits: [replacing(item, span, written)],
  };
}

/** For a day that the calendar has not: day and month the other way round, else the last day of that month. */
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

/** The ways to mend what a hint says, the likeliest first; none where only a person can. */
export async function fixesOf(hint: NoteDiagnostic, request: FixRequest): Promise<readonly Fix[]> {
  switch (hint.kind) {
    case 'dates':
      return dateFixes(hint, request);
    case 'doneDates':
      return doneDateFixes(hint);
    case 'owners':
      return ownerFixes(hint, request);
    case 'bullets':
      return bulletFixes(hint, request);
    case 'boxes':
      return boxFixes(hint, request);
    case 'frontMatter':
      return [];
  }
}

function doneDateFixes({ item }: DoneDateDiagnostic): Fix[] {
  const { markStart, markEnd } = item.box;
  const dates = item.inline.fields.filter(({ form }) => form.field === 'done');
  return [
    { title: message('fix.tick'), edits: [{ start: markStart, end: markEnd, text: 'x' }] },
    { title: message('fix.removeDoneDate'), edits: removing(item, dates) },
  ];
}

function ownerFixes({ item, mention, meant }: OwnerDiagnostic, { isPerson }: FixRequest): Fix[] {
  return meant.map((name) => ({
    title: message('fix.owner', name),
    edits: [replacing(item, mention, inFormOf(mention, name, isPerson))],
  }));
}

function bulletFixes({ start, heading }: BulletDiagnostic, { hints }: FixRequest): Fix[] {
  const all = hints.filter((each) => each.kind === 'bullets' && each.heading.line === heading.line);
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

/** Offered only if it helps: so much indented that it is text, a line stays text with a box as well. */
function boxFixes({ line, edit }: CheckboxDiagnostic, { text }: FixRequest): Fix[] {
  const mended = applyEdits(text, [edit]);
  const blocks = scan(mended, readFrontMatter(mended));
  const isTask = blocks.some(
    (block, index) => block.line === line && isFirstParagraphOfItem(blocks, index) && isBox(mended, block.start),
  );
  return isTask ? [{ title: message('fix.makeFollowUp'), edits: [edit] }] : [];
}
