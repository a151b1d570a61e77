import { compareText } from '../text/collections';
import { addDays, formatWeekday, type CivilDate, weekdayOf } from '../dates/civilDate';
import type { PersonSummary } from '../peopleView/summary';
import { type Message, message } from '../text/message';

/** A date to choose as due date, and its label. */
export interface DueDateChoice {
  readonly label: Message;
  readonly date: CivilDate;
}

const DAYS_OF_WEEK = 7;
const MONDAY = 1;
const FRIDAY = 5;

/** Returns the next day with this weekday, from 0 for Sunday, after `date`. */
function nextWeekday(date: CivilDate, weekday: number): CivilDate {
  return addDays(date, ((weekday - weekdayOf(date) + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK) + 1);
}

function isWeekend(date: CivilDate): boolean {
  return weekdayOf(date) === 0 || weekdayOf(date) === DAYS_OF_WEEK - 1;
}

/** Returns the date, or the Monday after it if it is on a weekend. */
function workday(date: CivilDate): CivilDate {
  return isWeekend(date) ? nextWeekday(date, MONDAY) : date;
}

/**
 * Returns the next 1:1 with a person: as scheduled, or else the workday on which it is due. An overdue one may be
 * tomorrow. Returns `undefined` if nothing is known.
 */
export function nextMeeting({ person, state }: PersonSummary, today: CivilDate): DueDateChoice | undefined {
  const { scheduled, nextDue } = state;
  if (scheduled === undefined && nextDue === undefined) return undefined;
  const tomorrow = addDays(today, 1);
  const date = scheduled ?? workday(nextDue !== undefined && nextDue > tomorrow ? nextDue : tomorrow);
  return { label: message('choice.nextMeeting', person.name), date };
}

/**
 * Returns the days that people name, none of them on a weekend except today: today, tomorrow, Friday, Monday, the next
 * 1:1, and in two weeks. A day is listed once.
 */
export function dayChoices(today: CivilDate, next: DueDateChoice | undefined): readonly DueDateChoice[] {
  const tomorrow = addDays(today, 1);
  const friday = nextWeekday(today, FRIDAY);
  const monday = nextWeekday(today, MONDAY);
  const choices = [
    { label: message('choice.today'), date: today },
    ...(isWeekend(tomorrow) ? [] : [{ label: message('choice.tomorrow'), date: tomorrow }]),
    ...[friday, monday].sort().map((date) => ({ label: formatWeekday(date), date })),
    { label: message('choice.twoWeeks'), date: workday(addDays(today, 2 * DAYS_OF_WEEK)) },
  ];
  const others = choices.filter(({ date }, at) => choices.findIndex((each) => each.date === date) === at);
  return [...others.slice(0, -1), ...(next ? [next] : []), ...others.slice(-1)];
}

/**
 * Returns the days to postpone follow-ups to, all of them after today and after the latest of their due dates. With a
 * due date ahead, these include one and two weeks after it. A day is listed once.
 */
export function snoozeChoices(
  today: CivilDate,
  dues: readonly CivilDate[],
  next: DueDateChoice | undefined,
): readonly DueDateChoice[] {
  const due = dues.reduce((latest, each) => (each > latest ? each : latest), today);
  const usual = dayChoices(today, next).filter(({ date }) => date > due);
  if (due === today) return usual;
  const further = [
    { label: message('choice.weekLater'), date: workday(addDays(due, DAYS_OF_WEEK)) },
    { label: message('choice.twoWeeksLater'), date: workday(addDays(due, 2 * DAYS_OF_WEEK)) },
  ];
  return [...usual, ...further.filter(({ date }) => usual.every((each) => each.date !== date))];
}

/** Returns the usual due dates in order: today, the days of the coming week, and the next 1:1. */
export function dueDateChoices(today: CivilDate, summary: PersonSummary | undefined): readonly DueDateChoice[] {
  const weekdays = Array.from({ length: DAYS_OF_WEEK - 2 }, (_, index) => addDays(today, index + 2));
  const next = summary && nextMeeting(summary, today);
  return [
    { label: message('choice.today'), date: today },
    { label: message('choice.tomorrow'), date: addDays(today, 1) },
    ...weekdays.map((date) => ({ label: formatWeekday(date), date })),
    { label: message('choice.nextWeek'), date: nextWeekday(today, MONDAY) },
    ...(next ? [next] : []),
  ].sort((a, b) => compareText(a.date, b.date));
}
