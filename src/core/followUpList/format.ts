import { plainText, shorten } from '../markdown/plainText';
import { type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import { carriedOftenHint, formatDue } from '../followUp/state';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { ownerNames } from '../index/ownership';
import type { FollowUpGroup } from './groups';

/** The longest title that leaves room for other items of the status bar. */
const LONGEST_TITLE = 40;

const TAGS_AT_THE_END = /(?:\s+#[\p{L}\p{M}\p{N}_/-]+)+$/u;

/** What is to be done, as it reads, without tags at its end. */
export function titleOf({ followUp }: ListedFollowUp): string {
  return plainText(followUp.text).replace(TAGS_AT_THE_END, '').trim() || followUp.text;
}

/** What was done to follow-ups, for a status bar: `Marked as done: Send the draft`, `Dropped: 3 follow-ups`. */
export function changeInWords(done: string, items: readonly ListedFollowUp[]): string {
  const [first, ...more] = items;
  return `${done}: ${first && more.length === 0 ? shorten(titleOf(first), LONGEST_TITLE) : `${items.length} follow-ups`}`;
}

/** What a list says beside the title: when it is due, who owes it, what is special about it. One part for each. */
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

/** Who owes it: `me, Jane Doe`; asks which one where several bear the name; `''` when nobody does. */
export function formatOwners(item: ListedFollowUp): string {
  return item.ambiguousOwner === undefined ? ownerNames(item).join(', ') : `which ${item.ambiguousOwner}?`;
}

/** What to do about it when it was carried so often that it may never be done; else `''`. */
export function formatCarryCount({ followUp: { origin } }: ListedFollowUp): string {
  return carriedOftenHint(origin?.times ?? 0) ?? '';
}

/** What a group holds, in numbers: `4 open, 1 overdue`. */
export function formatCounts({ kind, open, overdue }: FollowUpGroup): string {
  if (open === 0) return 'all done';
  return overdue === 0 || kind === 'overdue' ? `${open} open` : `${open} open, ${overdue} overdue`;
}

/** What became of it and when: `done 3 days ago`, `dropped`. */
export function formatClosed({ followUp, status }: ListedFollowUp, today: CivilDate): string {
  const { done, cancelled } = followUp.fields;
  const date = done ?? cancelled;
  return [status === 'dropped' ? 'dropped' : 'done', ...(date ? [formatRelative(date, today)] : [])].join(' ');
}

function formatPriority({ followUp }: ListedFollowUp): string {
  const { priority } = followUp.fields;
  return priority ? `${priority} priority` : '';
}

/** All that is known of a follow-up besides its words, a sentence each, as text. */
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
