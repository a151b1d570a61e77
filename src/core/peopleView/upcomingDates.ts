import { addDays, type CivilDate, daysBetween, formatRelative } from '../dates/civilDate';
import type { NoteIndex } from '../index/noteIndex';
import { nextDay, type PageDate } from '../note/pageDates';
import type { Person } from '../people/person';
import { compareText } from '../text/collections';
import { type Message, message } from '../text/message';

/** A coming date from the page of the reader's manager. */
export interface UpcomingDate {
  readonly day: CivilDate;
  /** The date in words: `Board in 12 days, papers in 5 days`. */
  readonly text: Message;
  readonly uri: string;
  readonly line: number;
  readonly private: boolean;
}

/** Number of days from which on a date is shown beside the person's name. */
const SOON_DAYS = 14;

/** Returns the coming dates on the page of the reader's manager, the next one first. Other people have none. */
export function upcomingDates(index: NoteIndex, person: Person, today: CivilDate): readonly UpcomingDate[] {
  const { page: uri = '', relation } = person;
  const dates = relation === 'manager' ? (index.note(uri)?.page?.dates ?? []) : [];
  return dates
    .flatMap((date): UpcomingDate[] => {
      const day = nextDay(date, today);
      // A weekday would always be near, so it comes up on its day only.
      const isShown = day !== undefined && (date.weekday === undefined || day === today);
      const { line, private: isPrivate } = date;
      return isShown ? [{ day, text: formatDate(date, day, today), uri, line, private: isPrivate }] : [];
    })
    .sort((a, b) => compareText(a.day, b.day) || a.line - b.line);
}

/** Returns the next public date of the coming days, or `undefined`. */
export function dateSoon(dates: readonly UpcomingDate[], today: CivilDate): UpcomingDate | undefined {
  return dates.find(({ day, private: isPrivate }) => !isPrivate && daysBetween(today, day) <= SOON_DAYS);
}

function formatDate({ label, papersBefore }: PageDate, day: CivilDate, today: CivilDate): Message {
  const papers = papersBefore === undefined ? undefined : addDays(day, -papersBefore);
  const when = formatRelative(day, today);
  return papers === undefined || papers < today
    ? message('date.label', label, when)
    : message('date.labelAndPapers', label, when, formatRelative(papers, today));
}
