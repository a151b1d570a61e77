import { checkboxAt } from '../markdown/listItem';
import { readFields } from './fields';
import type { FollowUp, Hint } from './followUp';
import { readLastLink } from './origin';
import { readOwners } from './owner';
import { readInline, type Inline } from './readInline';
import { removeSpans, sentenceText } from './sentence';
import { isOpen, statusOf, type Statuses } from './status';

/** The text of an item that has a box. */
export interface TaskText {
  /** The line of the box, whole. What is kept are slices of it, so it must be no slice of the note. */
  readonly source: string;
  /** The further lines of the item's own text, joined by spaces, or `''`. */
  readonly continuation: string;
}

/** What the text of an item says by itself, wherever in a note it stands. */
export type FollowUpContent = Pick<
  FollowUp,
  'mark' | 'status' | 'text' | 'fields' | 'owners' | 'tags' | 'hints' | 'origin' | 'target'
>;

const NO_HINTS: readonly Hint[] = [];
const DONE_BUT_OPEN: Hint = {
  kind: 'doneDateOnOpen',
  message: 'It says that it is done, but its box is open: tick it or remove the date.',
};
const IMPORTANT = '!';
const MOVED_CHARACTER = '>';
const CONFLICT = /(?:^|\s)(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/;

/** What an item with a box says, or `undefined` when it says nothing. */
export function readFollowUp(task: TaskText, statuses?: Statuses): FollowUpContent | undefined {
  const box = checkboxAt(task.source, task.source.indexOf('['));
  if (!box) return undefined;
  const text = writtenText(task, box.end);
  const inline = readInline(text);
  const { fields, hints: itemHints } = readFields(text, inline);
  const { owners, sentence, beside } = readOwners(text, inline);
  const goneTo =
    box.mark === MOVED_CHARACTER ? (inline.target ?? readLastLink(text.slice(0, sentence.end))) : undefined;
  const said = goneTo
    ? removeSpans(text, [...inline.gaps, ...beside, goneTo])
    : sentenceText(text, inline, { sentence, beside });
  if (said === '' && inline.fields.length + inline.mentions.length === 0) return undefined;

  const status = statusOf(box.mark, statuses);
  const content = {
    mark: box.mark,
    status,
    text: said === '' ? text.trim() : said,
    fields: box.mark === IMPORTANT && fields.priority === undefined ? { ...fields, priority: 'high' as const } : fields,
    owners,
    tags: inline.tags.length > 1 ? [...new Set(inline.tags)] : inline.tags,
    hints: isOpen(status) ? hintsOf(itemHints, inline) : NO_HINTS,
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

function hintsOf(found: readonly Hint[], { fields }: Inline): readonly Hint[] {
  const isDone = fields.some(({ form }) => form.field === 'done');
  if (found.length === 0) return isDone ? [DONE_BUT_OPEN] : NO_HINTS;
  const hints = found.map(({ kind, message }) => ({ kind, message }));
  return isDone ? [...hints, DONE_BUT_OPEN] : hints;
}
