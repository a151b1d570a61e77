import { isDigit, MINUS, unitAt } from '../text/characters';
import { civilDate, type CivilDate, monthNamed } from './civilDate';

/**
 * The forms in which dates are written, as sources of regular expressions. A match need not be a day of the calendar:
 * `2026-02-30` has the form of a date too.
 */

/** `2026-11-30` */
export const ISO_DATE = String.raw`\d{4}-\d{2}-\d{2}`;

/** Number of characters of an ISO date. */
export const ISO_DATE_LENGTH = 10;

/** `2026-11-30`, `2026.11.30`, `2026_11_30`, `2026/11/30` and `20261130`, with the groups `year`, `separator`, `month`, `day`. */
export const YEAR_FIRST = String.raw`(?<year>\d{4})(?<separator>[-._/]?)(?<month>\d{2})\k<separator>(?<day>\d{2})`;

/** A word as long as the name of a month: `Nov`, `November`. Needs the flag `u`, as do the two forms below. */
export const MONTH_WORD = String.raw`\p{L}{3,9}`;

/** The end of an ordinal number: `30th`. */
export const ORDINAL_SUFFIX = '(?:st|nd|rd|th)';

/** `30 November 2026`, `30th Nov., 2026`, with the groups `day`, `ordinal`, `gap`, `month`, `comma`, `year`. */
export const DAY_MONTH_YEAR = String.raw`(?<day>\d{1,2})(?<ordinal>${ORDINAL_SUFFIX})?(?<gap>\.?\s+)(?<month>${MONTH_WORD})(?<comma>\.?,?\s+)(?<year>\d{4})`;

/** `November 30, 2026`, `Nov. 30th 2026`, with the groups of `DAY_MONTH_YEAR`. */
export const MONTH_DAY_YEAR = String.raw`(?<month>${MONTH_WORD})(?<gap>\.?\s+)(?<day>\d{1,2})(?<ordinal>${ORDINAL_SUFFIX})?(?<comma>,?\s+)(?<year>\d{4})`;

/** `Monday`, `mon`, `Thurs`, to be matched without regard to case. */
export const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';

/** Whether an ISO date starts at `offset`. */
export function isIsoDateAt(text: string, offset: number): boolean {
  for (let index = 0; index < ISO_DATE_LENGTH; index++) {
    const unit = unitAt(text, offset + index);
    if (index === 4 || index === 7 ? unit !== MINUS : !isDigit(unit)) return false;
  }
  return true;
}

/** A date found in a text, with its position. */
export interface FoundDate {
  readonly date: CivilDate;
  readonly start: number;
  readonly end: number;
}

/**
 * Matches dates in digits. A time may follow eight digits, as in the note id `202611301400`. Digits after a number and
 * a hyphen are not a date.
 */
const NUMBERS = new RegExp(
  String.raw`(?<!\d)(?<!(?<![\p{L}\d])\d{1,8}-)${YEAR_FIRST}(?:(?!\d)|(?=(?:[01]\d|2[0-3])(?:[0-5]\d){1,2}(?!\d)))`,
  'u',
);
const DAY_FIRST = new RegExp(String.raw`(?<!\p{L}|\d)${DAY_MONTH_YEAR}(?!\d)`, 'u');
const MONTH_FIRST = new RegExp(String.raw`(?<!\p{L}|\d)${MONTH_DAY_YEAR}(?!\d)`, 'u');
const BEFORE_A_DATE = new RegExp(
  String.raw`^[\s[(]*(?:(?:1\s?[:-]\s?1|1[- ]?on[- ]?1|one[- ]on[- ]one)s?\b[\s:,–—-]*)?(?:${WEEKDAY}[\s,.]+)?[\s[(]*$`,
  'i',
);

/**
 * Finds the first date in a file name or heading: `2026-11-30`, `2026.11.30`, `2026_11_30`, `2026/11/30`, `20261130`,
 * `30 November 2026`, `Nov 30, 2026`. Dates in digits with the year last are ambiguous and not read.
 */
export function findDate(text: string): FoundDate | undefined {
  if (!/\d{4}/.test(text)) {
    return undefined;
  }
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const { year, separator, month, day } = numbers.groups ?? {};
    const date = civilDate(Number(year), Number(month), Number(day));
    // Eight digits in a row may be an id, so they are a date only from 1900 to 2099.
    if (date && (separator !== '' || /^(?:19|20)/.test(date))) {
      return found(date, numbers);
    }
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const date = dateFromWords(dayFirst);
    return date && found(date, dayFirst);
  }
  const monthFirst = MONTH_FIRST.exec(text);
  const date = monthFirst && dateFromWords(monthFirst);
  return monthFirst && date ? found(date, monthFirst) : undefined;
}

/**
 * Returns the date at the start of a heading, or `undefined`. A bracket, a weekday or a word for the meeting may come
 * before it.
 */
export function headingDate(title: string): CivilDate | undefined {
  const date = findDate(title);
  return date && BEFORE_A_DATE.test(title.slice(0, date.start)) ? date.date : undefined;
}

function found(date: CivilDate, match: RegExpExecArray): FoundDate {
  return { date, start: match.index, end: match.index + match[0].length };
}

function dateFromWords({ groups: { year, month = '', day } = {} }: RegExpExecArray): CivilDate | undefined {
  const number = monthNamed(month);
  return number === undefined ? undefined : civilDate(Number(year), number, Number(day));
}
