import { addDays, type CivilDate, daysBetween, monthName, weekdayOf } from '../dates/civilDate';
import { findDate } from '../dates/findDate';
import { replaceDate } from '../dates/replaceDate';

/** A way to write the period of a date. */
type Writer = (date: CivilDate) => string;

const YEARS: readonly Writer[] = [(date) => date.slice(0, 4)];
const MONTHS: readonly Writer[] = [
  (date) => date.slice(5, 7),
  (date) => String(Number(date.slice(5, 7))),
  monthName,
  (date) => monthName(date).slice(0, 3),
];
const DAYS: readonly Writer[] = [(date) => date.slice(8)];
/** Quarters and weeks, which are certain also without a year around them. */
const PARTS: readonly Writer[] = [
  (date) => `Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`,
  (date) => `H${date.slice(5, 7) < '07' ? 1 : 2}`,
  ...['W', 'KW', 'CW', 'Wk', 'Week'].flatMap((name): Writer[] => [
    (date) => name + String(weekOf(date).week).padStart(2, '0'),
    (date) => name + String(weekOf(date).week),
  ]),
];
const WEEKS: readonly Writer[] = [
  (date) => String(weekOf(date).week).padStart(2, '0'),
  (date) => String(weekOf(date).week),
];
const WEEK_WORD = /^(?:k?w|cw|wk|week|woche)$/i;
const WEEK = /^(?:k?w|cw|wk|week)\d{1,2}$/i;
/** A word of a folder name. A year may be joined to a month, a quarter or a week: `2026Q4`, `202611`. */
const WORD = /(\d{4}(?=(?:[qhw]|kw)\d|\d{2}(?!\d))|[\p{L}\d]+)/iu;

/** Returns the ISO week of a date, and the year to which that week belongs. */
function weekOf(date: CivilDate): { readonly year: string; readonly week: number } {
  const thursday = addDays(date, 4 - (weekdayOf(date) || 7));
  const year = thursday.slice(0, 4);
  return { year, week: Math.floor(daysBetween(`${year}-01-01` as CivilDate, thursday) / 7) + 1 };
}

/** Replaces the old date in folder names, and its year, quarter, month, week and day. */
export function foldersOfDate(folders: readonly string[], old: CivilDate, date: CivilDate): readonly string[] {
  let isInYear = false;
  let isInMonth = false;
  return folders.map((folder, index) => {
    const whole = findDate(folder)?.date === old ? replaceDate(folder, date) : undefined;
    if (whole) return whole.text;
    // Weeks at the turn of a year belong to the year of most of their days.
    const isOfWeek = hasWeek(folder) || (isYear(folder) && hasWeek(folders[index + 1] ?? ''));
    const years: readonly Writer[] = isOfWeek ? [(each) => weekOf(each).year] : YEARS;
    const parts = folder.split(WORD);
    const hasYear = parts.some((part) => matching(part, years, old) !== undefined);
    const isInPeriod = isInYear || hasYear;
    const candidates = [...years, ...PARTS, ...(isInPeriod ? MONTHS : []), ...(isInMonth ? DAYS : [])];
    const written = parts.map((part, at) => {
      const isWeekNumber = WEEK_WORD.test(parts[at - 2] ?? '');
      const writer = matching(part, isWeekNumber ? WEEKS : candidates, old);
      return writer ? inCaseOf(part, writer(date)) : part;
    });
    isInMonth ||= isInPeriod && parts.some((part) => matching(part, MONTHS, old) !== undefined);
    isInYear ||= isYear(folder) && hasYear;
    return written.join('');
  });
}

function hasWeek(folder: string): boolean {
  const parts = folder.split(WORD);
  return parts.some((part) => WEEK.test(part) || WEEK_WORD.test(part));
}

function isYear(folder: string): boolean {
  return /^\d{4}$/.test(folder);
}

function matching(part: string, writers: readonly Writer[], old: CivilDate): Writer | undefined {
  return part === '' ? undefined : writers.find((write) => write(old).toLowerCase() === part.toLowerCase());
}

function inCaseOf(old: string, written: string): string {
  if (old === old.toLowerCase()) return written.toLowerCase();
  return old === old.toUpperCase() && /\p{L}{2}/u.test(old) ? written.toUpperCase() : written;
}
