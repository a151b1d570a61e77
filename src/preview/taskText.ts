import { shortDate } from '../core/dates/civilDate';
import { type FollowUp, type FollowUpStatus, isOpen, formatDue, isPastDue } from '../core/followUp/followUp';
import type { FieldSpan } from '../core/taskText/fieldValue';
import { readInline } from '../core/taskText/inline';
import { readOwners } from '../core/taskText/owners';
import { escapeHtml } from '../core/noteEdit/escape';
import { message, type Text } from '../core/text/message';
import type { TextRange } from '../core/text/range';
import type { PreviewReader } from './tagTokens';

/**
 * Returns a short text as a chip. `kind` is the last part of its CSS class; `written` is the original text, shown as a
 * tooltip.
 */
export function chip(kind: string, words: string, written?: string): string {
  const title = written === undefined || written === words ? '' : ` title="${escapeHtml(written)}"`;
  return `<span class="one-on-one-chip one-on-one-${kind}"${title}>${escapeHtml(words)}</span>`;
}

type DrawnSpan = TextRange & { readonly html: string };

const STATUS_MESSAGES: Readonly<Record<FollowUpStatus, Text>> = {
  open: message('preview.open'),
  inProgress: message('followUp.inProgress'),
  done: message('followUp.done'),
  dropped: message('followUp.dropped'),
  moved: message('preview.moved'),
  none: '',
};
const SHOWN_DATES = ['due', 'scheduled', 'start', 'created', 'done', 'cancelled'] as const;

/** Checks whether a checkbox has one of GitHub's state characters. These are drawn in every Markdown file. */
export function isPlainBox(mark: string): boolean {
  return mark === ' ' || mark === 'x' || mark === 'X';
}

/** Returns a disabled checkbox, ticked or not. A preview cannot change notes. */
export function drawBox(mark: string, { word }: Pick<PreviewReader, 'word'>): string {
  const isTicked = mark === 'x' || mark === 'X';
  return checkbox(isTicked, word(STATUS_MESSAGES[isTicked ? 'done' : 'open']));
}

function checkbox(isTicked: boolean, label: string): string {
  return `<input class="one-on-one-box" type="checkbox" disabled${isTicked ? ' checked' : ''} aria-label="${escapeHtml(label)}">`;
}

/** Returns the checkbox of a follow-up, with a chip for states other than open and done. */
export function drawFollowUpBox(
  { stateCharacter: mark, status }: FollowUp,
  reader: Pick<PreviewReader, 'word'>,
): string {
  const state = reader.word(STATUS_MESSAGES[status]);
  const box = checkbox(status === 'done', state);
  const words = status === 'open' && mark !== ' ' ? mark : state;
  return isPlainBox(mark) && (status === 'open' || status === 'done') ? box : `${box} ${chip('status', words)}`;
}

/** Returns a part of a follow-up's text as HTML, with owners and dates as chips and other text as written. */
export function drawTaskText(text: string, followUp: FollowUp, reader: PreviewReader): string {
  const inline = readInline(text);
  const dates = inline.fields.map((field) => drawnDate(text, field, { followUp, reader }));
  const drawn = [...dates, ...drawnOwners(text, followUp, reader)]
    .filter((span) => span !== undefined)
    .sort((a, b) => a.start - b.start);
  let html = '';
  let at = 0;
  for (const { start, end, html: own } of drawn) {
    if (start < at) continue;
    html += escapeHtml(text.slice(at, start)) + own;
    at = end;
  }
  return html + escapeHtml(text.slice(at));
}

function drawnDate(
  text: string,
  { start, end, form, value }: FieldSpan,
  { followUp, reader }: { followUp: FollowUp; reader: PreviewReader },
): DrawnSpan | undefined {
  const today = reader.today();
  const shown = SHOWN_DATES.find((field) => field === form.field);
  const written = text.slice(start, end);
  if (form.field === 'due' && value.problem === 'noSuchDay') {
    const words = reader.word(message('followUp.noSuchDay', text.slice(value.start, value.end)));
    return { start, end, html: chip('overdue', words, written) };
  }
  if (!shown || !value.date) return undefined;
  const date = message(`preview.${shown}`, shortDate(value.date, today));
  const isOverdue =
    form.field === 'due' &&
    value.date === followUp.fields.due &&
    isOpen(followUp.status) &&
    isPastDue(followUp.fields, today);
  return isOverdue
    ? {
        start,
        end,
        html: chip('overdue', reader.word(message('list.dot', date, formatDue(followUp.fields, today))), written),
      }
    : { start, end, html: chip('date', reader.word(date), written) };
}

function drawnOwners(text: string, { owners }: FollowUp, reader: PreviewReader): readonly DrawnSpan[] {
  const drawn = new Map<number, DrawnSpan>();
  for (const { start: nameStart, end: nameEnd, around, mention, isPersonOnly } of readOwners(text).spans) {
    const { name, form } = mention;
    const isOwner = owners.some((owner) => owner.name === name && owner.form === form);
    if (!isOwner || form === 'bare' || (form === 'wiki' && !isPersonOnly && !reader.isPerson(name))) continue;
    const { start, end } = around ?? { start: nameStart, end: nameEnd };
    const html = chip('owner', form === 'at' ? `@${name}` : name, text.slice(start, end));
    // A field may name several people.
    const before = drawn.get(start);
    drawn.set(start, { start, end, html: before ? `${before.html} ${html}` : html });
  }
  return [...drawn.values()];
}
