import { addDays, addMonths, type CivilDate, parseCivilDate, weekdayOf } from '../dates/civilDate';
import { withoutMarkers } from '../markdown/listItem';
import { plainText, shorten } from '../markdown/plainText';
import { detach } from '../text/retained';
import { isInRange, mergedLines } from '../text/range';
import type { ParsedNote } from './parsedNote';

/** A date on a person's page, such as `Board on 2026-03-26, papers a week before`. */
export interface PageDate {
  readonly line: number;
  /** The words before the date. */
  readonly label: string;
  /** The written day, or `undefined` for a weekday. */
  readonly on?: CivilDate;
  /** The weekday from 0 for Sunday, in `every Sunday`. */
  readonly weekday?: number;
  /** The number of months after which the day comes again. */
  readonly everyMonths?: number;
  /** The number of days before at which papers are due. */
  readonly papersBefore?: number;
  readonly private: boolean;
}

const ISO = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/;
const EVERY_WEEKDAY = /\bevery (sun|mon|tues|wednes|thurs|fri|satur)day\b/i;
const WEEKDAYS = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'];
const MONTHS_BETWEEN: readonly (readonly [pattern: RegExp, months: number])[] = [
  [/\b(?:quarterly|every quarter)\b/i, 3],
  [/\b(?:monthly|every month)\b/i, 1],
];
const PAPERS = /\b(?:papers?|pre-?reads?|slides|deck)\b[^.;]{0,40}?\b(a|one|two|three|\d{1,2}) (day|week)s? before\b/i;
const NUMBERS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3 };
const DAYS_OF_WEEK = 7;
const LONGEST_LABEL = 60;
/** The key of the front matter whose entries are dates. */
const KEY = /^dates\s*:/i;

/** Returns the dates on a page: in the entries of `dates:` in the front matter, and in the text. */
export function readPageDates(parsed: ParsedNote): readonly PageDate[] {
  const { lines, frontMatter, blocks } = parsed;
  const code = mergedLines(blocks.filter(({ kind }) => kind === 'code' || kind === 'comment'));
  const found: PageDate[] = [];
  let isInDates = false;
  for (let line = 0; line < lines.count; line++) {
    const written = lines.get(line);
    if (line < frontMatter.bodyLine) {
      isInDates = KEY.test(written) || (isInDates && /^[\s-]/.test(written) && !written.startsWith('---'));
      if (!isInDates) continue;
    } else {
      isInDates = false;
    }
    for (const part of isInRange(code, line) ? [] : isInDates ? inlineEntries(written) : [written]) {
      const date = dateIn(part);
      if (date && date.label !== '') found.push({ ...date, line, private: parsed.isPrivateLine(line) });
    }
  }
  return found;
}

/** Returns the first day from `today` on, or `undefined` if the date is past. */
export function nextDay({ on, weekday, everyMonths }: PageDate, today: CivilDate): CivilDate | undefined {
  if (weekday !== undefined) {
    return addDays(today, (weekday - weekdayOf(today) + DAYS_OF_WEEK) % DAYS_OF_WEEK);
  }
  if (on === undefined || on >= today) return on;
  for (let months = everyMonths ?? 0; everyMonths !== undefined; months += everyMonths) {
    const next = addMonths(on, months);
    // A month without that day is skipped.
    if (next !== undefined && next >= today) return next;
    if (months > MOST_MONTHS) return undefined;
  }
  return undefined;
}

/** A number of months in which each day of the calendar comes up. */
const MOST_MONTHS = 1_200;

/** Returns the entries of a list in brackets, or else the line. */
function inlineEntries(written: string): readonly string[] {
  return written.includes('[') ? written.split(',') : [written];
}

function dateIn(written: string): Omit<PageDate, 'line' | 'private'> | undefined {
  const day = ISO.exec(written);
  const weekday = day ? null : EVERY_WEEKDAY.exec(written);
  const at = day ?? weekday;
  const on = day ? parseCivilDate(day[0]) : undefined;
  if (!at || (day && !on)) return undefined;
  const everyMonths = MONTHS_BETWEEN.find(([pattern]) => pattern.test(written))?.[1];
  const [, count = '', unit] = PAPERS.exec(written) ?? [];
  const papers = (NUMBERS[count.toLowerCase()] ?? Number(count)) * (unit?.toLowerCase() === 'week' ? DAYS_OF_WEEK : 1);
  return {
    label: detach(labelOf(written, at.index, at[0].length)),
    ...(on && { on }),
    ...(weekday && { weekday: WEEKDAYS.indexOf((weekday[1] ?? '').toLowerCase()) }),
    ...(everyMonths !== undefined && { everyMonths }),
    ...(papers > 0 && { papersBefore: papers }),
  };
}

/** Returns the words before a date, or else those after it. */
function labelOf(written: string, start: number, length: number): string {
  const tidy = (words: string): string =>
    shorten(
      plainText(withoutMarkers(words))
        .replace(/^dates\s*:|[[\]"']/gi, '')
        .trim(),
      LONGEST_LABEL,
    )
      .replace(/^[\s,;:–—-]+|(?:[\s,;:–—(-]|\b(?:on|at|by|from|next|quarterly|monthly|the))+$/giu, '')
      .trim();
  return tidy(written.slice(0, start)) || tidy(written.slice(start + length));
}
