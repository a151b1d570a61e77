import { plainText, shorten } from '../markdown/plainText';
import { type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import { carriedOftenHint, formatDue } from '../followUp/dueState';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { ownerNames } from '../index/ownership';
import type { FollowUpGroup } from './groups';

/** Maximum length of a title in the status bar. */
const LONGEST_TITLE = 40;

const TAG = /^#[\p{L}\p{M}\p{N}_/-]+$/u;

/** Returns the text of a follow-up without Markdown and without tags at its end. */
export function titleOf({ followUp }: ListedFollowUp): string {
  return withoutTagsAtEnd(plainText(followUp.text)).trim() || followUp.text;
}

/** Returns the status bar text for changed follow-ups: `Marked as done: Send the draft`, `Dropped: 3 follow-ups`. */
export function changeInWords(done: string, items: readonly ListedFollowUp[]): string {
  const [first, ...more] = items;
  return `${done}: ${first && more.length === 0 ? shorten(titleOf(first), LONGEST_TITLE) : `${items.length} follow-ups`}`;
}

/** Returns the parts of a follow-up's description in a list: due date, owners, and further facts. */
export function describeFollowUp(item: ListedFollowUp, today: CivilDate): readonly string[] {
  const { followUp, isOpen, status } = item;
  return [
    isOpen ? formatDue(followUp.fields, today) : formatClosed(item, today),
    formatOwners(item),
    status === 'inProgress' ? 'in progress' : '',
    isOpen ? formatPriority(item) : '',
    isOpen ? formatCarryCount(item) : '',
    followUp.private ? 'private' : '',
    ...followUp.tags.map((tag) => `#${tag}`),
  ].filter((part) => part !== '');
}

/**
 * Returns the owners: `me, Jane Doe`. An ambiguous name becomes a question, and a follow-up without owner returns `''`.
 */
export function formatOwners(item: ListedFollowUp): string {
  return item.ambiguousOwner === undefined ? ownerNames(item).join(', ') : `which ${item.ambiguousOwner}?`;
}

/** Returns advice on a follow-up that was carried very often, otherwise `''`. */
export function formatCarryCount({ followUp: { origin } }: ListedFollowUp): string {
  return carriedOftenHint(origin?.times ?? 0) ?? '';
}

/** Returns the counts of a group: `4 open, 1 overdue`. */
export function formatCounts({ kind, open, overdue }: FollowUpGroup): string {
  if (open === 0) return 'all done';
  return overdue === 0 || kind === 'overdue' ? `${open} open` : `${open} open, ${overdue} overdue`;
}

/** Returns how and when a follow-up was closed: `done 3 days ago`, `dropped`. */
export function formatClosed({ followUp, status }: ListedFollowUp, today: CivilDate): string {
  const { done, cancelled } = followUp.fields;
  const date = done ?? cancelled;
  return [status === 'dropped' ? 'dropped' : 'done', ...(date ? [formatRelative(date, today)] : [])].join(' ');
}

function formatPriority({ followUp }: ListedFollowUp): string {
  const { priority } = followUp.fields;
  return priority ? `${priority} priority` : '';
}

/** Returns the details of a follow-up besides its text, one sentence each. */
export function followUpDetails(item: ListedFollowUp, today: CivilDate): readonly string[] {
  const { followUp, note, since } = item;
  const { due, scheduled, start, done, cancelled, recurrence } = followUp.fields;
  const dated = (what: string, date: CivilDate | undefined): string =>
    date ? `${what} ${shortDate(date, today)}, ${formatRelative(date, today)}` : '';
  const meeting = note.meetings[followUp.meeting]?.date;
  const owners = formatOwners(item);
  const words = formatDue(followUp.fields, today);
  return [
    due ? `Due ${shortDate(due, today)}: ${words}` : sentence(words),
    dated('Scheduled for', scheduled),
    dated('Starts', start),
    dated('Done', done),
    dated('Dropped', cancelled),
    owners === '' ? 'No owner' : `Owed by ${owners}`,
    dated('Open since', item.isOpen ? since : undefined),
    formatCarryCount(item) === '' ? timesCarried(item) : sentence(formatCarryCount(item)),
    recurrence === undefined ? '' : `Repeats ${recurrence}: make the next one yourself`,
    followUp.private ? 'Private: left out of everything that is shared' : '',
    dated('From the 1:1 of', meeting),
    followUp.section === '' ? '' : `Under ${followUp.section}`,
  ].filter((fact) => fact !== '');
}

function timesCarried({ followUp: { origin } }: ListedFollowUp): string {
  return origin ? `Carried ${origin.times}×` : '';
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function withoutTagsAtEnd(text: string): string {
  const wordsAndBlanks = text.split(/(\s+)/);
  while (wordsAndBlanks.length > 1 && TAG.test(wordsAndBlanks.at(-1) ?? '')) {
    wordsAndBlanks.length -= 2;
  }
  return wordsAndBlanks.join('');
}
