import { DOT, isAsciiWord, isDigit, MINUS, unitAt, skipWhiteSpace, trimWhiteSpace } from '../text/characters';
import { civilDate, type CivilDate, MONTH_NAMES, monthNamed, parseCivilDate } from './civilDate';
import type { TextRange } from '../text/range';
import { endOfMatch } from '../text/strings';

/**
 * The forms in which dates are written, as sources of regular expressions. A match need not be a day of the calendar:
 * `2026-02-30` has the form of a date too.
 */

/** `2026-11-30` */
export const ISO_DATE = String.raw`\d{4}-\d{2}-\d{2}`;

/** Number of characters of an ISO date. */
export const ISO_DATE_LENGTH = 10;

/** A word as long as the name of a month: `Nov`, `November`. Needs the flag `u`. */
export const MONTH_WORD = String.raw`\p{L}{3,9}`;

/** The end of an ordinal number: `30th`. */
export const ORDINAL_SUFFIX = '(?:st|nd|rd|th)';

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

/** One way of writing a date. Its pattern has the groups `year`, `month` or `name`, `day` and, in words, `ordinal`. */
export interface Writing {
  readonly pattern: RegExp;
  /** Whether the month and the day have two digits, unless one of them is written with one. */
  readonly pads: boolean;
}

/** A date found in a text, with its position. */
export interface FoundDate {
  readonly date: CivilDate;
  readonly start: number;
  readonly end: number;
  readonly writing: Writing;
}

/** Hyphens, including those that a typographic editor makes of them. */
const HYPHENS = String.raw`\-\u2010-\u2013\u2212\uFF0D`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const DAY = String.raw`(?<day>\d{1,2})(?<ordinal>${ORDINAL_SUFFIX})?`;
const MONTH = String.raw`(?<name>${MONTH_NAMES.join('|')})(?!\p{L})`;
const JOINT = `[${HYPHENS}._/]?`;
/** A date in digits is no date if it continues a number and a hyphen: `1-2026-11-30`. */
const NOT_IN_NUMBER = String.raw`(?<!\d)(?<!(?<![\p{L}\d])\d{1,8}-)`;

/** `2026-11-30`, `2026.11.30`, `2026_11_30`, `2026/11/30`, `20261130`. A time may follow eight digits: `202611301400`. */
const ISO = digits(
  String.raw`(?<year>\d{4})(?<separator>[${HYPHENS}._/]?)(?<month>\d{2})\k<separator>(?<day>\d{2})(?:(?!\d)|(?=(?:[01]\d|2[0-3])(?:[0-5]\d){1,2}(?!\d)))`,
);

const WRITINGS: readonly Writing[] = [
  ISO,
  // 2026-12-4, 2026/2/27. With points it could be a version.
  digits(String.raw`${YEAR}(?<separator>[${HYPHENS}/])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})(?!\d)`),
  // 2026年11月30日
  words(String.raw`(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日号號일]`),
  // 30 November 2026, 30th of Nov., 2026, 30-Nov-2026
  words(String.raw`${DAY}(?:\.?\s+(?:of\s+)?|${JOINT})${MONTH}(?:\.?,?\s+|${JOINT})${YEAR}(?![\p{L}\d])`),
  // November 30, 2026, Nov-30-2026
  words(String.raw`${MONTH}(?:\.?\s+|${JOINT})${DAY}(?:,?\s+|,|[${HYPHENS}._/])${YEAR}(?![\p{L}\d])`),
  // 2026 Nov 30, 2026-Nov-30
  words(String.raw`${YEAR}(?:,?\s+|${JOINT})${MONTH}(?:\.?\s+|${JOINT})${DAY}(?![\p{L}\d])`),
];

function digits(source: string): Writing {
  return { pattern: new RegExp(NOT_IN_NUMBER + source, 'gu'), pads: true };
}

function words(source: string): Writing {
  return { pattern: new RegExp(String.raw`(?<![\p{L}\d])${source}`, 'giu'), pads: false };
}

