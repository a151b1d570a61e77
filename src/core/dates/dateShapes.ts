import { isDigit, MINUS, unitAt } from '../text/characters';

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
