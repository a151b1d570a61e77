import {
  addDays,
  daysBetween,
  formatRelative,
  shortDate,
  formatDuration,
  weekdayName,
  type CivilDate,
} from '../dates/civilDate';
import type { Fields } from '../taskText/taskFields';

/** When a follow-up is due, as far as lists tell it apart. */
export type DueBucket = 'overdue' | 'today' | 'nextSevenDays' | 'later' | 'noDate' | 'invalidDate';

type Due = Pick<Fields, 'due' | 'invalidDue'>;

/** The buckets in the order of lists, with their names. */
export const dueBuckets: ReadonlyMap<DueBucket, string> = new Map([
  ['overdue', 'Overdue'],
  ['today', 'Today'],
  ['nextSevenDays', 'Next 7 days'],
  ['later', 'Later'],
  ['noDate', 'No date'],
  ['invalidDate', 'Invalid date'],
]);

/** The bucket of a follow-up that is open; the next seven days begin tomorrow. */
export function dueBucketOf({ due, invalidDue }: Due, today: CivilDate): DueBucket {
  if (!due) return invalidDue === undefined ? 'noDate' : 'invalidDate';
  if (due <= today) return due < today ? 'overdue' : 'today';
  return due <= addDays(today, 7) ? 'nextSevenDays' : 'later';
}

/** When it is due, in words: `3 days overdue`, `due today`, `due Friday`, `due Mon 4 Jan 2027`; `''` without a date. */
export function formatDue({ due, invalidDue }: Due, today: CivilDate): string {
  if (!due) return invalidDue === undefined ? '' : `no such day: ${invalidDue}`;
  const days = daysBetween(today, due);
  if (days < 0) return `${formatDuration(-days)} overdue`;
  if (days <= 1) return `due ${formatRelative(due, today)}`;
  return `due ${days < 7 ? weekdayName(due) : shortDate(due, today)}`;
}
