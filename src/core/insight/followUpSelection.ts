import type { CivilDate } from '../civilDate';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { filterTest, type FollowUpFilter } from './followUpFilter';

/** Which of all follow-ups a list shows. */
export interface FollowUpSelection {
  readonly today: CivilDate;
  readonly filter: FollowUpFilter;
  /** Shows also what was closed on this day or later; left out to show none of that. */
  readonly doneSince?: CivilDate;
  /** Whether a closed one stays listed where it was, as one that was ticked a moment ago. */
  readonly keeps?: (item: ListedFollowUp) => boolean;
}

/** Whether a follow-up is listed. */
export function selectionTest(selection: FollowUpSelection): (item: ListedFollowUp) => boolean {
  const passes = filterTest(selection.filter, selection.today);
  return (item) => (item.isOpen || isKept(item, selection) || isRecent(item, selection)) && passes(item);
}

/** Whether it is among those that are shown because they were closed lately: they stand behind all others. */
export function isRecentlyClosed(item: ListedFollowUp, selection: FollowUpSelection): boolean {
  return !item.isOpen && !isKept(item, selection);
}

function isKept(item: ListedFollowUp, { keeps }: FollowUpSelection): boolean {
  return isClosed(item) && keeps?.(item) === true;
}

/** Carried and moved ones are not closed: they stand open in another place. */
function isClosed({ status }: ListedFollowUp): boolean {
  return status === 'done' || status === 'dropped';
}

/** What has no date of its own was closed in its meeting or later. */
function isRecent(item: ListedFollowUp, { doneSince }: FollowUpSelection): boolean {
  if (doneSince === undefined || !isClosed(item)) {
    return false;
  }
  const { done, cancelled } = item.followUp.fields;
  const closed = done ?? cancelled ?? item.note.meetings[item.followUp.meeting]?.date;
  return closed !== undefined && closed >= doneSince;
}