/**
 * Finds the first date in a file name or heading: in digits with the year first, or with the month as an English word.
 * Dates in digits with the year last are ambiguous and not read.
 */
export function findDate(text: string): FoundDate | undefined {
  const year = text.search(/\d{4}|[\uFF10-\uFF19]{4}/);
  return year < 0 ? undefined : (isoDateAt(text, year) ?? findFirst(withAsciiDigits(text)));
}

const DIGIT = /[\d\uFF10-\uFF19]/;
/** What may form an earlier date, or a longer number, together with digits before an ISO date. */
const JOINS_DIGITS = new RegExp(`[\uFF10-\uFF19]|-$|${MONTH}`, 'iu');

/**
 * Returns the ISO date at the first four digits of a text, or `undefined` if another date may begin before it. Most
 * dates are found here, without trying all writings.
 */
function isoDateAt(text: string, start: number): FoundDate | undefined {
  const end = start + ISO_DATE_LENGTH;
  const date = parseCivilDate(text.slice(start, end));
  if (date === undefined || DIGIT.test(text.charAt(end))) return undefined;
  const before = text.slice(0, start);
  return DIGIT.test(before) && JOINS_DIGITS.test(before) ? undefined : { date, start, end, writing: ISO };
}

function findFirst(ascii: string): FoundDate | undefined {
  let first: FoundDate | undefined;
  for (const writing of WRITINGS) {
    const found = findIn(ascii, writing);
    if (found && found.start < (first?.start ?? Infinity)) first = found;
  }
  return first;
}

