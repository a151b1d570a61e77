import { compareText } from '../text/collections';
import { addDays, formatWeekday, type CivilDate } from '../dates/civilDate';
import type { PersonSummary } from '../peopleView/summary';
import { type Message, message } from '../text/message';

/** A date to choose as due date, and its label. */
export interface DueDateChoice {
  readonly label: Message;
  readonly date: CivilDate;
}

const DAYS_TO_NEXT_WEEK = 7;

export function tomorrow(today: CivilDate): DueDateChoice {
  return { label: message('choice.tomorrow'), date: addDays(today, 1) };
}

export function nextWeek(today: CivilDate): DueDateChoice {
  return { label: message('choice.nextWeek'), date: addDays(today, DAYS_TO_NEXT_WEEK) };
}

/** Returns the next 1:1 with a person, scheduled or due by the cadence, if it is in the future. */
export function nextMeeting({ person, state }: PersonSummary, today: CivilDate): DueDateChoice | undefined {
  const date = state.scheduled ?? state.nextDue;
  return date && date > today ? { label: message('choice.nextMeeting', person.name), date } : undefined;
}

/** Returns the usual due dates in order: today, the days of the coming week, and the next 1:1. */
export function dueDateChoices(today: CivilDate, summary: PersonSummary | undefined): readonly DueDateChoice[] {
  const weekdays = Array.from({ length: DAYS_TO_NEXT_WEEK - 2 }, (_, index) => addDays(today, index + 2));
  const next = summary && nextMeeting(summary, today);
  return [
    { label: message('choice.today'), date: today },
    tomorrow(today),
    ...weekdays.map((date) => ({ label: formatWeekday(date), date })),
    nextWeek(today),
    ...(next ? [next] : []),
  ].sort((a, b) => compareText(a.date, b.date));
}
