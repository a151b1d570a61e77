import { plainText, shorten } from '../markdown/plainText';
import { type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import { dueStateOf, formatDue, isCarriedOften } from '../followUp/followUp';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { countedMessage, joinTexts, type Message, message, type Text } from '../text/message';
import type { FollowUpGroup } from './groups';

/** Maximum length of a title in the status bar. */
const LONGEST_TITLE = 40;

const TAG = /^#[\p{L}\p{M}\p{N}_/-]+$/u;

/** Returns the text of a follow-up without Markdown and without tags at its end. */
export function titleOf({ text }: Pick<ListedFollowUp, 'text'>): string {
  return withoutTagsAtEnd(plainText(text)).trim() || text;
}

/** Returns the status bar text for changed follow-ups: `Marked as done: Send the draft`, `Dropped: 3 follow-ups`. */
export function formatChange(done: string, items: readonly ListedFollowUp[]): Message {
  const [first, ...more] = items;
  const changed =
    first && more.length === 0
      ? shorten(titleOf(first), LONGEST_TITLE)
      : countedMessage('followUp.count', items.length);
  return message('list.labeled', done, changed);
}

/** Returns the parts of a follow-up's description in a list: due date, owners, and further facts. */
export function describeFollowUp(item: ListedFollowUp, today: CivilDate): readonly Text[] {
  const { followUp, isOpen, status } = item;
  return [
    isOpen ? formatDue(followUp.fields, today) : formatClosed(item, today),
    formatOwners(item),
    status === 'inProgress' ? message('followUp.inProgress') : '',
    isOpen ? formatPriority(item) : '',
    isOpen ? formatCarriedOften(item) : '',
    followUp.private ? message('followUp.private') : '',
    ...followUp.tags.map((tag) => `#${tag}`),
  ].filter((part) => part !== '');
}

/** Returns what a screen reader says of a follow-up after its text: its description, and what it lacks. */
export function sayFollowUp(item: ListedFollowUp, today: CivilDate): readonly Text[] {
  const { followUp, isOpen, owners, ambiguousOwner } = item;
  const isUndated = isOpen && dueStateOf(followUp.fields, today) === 'noDate';
  const isUnowned = isOpen && owners.length === 0 && ambiguousOwner === undefined;
  return [
    ...(isUndated ? [message('followUp.noDate')] : []),
    ...(isUnowned ? [message('followUp.noOwner')] : []),
    ...describeFollowUp(item, today),
  ];
}

/**
 * Returns the owners: `me, Jane Doe`. An ambiguous name becomes a question, and a follow-up without owner returns `''`.
 */
export function formatOwners(item: ListedFollowUp): Text {
  return item.ambiguousOwner === undefined
    ? joinTexts('list.comma', formatOwnerNames(item))
    : message('followUp.which', item.ambiguousOwner);
}

/** Returns the name of each owner, and `me` for the user. */
function formatOwnerNames({ owners }: ListedFollowUp): readonly Text[] {
  return owners.map((owner) => (owner === 'me' ? message('followUp.me') : owner.name));
}

/** Returns advice on a follow-up that was carried very often, otherwise `''`. */
export function formatCarriedOften({ followUp: { origin } }: ListedFollowUp): Text {
  return origin && isCarriedOften(origin.times) ? message('followUp.carriedOften', origin.times) : '';
}

/** Returns the counts of a group: `1 overdue, 4 open`, or `4 open`. */
export function formatCounts({ kind, open, overdue }: FollowUpGroup): Message {
  if (open === 0) return message('followUp.allDone');
  return overdue === 0 || kind === 'overdue'
    ? message('followUp.open', open)
    : message('followUp.openAndOverdue', open, overdue);
}

/** Returns how and when a follow-up was closed: `done 3 days ago`, `dropped`. */
export function formatClosed({ followUp, status }: ListedFollowUp, today: CivilDate): Message {
  const { done, cancelled } = followUp.fields;
  const date = done ?? cancelled;
  const isDropped = status === 'dropped';
  if (!date) return message(isDropped ? 'followUp.dropped' : 'followUp.done');
  return message(isDropped ? 'followUp.droppedWhen' : 'followUp.doneWhen', formatRelative(date, today));
}

function formatPriority({ followUp }: ListedFollowUp): Text {
  const { priority } = followUp.fields;
  return priority ? message('followUp.priority', priority) : '';
}

/** Returns the details of a follow-up besides its text, one sentence each. */
export function followUpDetails(item: ListedFollowUp, today: CivilDate): readonly Text[] {
  const { followUp, note, since } = item;
  const { scheduled, start, done, cancelled, recurrence } = followUp.fields;
  const dated = (id: DatedDetail, date: CivilDate | undefined): Text =>
    date ? message(id, shortDate(date, today), formatRelative(date, today)) : '';
  const owners = formatOwners(item);
  return [
    dueDetail(item, today),
    dated('detail.scheduled', scheduled),
    dated('detail.start', start),
    dated('detail.done', done),
    dated('detail.dropped', cancelled),
    owners === '' ? message('detail.noOwner') : message('detail.owner', owners),
    dated('detail.since', item.isOpen ? since : undefined),
    carryDetail(item),
    recurrence === undefined ? '' : message('detail.repeats', recurrence),
    followUp.private ? message('detail.private') : '',
    dated('detail.meeting', note.meetings[followUp.meeting]?.date),
    followUp.section === '' ? '' : message('detail.section', followUp.section),
  ].filter((fact) => fact !== '');
}

/** The details that end with a date, twice: as a day and relative to today. */
type DatedDetail = `detail.${'scheduled' | 'start' | 'done' | 'dropped' | 'since' | 'meeting'}`;

function dueDetail({ followUp: { fields } }: ListedFollowUp, today: CivilDate): Text {
  const { due, invalidDue } = fields;
  if (due) return message('detail.due', shortDate(due, today), formatDue(fields, today));
  return invalidDue === undefined ? '' : message('detail.noSuchDay', invalidDue);
}

function carryDetail({ followUp: { origin } }: ListedFollowUp): Text {
  if (!origin) return '';
  return message(isCarriedOften(origin.times) ? 'detail.carriedOften' : 'detail.carried', origin.times);
}

function withoutTagsAtEnd(text: string): string {
  const wordsAndBlanks = text.split(/(\s+)/);
  while (wordsAndBlanks.length > 1 && TAG.test(wordsAndBlanks.at(-1) ?? '')) {
    wordsAndBlanks.length -= 2;
  }
  return wordsAndBlanks.join('');
}
