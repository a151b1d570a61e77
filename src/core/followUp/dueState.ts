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

/** Number of carries after which a list asks whether a follow-up will ever be done. */
const CARRIED_OFTEN_AT = 3;

/** The due date of an open follow-up relative to today, as lists show it. */
export type DueState = 'overdue' | 'today' | 'nextSevenDays' | 'later' | 'noDate' | 'invalidDate';

type Due = Pick<Fields, 'due' | 'invalidDue'>;

/** All due states with their names, in the order of lists. */
export const dueStates: ReadonlyMap<DueState, string> = new Map([
  ['overdue', 'Overdue'],
  ['today', 'Today'],
  ['nextSevenDays', 'Next 7 days'],
  ['later', 'Later'],
  ['noDate', 'No date'],
  ['invalidDate', 'Invalid date'],
]);

/** Whether the due date is before `today`. A closed follow-up can be past due too, but it is not overdue. */
export function isPastDue({ due }: Pick<Due, 'due'>, today: CivilDate): boolean {
  return due !== undefined && due < today;
}

/** The due state of an open follow-up. The next seven days begin tomorrow. */
export function dueStateOf({ due, invalidDue }: Due, today: CivilDate): DueState {
  if (!due) return invalidDue === undefined ? 'noDate' : 'invalidDate';
  if (isPastDue({ due }, today)) return 'overdue';
  if (due === today) return 'today';
  return due <= addDays(today, 7) ? 'nextSevenDays' : 'later';
}

/** The due date in words: `3 days overdue`, `due today`, `due Friday`, `due Mon 4 Jan 2027`; `''` without a date. */
export function formatDue({ due, invalidDue }: Due, today: CivilDate): string {
  if (!due) return invalidDue === undefined ? '' : `no such day: ${invalidDue}`;
  const days = daysBetween(today, due);
  if (days < 0) return `${formatDuration(-days)} overdue`;
  if (days <= 1) return `due ${formatRelative(due, today)}`;
  return `due ${days < 7 ? weekdayName(due) : shortDate(due, today)}`;
}

/** Advice for a follow-up that was carried `times` times; `undefined` until it was carried often. */
export function carriedOftenHint(times: number): string | undefined {
  return times >= CARRIED_OFTEN_AT ? `carried ${times}×: do, drop or delegate` : undefined;
}
