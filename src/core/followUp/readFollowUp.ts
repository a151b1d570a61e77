import { boxAt } from './box';
import { cutOut } from './cutOut';
import { readFields, type ItemHint } from './fields';
import type { Fields, FollowUp, FollowUpStatus, Hint } from './followUp';
import { readLastLink, readOrigin, readTarget } from './origin';
import { readOwners } from './owner';
import { readInline, type Inline, type Span } from './readInline';
import { isOpen, statusOf } from './status';
import { tagsIn } from './tags';
import { skipWhiteSpace } from './whiteSpace';
import { filled } from './wordsOnly';

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
  if (skipWhiteSpace(text, 0) === text.length) return undefined;

  const inline = readInline(text);
  const { fields, spans, hints: itemHints } = readFields(text, inline);
  const owners = readOwners(text, inline);
  const goneTo = target ?? (box.mark === '>' ? readLastLink(filled(text, inline.fields, ' ')) : undefined);
  const cut: Span[] = [...inline.comments, ...owners.beside];
  for (const span of spans) if (span.value.problem !== 'noDate') cut.push(span);
  if (goneTo) cut.push(goneTo);
  const status = statusOf(box.mark, statuses);
  if (isOpen(status)) addHints(hints, task.line, [...itemHints, ...contradiction(inline)]);
  return {
    mark: box.mark,
    status,
    text: cutOut(text, cut) || written.trim(),
    fields: box.mark === '!' ? withHighPriority(fields) : fields,
    owners: owners.owners,
    tags: tagsIn(text, inline),
    ...(origin && { origin: origin.origin }),
    ...(goneTo && box.mark === '>' && { target: goneTo.target }),
  };
}

/** The text behind the box. Where Git left the marks of a conflict, its lines are no words of the item. */
function writtenText({ source, continuation }: TaskText, start: number): string {
  const first = source.slice(start);
  if (continuation === '') return first;
  const conflict = CONFLICT.exec(continuation);
  return `${first} ${conflict ? continuation.slice(0, conflict.index) : continuation}`;
}

function withoutEach(text: string, spans: readonly (Span | undefined)[]): string {
  return spans.reduce((rest, span) => (span ? filled(rest, [span], ' ') : rest), text);
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
