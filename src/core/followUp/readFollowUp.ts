import { boxAt } from './box';
import { skipWhiteSpace } from './characters';
import { readFields, type ItemHint } from './fields';
import type { Fields, FollowUp, FollowUpStatus, Hint } from './followUp';
import { readLastLink, readOrigin, readTarget, type TargetSpan } from './origin';
import { readOwners } from './owner';
import { readInline, type Inline } from './readInline';
import { cutOut, sentenceSpan } from './sentence';
import type { Span } from './span';
import { isOpen, statusOf } from './status';
import { tagsIn } from './tags';

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

const IMPORTANT = '!';
const MOVED = '>';
const BLOCK_ID = /\s\^[A-Za-z0-9-]+\s*$/;
const CONFLICT = /(?:^|\s)(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/;

/** What an item with a box says, or `undefined` when it says nothing. */
export function readFollowUp(task: TaskText, { statuses, hints }: FollowUpReading): FollowUpContent | undefined {
  const box = boxAt(task.source, task.source.indexOf('['));
  if (!box) return undefined;
  const written = writtenText(task, box.end);
  const origin = readOrigin(written);
  const target = readTarget(written);
  const text = withoutEach(written, [origin, target, blockIdSpan(written)]);
  if (skipWhiteSpace(text, 0) >= text.length) return undefined;

  const inline = readInline(text);
  const { fields, hints: itemHints } = readFields(text, inline);
  const { owners, beside } = readOwners(text, inline);
  const status = statusOf(box.mark, statuses);
  if (isOpen(status)) addHints(hints, task.line, [...itemHints, ...contradiction(inline)]);
  const goneTo = box.mark === MOVED ? (target ?? linkAtEnd(text, inline)) : undefined;
  const content = {
    mark: box.mark,
    status,
    text: cutOut(text, cuts(inline, beside, goneTo)) || written.trim(),
    fields: box.mark === IMPORTANT ? withHighPriority(fields) : fields,
    owners,
    tags: tagsIn(text, inline),
  };
  if (!origin && !goneTo) return content;
  return { ...content, ...(origin && { origin: origin.origin }), ...(goneTo && { target: goneTo.target }) };
}

function cuts({ gaps }: Inline, beside: readonly Span[], goneTo: Span | undefined): readonly Span[] {
  if (goneTo) return [...gaps, ...beside, goneTo];
  return beside.length > 0 ? [...gaps, ...beside] : gaps;
}

/** The link that the text ends in, fields left out: how others say where an item moved. */
function linkAtEnd(text: string, { gaps }: Inline): TargetSpan | undefined {
  return readLastLink(text.slice(0, sentenceSpan(text, gaps).end));
}

/** The text behind the box. Where Git left the marks of a conflict, its lines are no words of the item. */
function writtenText({ source, continuation }: TaskText, start: number): string {
  const first = source.slice(start);
  if (continuation === '') return first;
  const conflict = CONFLICT.exec(continuation);
  return `${first} ${conflict ? continuation.slice(0, conflict.index) : continuation}`;
}

/** The text with spaces in place of the spans, so that offsets stay. */
function withoutEach(text: string, spans: readonly (Span | undefined)[]): string {
  let rest = text;
  for (const span of spans) {
    if (span) rest = rest.slice(0, span.start) + ' '.repeat(span.end - span.start) + rest.slice(span.end);
  }
  return rest;
}

/** Where the id of an item, `^so`, stands at the end of its text, with the white space before it. */
export function blockIdSpan(text: string): Span | undefined {
  const match = text.includes('^') ? BLOCK_ID.exec(text) : null;
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

function withHighPriority(fields: Fields): Fields {
  return fields.priority === undefined ? { ...fields, priority: 'high' } : fields;
}

function contradiction({ fields }: Inline): readonly ItemHint[] {
  return fields.some(({ form }) => form.field === 'done')
    ? [{ kind: 'doneDateOnOpen', message: 'It says that it is done, but its box is open: tick it or remove the date.' }]
    : [];
}

function addHints(hints: Hint[], line: number, found: readonly ItemHint[]): void {
  for (const hint of found) hints.push({ ...hint, line });
}
