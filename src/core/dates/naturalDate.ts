import type { ParsedComponents } from 'chrono-node';
import { addDays, addMonths, civilDate, monthsBetween, parseCivilDate, type CivilDate } from './civilDate';
import type { Refusal } from '../text/edit';
import { joinTexts, message } from '../text/message';

const LEADING_WORD = /^(?:due|by|on|until|till)\s+/;
const DIGITS_APART = /\d\s*[./]\s*\d|\d-\d/;
const TWO_NUMBERS = /^(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{2}|\d{4}))?$/;
/** Matches `2026/11/30`, `2026.11.30`, and `26-11-30` as Todo+ writes it. */
const YEAR_FIRST = /^(\d{4}(?=[./])|\d{2}(?=-))([-./])(\d{1,2})\2(\d{1,2})$/;
const SHORT_YEAR = /\d(?:st|nd|rd|th)?\b.*\b'?\d{1,2}$/;
const COUNTED = /\b(?:days?|weeks?|months?|years?)\b/;
const SOME_MONTHS = /\b(?:in|within|next|from now)\b.*\b(?:months?|years?)\b|\b(?:months?|years?) from now$/;
/**
 * Matches quarters, and months mixed with days: the result would depend on the order in which chrono-node adds them.
 */
const MIXED_UNITS = /^(?=.*(?:months?|mos?|years?|yrs?)\b)(?=.*(?:\b|\d)(?:days?|d|weeks?|w)\b)|(?:quarters?|qtrs?)\b/;
const PAST = /\b(?:last|past|ago|yesterday)\b/;
/** Phrases that chrono-node does not know, with a phrase that it knows. */
const IN_OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['eom', 'end of month'],
  ['in a fortnight', 'in two weeks'],
  ['end of year', '31 december'],
  ['end of the year', '31 december'],
  ['eoy', '31 december'],
]);

/**
 * Reads a date that the user typed: `YYYY-MM-DD` or English words such as `friday`, `in two weeks`, `4 dec`. Refuses
 * digits with slashes or points, because day and month may come in either order, and text that is not entirely a date.
 */
export async function readDateWords(written: string, today: CivilDate): Promise<CivilDate | Refusal> {
  const words = written.trim().toLowerCase().replace(/\s+/g, ' ').replace(LEADING_WORD, '');
  const date = parseCivilDate(words);
  if (date) return date;
  if (DIGITS_APART.test(words)) return notSure(written.trim(), ambiguousDates(words, today));
  if (/^(?:the )?day after tomorrow$/.test(words)) return addDays(today, 2);
  return (await dateOfWords(IN_OTHER_WORDS.get(words) ?? words, today)) ?? notSure(written.trim(), []);
}

/**
 * Returns the possible dates for digits with slashes, points or hyphens: month first, then day first, without
 * duplicates.
 */
export function ambiguousDates(written: string, today: CivilDate): readonly CivilDate[] {
  const [, first, second, year = today.slice(0, 4)] = TWO_NUMBERS.exec(written.trim()) ?? [];
  if (first === undefined || second === undefined) return [];
  const monthFirst = civilDate(fullYear(year), Number(first), Number(second));
  const dayFirst = civilDate(fullYear(year), Number(second), Number(first));
  return [...new Set([monthFirst, dayFirst].filter((date) => date !== undefined))];
}

/**
 * Returns the possible dates for a text that is not a clear date, so that the user can choose: digits in every valid
 * order, or else English words. The list is empty if the text is not a date.
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
  if (dates.length > 1) return { refused: message('date.ambiguous', written, joinTexts('list.or', dates)) };
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
 * Reads words that count months or years. chrono-node would run over the end of a shorter month, so the months are
 * counted from the first of the month.
 */
async function monthsFromToday(words: string, today: CivilDate): Promise<CivilDate | undefined> {
  const first = addDays(today, 1 - Number(today.slice(8)));
  const start = await wholeDate(words, first);
  const counted = start && dayOf(start);
  return counted && addMonths(today, monthsBetween(first, counted));
}

/** Reads words that are one date as a whole. */
async function wholeDate(words: string, today: CivilDate): Promise<ParsedComponents | undefined> {
  const { parse } = await import('chrono-node/en');
  const [result, ...others] = parse(words, localNoon(today), { forwardDate: !PAST.test(words) });
  return !result || others.length > 0 || result.end || result.text !== words ? undefined : result.start;
}

/** Uses the parts of the date instead of the instant, which a time zone could move to another day. */
function dayOf(start: ParsedComponents): CivilDate | undefined {
  return civilDate(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
}

/** Returns noon of the day in local time, which no clock change can move to another day. */
function localNoon(date: CivilDate): Date {
  const noon = new Date(2000, 0, 1, 12);
  noon.setFullYear(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
  return noon;
}
