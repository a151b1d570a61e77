import type { ParsedComponents } from 'chrono-node';
import { addDays, addMonths, civilDate, monthsBetween, parseCivilDate, type CivilDate } from './civilDate';
import type { Refusal } from '../text/edit';
import { anyOf, message } from '../text/message';

const LEADING_WORD = /^(?:due|by|on|until|till)\s+/;
const DIGITS_APART = /\d\s*[./]\s*\d|\d-\d/;
const TWO_NUMBERS = /^(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{2}|\d{4}))?$/;
/** `2026/11/30`, `2026.11.30`, and `26-11-30` as Todo+ writes it. */
const YEAR_FIRST = /^(\d{4}(?=[./])|\d{2}(?=-))([-./])(\d{1,2})\2(\d{1,2})$/;
const SHORT_YEAR = /\d(?:st|nd|rd|th)?\b.*\b'?\d{1,2}$/;
const COUNTED = /\b(?:days?|weeks?|months?|years?)\b/;
const SOME_MONTHS = /\b(?:in|within|next|from now)\b.*\b(?:months?|years?)\b|\b(?:months?|years?) from now$/;
/** Months together with days, and quarters: the day depends on the order in which chrono-node adds them. */
const MIXED_UNITS = /^(?=.*(?:months?|mos?|years?|yrs?)\b)(?=.*(?:\b|\d)(?:days?|d|weeks?|w)\b)|(?:quarters?|qtrs?)\b/;
const PAST = /\b(?:last|past|ago|yesterday)\b/;
/** What chrono-node has no words for, in words that it has. */
const IN_OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['eom', 'end of month'],
  ['in a fortnight', 'in two weeks'],
  ['end of year', '31 december'],
  ['end of the year', '31 december'],
  ['eoy', '31 december'],
]);

/**
 * The date that somebody means by a date as we write it, or by English words: `friday`, `in two weeks`, `4 dec`. Digits
 * with slashes or points are refused, since day and month may stand in either order; so is what is not wholly a date.
 */
export async function readDateWords(written: string, today: CivilDate): Promise<CivilDate | Refusal> {
  const words = written.trim().toLowerCase().replace(/\s+/g, ' ').replace(LEADING_WORD, '');
  const date = parseCivilDate(words);
  if (date) return date;
  if (DIGITS_APART.test(words)) return notSure(written.trim(), ambiguousDates(words, today));
  if (/^(?:the )?day after tomorrow$/.test(words)) return addDays(today, 2);
  return (await dateOfWords(IN_OTHER_WORDS.get(words) ?? words, today)) ?? notSure(written.trim(), []);
}

/** The dates that digits with slashes, points or hyphens may mean: the month first and the day first, without doubles. */
export function ambiguousDates(written: string, today: CivilDate): readonly CivilDate[] {
  const [, first, second, year = today.slice(0, 4)] = TWO_NUMBERS.exec(written.trim()) ?? [];
  if (first === undefined || second === undefined) return [];
  const monthFirst = civilDate(fullYear(year), Number(first), Number(second));
  const dayFirst = civilDate(fullYear(year), Number(second), Number(first));
  return [...new Set([monthFirst, dayFirst].filter((date) => date !== undefined))];
}

/**
 * The days that a date may mean which was not read for sure, for somebody to choose from: digits in every order that the
 * calendar has, else English words. Empty when it is no date at all.
 */
export async function candidateDates(written: string, today: CivilDate): Promise<readonly CivilDate[]> {
  const digits = [...yearFirst(written.trim()), ...ambiguousDates(written, today)];
  if (digits.length > 0) return [...new Set(digits)];
  const date = await readDateWords(written, today);
  return typeof date === 'string' ? [date] : [];
}

function yearFirst(written: string): CivilDate[] {
  const [, year, , month, day] = YEAR_FIRST.exec(written) ?? [];
  const date = year === undefined ? undefined : civilDate(fullYear(year), Number(month), Number(day));
  return date ? [date] : [];
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function notSure(written: string, dates: readonly CivilDate[]): Refusal {
  if (dates.length > 1) return { refused: message('date.ambiguous', written, anyOf(dates)) };
  return { refused: message('date.unreadable', written, dates[0] ?? '2026-12-04') };
}

async function dateOfWords(words: string, today: CivilDate): Promise<CivilDate | undefined> {
  if ((SHORT_YEAR.test(words) && !COUNTED.test(words)) || MIXED_UNITS.test(words)) return undefined;
  const start = await wholeDate(words, today);
  if (!start || start.isCertain('hour')) return undefined;
  if (start.isCertain('day') || start.isCertain('weekday')) return dayOf(start);
  return SOME_MONTHS.test(words) ? monthsFromToday(words, today) : undefined;
}

/**
 * Reads words that count months or years. chrono-node adds them to the day of the month and runs over the end of a shorter
 * month, so it counts them from the first of the month here.
 */
async function monthsFromToday(words: string, today: CivilDate): Promise<CivilDate | undefined> {
  const first = addDays(today, 1 - Number(today.slice(8)));
  const start = await wholeDate(words, first);
  const counted = start && dayOf(start);
  return counted && addMonths(today, monthsBetween(first, counted));
}

/** Reads words that are one date from their first letter to their last. */
async function wholeDate(words: string, today: CivilDate): Promise<ParsedComponents | undefined> {
  const { parse } = await import('chrono-node/en');
  const [result, ...others] = parse(words, localNoon(today), { forwardDate: !PAST.test(words) });
  return !result || others.length > 0 || result.end || result.text !== words ? undefined : result.start;
}

/** Takes the parts of the date and not the instant: a time zone could make another day of it. */
function dayOf(start: ParsedComponents): CivilDate | undefined {
  return civilDate(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
}

/** Noon of the day in the zone of this machine: the middle, so that no change of clocks makes another day of it. */
function localNoon(date: CivilDate): Date {
  const noon = new Date(2000, 0, 1, 12);
  noon.setFullYear(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
  return noon;
}
