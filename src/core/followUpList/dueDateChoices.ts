import { compareText } from '../text/collections';
import { addDays, weekdayName, type CivilDate } from '../dates/civilDate';
import type { PersonSummary } from '../peopleView/summary';

/** A day that something may be put off to, by the name that people have for it. */
export interface DueDateChoice {
  readonly label: string;
  readonly date: CivilDate;
}

const DAYS_TO_NEXT_WEEK = 7;

export function tomorrow(today: CivilDate): DueDateChoice {
  return { label: 'Tomorrow', date: addDays(today, 1) };
}

export function nextWeek(today: CivilDate): DueDateChoice {
  return { label: 'Next Week', date: addDays(today, DAYS_TO_NEXT_WEEK) };
}

/** The next 1:1 with a person, planned or due by the rhythm, if it lies ahead. */
export function nextMeeting({ person, state }: PersonSummary, today: CivilDate): DueDateChoice | undefined {
  const date = state.scheduled ?? state.nextDue;
  return date && date > today ? { label: `Next 1:1 with ${person.name}`, date } : undefined;
}

/** The days that most follow-ups are due on, the nearest first: today, the days of the coming week, the next 1:1. */
export function dueDateChoices(today: CivilDate, summary: PersonSummary | undefined): readonly DueDateChoice[] {
  const weekdays = Array.from({ length: DAYS_TO_NEXT_WEEK - 2 }, (_, index) => addDays(today, index + 2));
  const next = summary && nextMeeting(summary, today);
  return [
    { label: 'Today', date: today },
    tomorrow(today),
    ...weekdays.map((date) => ({ label: weekdayName(date), date })),
    nextWeek(today),
    ...(next ? [next] : []),
  ].sort((a, b) => compareText(a.date, b.date));
}