/** Writes full-width digits as ASCII digits, which keeps all offsets. */
export function withAsciiDigits(text: string): string {
  return text.replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function findIn(text: string, writing: Writing): FoundDate | undefined {
  for (const match of text.matchAll(writing.pattern)) {
    const date = dateOf(match.groups);
    if (date) return { date, start: match.index, end: match.index + match[0].length, writing };
  }
  return undefined;
}

function dateOf({ year, month, name = '', day, separator }: Partial<Record<string, string>> = {}):
  CivilDate | undefined {
  // Eight digits in a row may be an id, so they are a date only from 1900 to 2099.
  if (separator === '' && !/^(?:19|20)/.test(year ?? '')) return undefined;
  return civilDate(Number(year), month === undefined ? (monthNamed(name) ?? 0) : Number(month), Number(day));
}

/** A date that a person can read and the product does not, in the place of a field's value. */
export interface UnreadDate extends TextRange {
  /** Offset after the date and the marks around it. */
  readonly after: number;
  /** Whether there are marks between the field's key and the date, or around the date. */
  readonly isMarked: boolean;
}

const MONTH_PREFIX =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** *May* is a month only beside a number. */
const MAY = String.raw`(?:may(?=\.?,?\s{0,3}\d)|(?<=\d(?:st|nd|rd|th)?\s{1,3})may)`;
const RELATIVE =
  '(?:today|tonight|tomorrow|tmrw|tmr|yesterday|asap|tb[ad]|eo[dwmqy]|eod|(?:week|month|quarter|year|day|weekend)s?|q[1-4])';
const LETTERS = String.raw`(?:${MONTH_PREFIX}|${MAY}|${WEEKDAY}|${RELATIVE})(?![\p{L}\d])(?:\.(?=\s{0,3}\d))?`;
/** Digits in groups, eight digits, or a number with its ordinal ending. Other parts may follow: `2026-12-04-W49`. */
const DIGITS = String.raw`(?:\d{1,4}(?:[-‐-―./]\d{1,4}){1,2}|\d{8}|\d{1,2}(?:st|nd|rd|th))(?:[-‐-―./:T][\p{L}\d]{1,9}){0,4}(?![\p{L}\d])`;
const LEAD = String.raw`(?:(?:in|on|by|at|the|this|next|last|end|of|start|mid|early|late|before|until|a|an|due|w\/c|\d{1,2})[\s-]{1,3})`;
const TAIL = String.raw`(?:,?\s{1,3}(?:${LETTERS}|${DIGITS}|(?:of|the|next|this|a|from|after)(?=\s+(?:${LETTERS}|next|this|now))|from now|(?:at\s)?\d{1,2}(?::\d{2})?\s?[ap]m(?![\p{L}\d])|\d{1,4}(?::\d{2})?(?![\p{L}\d:]|[.,-]\d)))`;
const IN_WORDS = new RegExp(`${LEAD}{0,4}(?:${LETTERS}|${DIGITS})${TAIL}{0,4}`, 'iuy');
/** A whole date in digits, which needs no label to be one. */
const IN_DIGITS = /(?:\d{1,4}[-‐-―./]\d{1,2}[-‐-―./]\d{1,4}|\d{8})(?:[-‐-―./:T ][\p{L}\d:]{1,9}){0,4}(?![\p{L}\d])/uy;
const MARKS_BEFORE = /(?:[:=]\s{0,3})?["'“‘(<[{*_~`]{0,4}/uy;
const MARKS_AFTER = /["'”’)>\]}*_~`]{0,4}/uy;
const FOLDER = /[^[\]|\n]{1,200}\//uy;
const ADDRESS = /\([^()\s]{0,300}\)/uy;

/** Finds a date in words or digits at `offset`, or only in digits. Marks such as brackets may be around it. */
export function unreadDateAt(text: string, offset: number, inDigits: boolean): UnreadDate | undefined {
  const start = endOfMatch(MARKS_BEFORE, text, offset);
  const end = endOfMatch(inDigits ? IN_DIGITS : IN_WORDS, text, start);
  if (end === start) return undefined;
  const marksEnd = start > offset ? endOfMatch(MARKS_AFTER, text, end) : end;
  const isLink = text.charAt(start - 1) === '[' && text.charAt(marksEnd - 1) === ']';
  return { start, end, after: isLink ? endOfMatch(ADDRESS, text, marksEnd) : marksEnd, isMarked: start > offset };
}

/**
 * Finds a date at `offset` that is followed, perhaps after a time, by `close`: in braces also in words, otherwise only a
 * whole date in digits. In a link, it may be in a folder.
 */
export function unreadDateBefore(text: string, offset: number, close: string): UnreadDate | undefined {
  const start = skipWhiteSpace(text, close === ']]' ? endOfMatch(FOLDER, text, offset) : offset);
  const end = endOfMatch(close === '}' ? IN_WORDS : IN_DIGITS, text, start);
  const closeAt = end > start ? text.indexOf(close, end) : -1;
  if (closeAt < 0 || closeAt - end > 100 || /[[\]{}()\n]/.test(text.slice(end, closeAt))) return undefined;
  return { start, end: trimWhiteSpace(text, start, closeAt), after: closeAt + close.length, isMarked: false };
}

const DATE_LIKE = new RegExp(
  String.raw`(?:${ISO_DATE}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}([./])\d{1,2}\1\d{1,2})(?![\w/]|[-.]\w|\]\()`,
  'y',
);
const SLASH = 0x2f;

/**
 * Returns the end of the date in digits at `offset`, or `offset` if there is none. A digit that continues a number, a
 * version or a path begins no date.
 */
export function endOfDateAt(text: string, offset: number): number {
  const previous = unitAt(text, offset - 1);
  if (isAsciiWord(previous) || isDateSeparator(previous) || !mayBeDate(text, offset)) return offset;
  return endOfMatch(DATE_LIKE, text, offset);
}

/** Whether a date separator is at one of its possible positions. */
function mayBeDate(text: string, offset: number): boolean {
  return (
    isDateSeparator(unitAt(text, offset + 4)) ||
    isDateSeparator(unitAt(text, offset + 2)) ||
    isDateSeparator(unitAt(text, offset + 1))
  );
}

function isDateSeparator(unit: number): boolean {
  return unit === DOT || unit === MINUS || unit === SLASH;
}
