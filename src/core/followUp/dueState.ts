import {
  addDays,
  daysBetween,
  formatDayAndMonth,
  formatDurationBriefly,
  formatRelative,
  formatWeekdayBriefly,
  shortDate,
  formatDuration,
  formatWeekday,
  type CivilDate,
} from '../dates/civilDate';
import { message, type Text } from '../text/message';
import type { Fields } from '../taskText/taskFields';

/** Number of carries after which a list asks whether a follow-up will ever be done. */
const CARRIED_OFTEN_AT = 3;

/** The due date of an open follow-up relative to today, as lists show it. */
export type DueState = 'overdue' | 'today' | 'nextSevenDays' | 'later' | 'noDate' | 'invalidDate';

type Due = Pick<Fields, 'due' | 'invalidDue'>;

/** All due states in the order of lists. */
export const dueStates: readonly DueState[] = ['overdue', 'today', 'nextSevenDays', 'later', 'noDate', 'invalidDate'];

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
export function formatDue({ due, invalidDue }: Due, today: CivilDate): Text {
  if (!due) return invalidDue === undefined ? '' : message('followUp.noSuchDay', invalidDue);
  const days = daysBetween(today, due);
  if (days < 0) return message('followUp.overdue', formatDuration(-days));
  if (days <= 1) return message('followUp.due', formatRelative(due, today));
  return message('followUp.due', days < 7 ? formatWeekday(due) : shortDate(due, today));
}

/**
 * The due date in a few characters, to begin a row: `3w!` when overdue by three weeks, `today`, `Fri`, `4 Dec`; `''`
 * without a date. Only overdue follow-ups have a duration.
 */
export function formatDueBriefly({ due, invalidDue }: Due, today: CivilDate): Text {
  if (!due) return invalidDue === undefined ? '' : message('followUp.noSuchDayBriefly');
  const days = daysBetween(today, due);
  if (days < 0) return message('followUp.overdueBriefly', formatDurationBriefly(-days));
  if (days === 0) return message('time.today');
  return days < 7 ? formatWeekdayBriefly(due) : formatDayAndMonth(due);
}

/** Tests whether a follow-up was carried so often that a list advises to do, drop or delegate it. */
export function isCarriedOften(times: number): boolean {
  return times >= CARRIED_OFTEN_AT;
}
