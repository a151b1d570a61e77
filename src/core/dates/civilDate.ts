import { countedMessage, type Message, message } from '../text/message';

declare const civil: unique symbol;

/** A calendar date without a time zone, written `YYYY-MM-DD`. Its fixed width allows comparison with `<`. */
export type CivilDate = string & { readonly [civil]: true };

const MS_PER_DAY = 86_400_000;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * Returns the date of a year (0 to 9999), a month (1 to 12) and a day, or `undefined` if the calendar has no such day.
 */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  return isDay(year, month, day) ? (`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate) : undefined;
}

/**
 * Parses a text that is exactly `YYYY-MM-DD`. Returns `undefined` for anything else, including impossible days such as
 * 2026-02-30.
 */
export function parseCivilDate(text: string): CivilDate | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) {
    return undefined;
  }
  return isDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)) ? (text as CivilDate) : undefined;
}

/** Adds days to a date; a negative number subtracts. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(epochDay(date) + days);
}

/**
 * Adds months to a date; a negative number subtracts. In a month that is too short the result is its last day. Returns
 * `undefined` outside the years 0 to 9999.
 */
export function addMonths(date: CivilDate, months: number): CivilDate | undefined {
  const target = monthCount(date) + months;
  const year = Math.floor(target / 12);
  const month = target - year * 12 + 1;
  return civilDate(year, month, Math.min(digits(date, 8, 10), daysInMonth(year, month)));
}

/** Returns the number of months from the month of `from` to the month of `to`, negative if `to` is earlier. */
export function monthsBetween(from: CivilDate, to: CivilDate): number {
  return monthCount(to) - monthCount(from);
}

/** Returns the number of days from `from` to `to`, negative if `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDay(to) - epochDay(from);
}

/** Returns the day of the week, from 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CivilDate): number {
  return (((epochDay(date) + 4) % 7) + 7) % 7;
}

/** Returns the ISO week of a date, and the year to which that week belongs. */
export function weekOf(date: CivilDate): { readonly year: string; readonly week: number } {
  const thursday = addDays(date, 4 - (weekdayOf(date) || 7));
  const year = thursday.slice(0, 4);
  return { year, week: Math.floor(daysBetween(`${year}-01-01` as CivilDate, thursday) / 7) + 1 };
}

/** Returns the English name of the day of the week, as notes write it. */
export function weekdayName(date: CivilDate): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[weekdayOf(date)] ?? WEEKDAYS[0];
}

/** Returns the English name of the month, as notes write it. */
export function monthName(date: CivilDate): (typeof MONTHS)[number] {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? MONTHS[0];
}

/** Sources of regular expressions for the names of the months: in full, or their first three or four letters. */
export const MONTH_NAMES: readonly string[] = MONTHS.map((name) => {
  const [start, next, rest] = [name.slice(0, 3), name.slice(3, 4), name.slice(4)];
  return next === '' ? start : `${start}(?:${next}${rest === '' ? '' : `(?:${rest})?`})?`;
});

/** Returns the month (1 to 12) for an English name or its first three or four letters, or `undefined`. */
export function monthNamed(name: string): number | undefined {
  const wanted = name.toLowerCase().replace(/\.$/, '');
  const index = MONTHS.findIndex((month) => {
    const known = month.toLowerCase();
    return known === wanted || (wanted.length >= 3 && wanted.length <= 4 && known.startsWith(wanted));
  });
  return index < 0 ? undefined : index + 1;
}

/** Formats a date as `Mon 30 Nov`, with the year if it differs from that of `today`. */
export function shortDate(date: CivilDate, today: CivilDate): Message {
  const year = date.slice(0, 4);
  const weekday = formatWeekdayBriefly(date);
  const day = Number(date.slice(8));
  const month = message(`monthShort.${monthName(date)}`);
  return year === today.slice(0, 4)
    ? message('date.short', weekday, day, month)
    : message('date.shortWithYear', weekday, day, month, year);
}

/** Formats the day of the week: `Monday`. */
export function formatWeekday(date: CivilDate): Message {
  return message(`weekday.${weekdayName(date)}`);
}

/** Formats the distance from `today` in words: `today`, `tomorrow`, `in 3 days`, `5 days ago`, `6 weeks ago`. */
export function formatRelative(date: CivilDate, today: CivilDate): Message {
  const days = daysBetween(today, date);
  if (days === 0) {
    return message('time.today');
  }
  if (days === 1) {
    return message('time.tomorrow');
  }
  if (days === -1) {
    return message('time.yesterday');
  }
  return days > 0 ? message('time.in', formatDuration(days)) : message('time.ago', formatDuration(-days));
}

/**
 * Formats a number of days: in days up to two weeks, then in weeks, in months from ten weeks, in years from two years.
 */
export function formatDuration(days: number): Message {
  const [unit, count] = durationOf(days);
  return countedMessage(`time.${unit}`, count);
}

/** Formats a number of days as `formatDuration` does, in two or three characters: `5d`, `3w`, `4mo`, `2y`. */
export function formatDurationBriefly(days: number): Message {
  const [unit, count] = durationOf(days);
  return message(`timeShort.${unit}`, count);
}

function durationOf(days: number): readonly ['days' | 'weeks' | 'months' | 'years', number] {
  if (days < 14) return ['days', days];
  if (days < 70) return ['weeks', Math.round(days / 7)];
  return days < 730 ? ['months', Math.round(days / 30.44)] : ['years', Math.floor(days / 365.25)];
}

/** Formats a date as `4 Dec`. */
export function formatDayAndMonth(date: CivilDate): Message {
  return message('date.dayAndMonth', Number(date.slice(8)), message(`monthShort.${monthName(date)}`));
}

/** Formats the day of the week briefly: `Mon`. */
export function formatWeekdayBriefly(date: CivilDate): Message {
  return message(`weekdayShort.${weekdayName(date)}`);
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 0 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function monthCount(date: CivilDate): number {
  return digits(date, 0, 4) * 12 + digits(date, 5, 7) - 1;
}

function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) {
      return -1;
    }
    value = value * 10 + digit;
  }
  return value;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function epochDay(date: CivilDate): number {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999, so cycles of 400 years (146,097 days) are added separately.
  const year = digits(date, 0, 4);
  const inCycle = Date.UTC(2000 + (year % 400), digits(date, 5, 7) - 1, digits(date, 8, 10));
  return inCycle / MS_PER_DAY + (Math.floor(year / 400) - 5) * 146_097;
}

function fromEpochDay(day: number): CivilDate {
  const cycles = Math.floor((day - 10_957) / 146_097);
  const inCycle = new Date((day - cycles * 146_097) * MS_PER_DAY);
  const year = inCycle.getUTCFullYear() + cycles * 400;
  return `${pad(year, 4)}-${pad(inCycle.getUTCMonth() + 1, 2)}-${pad(inCycle.getUTCDate(), 2)}` as CivilDate;
}
