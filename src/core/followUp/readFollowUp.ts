import { boxAt } from './box';
import { readFields } from './fields';
import type { FollowUp, FollowUpStatus, Hint } from './followUp';
import { readLastLink } from './origin';
import { readOwners } from './owner';
import { readInline, type Inline } from './readInline';
import { cutOut, sentenceText } from './sentence';
import { isOpen, statusOf } from './status';

/** The text of an item that has a box. */
export interface TaskText {
  /** Line of the box in the note, from 0. */
  readonly line: number;
  /** The line of the box, whole. What is kept are slices of it, so it must be no slice of the note. */
  readonly source: string;
  /** The further lines of the item's own text, joined by spaces, or `''`. */
  readonly continuation: string;
}

/** What reading an item needs, and where it puts what it could not read. */
export interface FollowUpReading {
  /** Marks that the reader of the notes uses in another sense than the documented one. */
  readonly statuses?: Readonly<Record<string, FollowUpStatus>>;
  readonly hints: Hint[];
}

/** What the text of an item says by itself, wherever in a note it stands. */
export type FollowUpContent = Pick<
  FollowUp,
  'mark' | 'status' | 'text' | 'fields' | 'owners' | 'tags' | 'origin' | 'target'
>;

const DONE_BUT_OPEN: readonly Omit<Hint, 'line'>[] = [
  { kind: 'doneDateOnOpen', message: 'It says that it is done, but its box is open: tick it or remove the date.' },
];
const IMPORTANT = '!';
const MOVED = '>';
const CONFLICT = /(?:^|\s)(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/;

/** What an item with a box says, or `undefined` when it says nothing. */
export function readFollowUp(task: TaskText, { statuses, hints }: FollowUpReading): FollowUpContent | undefined {
  const box = boxAt(task.source, task.source.indexOf('['));
  if (!box) return undefined;
  const text = writtenText(task, box.end);
  const inline = readInline(text);
  const { fields, hints: itemHints } = readFields(text, inline);
  const { owners, sentence, beside } = readOwners(text, inline);
  const goneTo = box.mark === MOVED ? (inline.target ?? readLastLink(text.slice(0, sentence.end))) : undefined;
  const said = goneTo
    ? cutOut(text, [...inline.gaps, ...beside, goneTo])
    : sentenceText(text, inline, { sentence, beside });
  if (said === '' && inline.fields.length + inline.mentions.length === 0) return undefined;

  const status = statusOf(box.mark, statuses);
  if (isOpen(status)) {
    addHints(hints, task.line, itemHints);
    if (saysDone(inline)) addHints(hints, task.line, DONE_BUT_OPEN);
  }
  const content = {
    mark: box.mark,
    status,
    text: said === '' ? text.trim() : said,
    fields: box.mark === IMPORTANT && fields.priority === undefined ? { ...fields, priority: 'high' as const } : fields,
    owners,
    tags: inline.tags.length > 1 ? [...new Set(inline.tags)] : inline.tags,
  };
  const { origin } = inline;
  if (!origin && !goneTo) return content;
  return { ...content, ...(origin && { origin: origin.origin }), ...(goneTo && { target: goneTo.target }) };
}

/** The text behind the box. Where Git left the marks of a conflict, its lines are no words of the item. */
function writtenText({ source, continuation }: TaskText, start: number): string {
  const first = source.slice(start);
  if (continuation === '') return first;
  const conflict = CONFLICT.exec(continuation);
  return `${first} ${conflict ? continuation.slice(0, conflict.index) : continuation}`;
}

function saysDone({ fields }: Inline): boolean {
  return fields.length > 0 && fields.some(({ form }) => form.field === 'done');
}

function addHints(hints: Hint[], line: number, found: readonly Omit<Hint, 'line'>[]): void {
  for (const { kind, message } of found) hints.push({ kind, message, line });
}
