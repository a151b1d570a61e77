import { civilDate, formatWeekday, parseCivilDate, type CivilDate } from './civilDate';
import type { Refusal } from '../text/edit';
import { joinTexts, message } from '../text/message';

const LEADING_WORD = /^(?:due|by|on|until|till) /;
const DIGITS_APART = /\d\s*[./]\s*\d|\d-\d/;
const TWO_NUMBERS = /^(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{2}|\d{4}))?$/;
/** Matches `2026.11.30`, and `26-11-30` as Todo+ writes it. */
const YEAR_FIRST = /^(\d{4}(?=[./])|\d{2}(?=-))([-./])(\d{1,2})\2(\d{1,2})$/;
/** Matches a time of the day after a date. The day counts. */
const TIME_BEHIND =
  /(?:t(?=\d)|,? (?:at |@ ?)?)(?:\d{1,2}(?::\d{2})? ?[ap]\.?m\.?|(?:[01]?\d|2[0-3]):[0-5]\d(?::\d{2})?|noon|midday|eod|cob|end of day|close of business|(?:in the )?(?:morning|afternoon|evening))$/;

/** The reason why words are not read as a date. */
export interface UnclearDate extends Refusal {
  /** The days that may be meant, so that the user can choose. Empty if the words are not a date. */
  readonly choices: readonly CivilDate[];
}

/**
 * Reads a date that the user typed: `YYYY-MM-DD` or English words such as `friday`, `in two weeks`, `4 dec`. Refuses
 * words that may mean two days, digits with slashes or points, because day and month may come in either order, and
 * text that is not entirely a date. Of a date with a time, the day counts.
 */
export async function readDateWords(written: string, today: CivilDate): Promise<CivilDate | UnclearDate> {
  const trimmed = written.trim();
  const words = normalized(trimmed);
  const exact = parseCivilDate(words);
  if (exact) return exact;
  const { datesMeant } = await import('./dateWords');
  const { dates, isContradiction = false } = datesMeant(words, today);
  const [date, other] = dates;
  if (isContradiction && other !== undefined) {
    return {
      refused: message('date.weekday', trimmed, other, formatWeekday(other), joinTexts('list.or', dates)),
      choices: dates,
    };
  }
  if (date !== undefined && other === undefined) return date;
  return notSure(trimmed, dates.length > 0 || !DIGITS_APART.test(words) ? dates : ambiguousDates(words, today));
}

/** Tests whether words end with a time of the day. */
export function endsWithTime(words: string): boolean {
  return TIME_BEHIND.test(words.trim().toLowerCase());
}

function normalized(written: string): string {
  const words = written
    .toLowerCase()
    .replace(/[\u2010-\u2013\u2212\uff0d]/g, '-')
    .replace(/’/g, "'")
    .replace(/[,()]/g, ' ')
    .replace(/(?<=[a-z])\.(?= |$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LEADING_WORD, '');
  return words.replace(TIME_BEHIND, '');
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
  return typeof date === 'string' ? [date] : date.choices;
}

function yearFirst(written: string): CivilDate[] {
  const [, year, , month, day] = YEAR_FIRST.exec(written) ?? [];
  const date = year === undefined ? undefined : civilDate(fullYear(year), Number(month), Number(day));
  return date ? [date] : [];
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function notSure(written: string, dates: readonly CivilDate[]): UnclearDate {
  if (dates.length > 1) {
    return { refused: message('date.ambiguous', written, joinTexts('list.or', dates)), choices: dates };
  }
  return { refused: message('date.unreadable', written, dates[0] ?? '2026-12-04'), choices: [] };
}
