import { type CivilDate, parseCivilDate } from '../dates/civilDate';
import {
  ISO_DATE,
  ISO_DATE_LENGTH,
  isIsoDateAt,
  unreadDateAt,
  unreadDateBefore,
  type UnreadDate,
} from '../dates/findDate';
import {
  isAsciiWord,
  isDigit,
  isWhiteSpace,
  lowerCase,
  MINUS,
  NO_UNIT,
  skipWhiteSpace,
  trimWhiteSpace,
  UNDERSCORE,
  unitAt,
} from '../text/characters';
import type { TextRange } from '../text/range';
import { dateSyntaxes, type FieldSyntax } from './dialects';

const TIME = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}|\s?[ap]m)?(?!\w)/iy;
const UPPER_T = 0x54;

/**
 * Returns the offset after the date that ends at `offset` and an optional time. Returns -1 if the date is only the
 * start of a longer word. An underscore ends it, since it may close emphasis.
 */
function afterDate(text: string, offset: number): number {
  const after = afterTime(text, offset);
  const next = unitAt(text, after);
  const isLonger = isAsciiWord(next) && next !== UNDERSCORE;
  return isLonger || (next === MINUS && isAsciiWord(unitAt(text, after + 1))) ? -1 : after;
}

function afterTime(text: string, offset: number): number {
  const next = unitAt(text, offset);
  const mayBeTime = next === UPPER_T || (isWhiteSpace(next) && !isLetter(unitAt(text, offset + 1)));
  if (!mayBeTime || offset >= text.length - 1) return offset;
  TIME.lastIndex = offset;
  return TIME.test(text) ? TIME.lastIndex : offset;
}

function isLetter(unit: number): boolean {
  return isAsciiWord(unit) && !isDigit(unit);
}

/** The value of a field and its position in the text. */
interface FieldValue {
  /** Start of the ten characters of a date, or of the invalid text in its place. */
  readonly start: number;
  readonly end: number;
  /** Offset after the end of the field. */
  readonly after: number;
  readonly date: CivilDate | undefined;
  /** The problem with a date: the calendar has no such day, or the text is not a date. */
  readonly problem: 'noSuchDay' | 'noDate' | undefined;
  /** Whether the syntax around the value is wrong, so that a new date needs a new field. */
  readonly isMalformed?: boolean;
}

const LONGEST_TEXT = 200;
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const RULE = new RegExp(
  `every(?:\\s+(?:\\d+(?:st|nd|rd|th)?|other|on|the|and|to|for|until|times|first|second|third|fourth|last|when done|` +
    `(?:day|week|month|quarter|year|weekday|weekend|${WEEKDAY})s?|${MONTH})(?![\\w:]),?)*`,
  'iy',
);
/** Matches all the characters that Obsidian Tasks allows in a rule, except a word that is the key of a field. */
const WHOLE_RULE = /(?:(?!\w+:)[a-z0-9!]+[ ,\u00a0]*)+/iy;
const MAY_FOLLOW_RULE = /[^\p{L}\p{P}\p{ASCII}]|[[({@#^<%]|\w+:/uy;
/** Matches ids. A word before a colon is the next field, not an id. */
const IDS = /[\w-]+(?:\s*,\s*(?![\w-]*:)[\w-]+)*/y;
const WORD = /\w(?:[^\s()[\]{},;]{0,100}[^\s()[\]{},;.!?])?/y;

/**
 * Reads the value at `start`, after the opening of a field of this form. Returns `undefined` if there is no suitable
 * value.
 */
function fieldValueAt(text: string, start: number, form: FieldSyntax): FieldValue | undefined {
  switch (form.value) {
    case 'date':
      return dateAt(text, start, form) ?? noDateAt(text, start, form);
    case 'text':
      return textAt(text, start, form);
    case 'none':
      return standsAlone(text, start) ? plainValue(start - form.open.length, start, start) : undefined;
    case 'letter':
      return letterAt(text, start, form);
    case 'rule':
      return patternAt(text, start, RULE);
    case 'ids':
      return patternAt(text, start, IDS);
  }
}

/** A link to the note of a day: `[[2026-11-30]]`, `[[journal/2026-11-30|Monday]]`. */
const DAY_LINK = new RegExp(
  String.raw`\[\[(?:[^[\]|#\n]{1,200}/)?(${ISO_DATE})(?:\.md)?(?:#[^[\]|\n]{0,200})?(?:\|[^[\]\n]{0,200})?\]\]`,
  'dy',
);

function dateAt(text: string, offset: number, form: FieldSyntax): FieldValue | undefined {
  const linkStart = form.open.endsWith('[[') ? offset - 2 : offset;
  if (text.startsWith('[[', linkStart)) return linkedDateAt(text, linkStart, form);
  const end = offset + ISO_DATE_LENGTH;
  if (!isIsoDateAt(text, offset)) return undefined;
  return dateBetween(text, { start: offset, end, after: afterDate(text, end) }, form.close);
}

function linkedDateAt(text: string, offset: number, { open, close }: FieldSyntax): FieldValue | undefined {
  DAY_LINK.lastIndex = offset;
  const [start = 0, end = 0] = DAY_LINK.exec(text)?.indices?.[1] ?? [];
  if (end === 0) return undefined;
  const after = DAY_LINK.lastIndex;
  const isOwnLink = open.endsWith('[[');
  return dateBetween(text, { start, end, after: isOwnLink ? after : afterTime(text, after) }, isOwnLink ? '' : close);
}

/** Returns the date from `start` to `end` if the field closes at `after`. */
function dateBetween(
  text: string,
  { start, end, after }: TextRange & { readonly after: number },
  close: string,
): FieldValue | undefined {
  const closeAt = close === '' ? after : skipWhiteSpace(text, after);
  if (after < 0 || !text.startsWith(close, closeAt)) return undefined;
  const date = parseCivilDate(text.slice(start, end));
  return { start, end, after: closeAt + close.length, date, problem: date ? undefined : 'noSuchDay' };
}

/** Reads an invalid value of a date field. It is reported, and replaced when a date is set. */
function noDateAt(text: string, start: number, form: FieldSyntax): FieldValue | undefined {
  if (!form.isLabelled) return unreadValue(text, unreadDateBefore(text, start, form.close), form);
  const inBrackets = form.close === '' ? undefined : textAt(text, start, form);
  if (inBrackets) return { ...inBrackets, problem: 'noDate' };
  const isDue = form.field === 'due';
  const unread = unreadValue(text, unreadDateAt(text, start, !isDue), form);
  if (unread || !isDue || form.close !== '' || !isAsciiWord(form.open.charCodeAt(0)) || form.open.endsWith(' ')) {
    return unread;
  }
  const word = patternAt(text, start, WORD);
  return word && { ...word, problem: 'noDate' };
}

/** Returns an unread date as a value. A bracket that was not closed, or closed by another one, makes it malformed. */
function unreadValue(
  text: string,
  unread: UnreadDate | undefined,
  { isLabelled, close }: FieldSyntax,
): FieldValue | undefined {
  if (!unread) return undefined;
  const { start, end, isMarked } = unread;
  const isUnclosed = isLabelled && close !== '';
  const after = unread.after + (isUnclosed && /[)\]}]/.test(text.charAt(unread.after)) ? 1 : 0);
  return { start, end, after, date: undefined, problem: 'noDate', isMalformed: isMarked || isUnclosed };
}

function textAt(text: string, start: number, { open, close }: FieldSyntax): FieldValue | undefined {
  const opening = open.charAt(Math.max(open.lastIndexOf('['), open.lastIndexOf('('), open.lastIndexOf('{')));
  const limit = Math.min(text.length, start + LONGEST_TEXT);
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const character = text.charAt(at);
    if (character === opening) depth++;
    else if (character === close && depth-- === 0) return plainValue(start, trimWhiteSpace(text, start, at), at + 1);
  }
  return undefined;
}

function letterAt(text: string, start: number, { close }: FieldSyntax): FieldValue | undefined {
  const end = start + 1;
  const isLetter = /[A-Z]/.test(text.charAt(start)) && text.startsWith(close, end);
  return isLetter && !isAsciiWord(unitAt(text, end)) ? plainValue(start, end, end + close.length) : undefined;
}

function patternAt(text: string, start: number, pattern: RegExp): FieldValue | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? plainValue(start, pattern.lastIndex, pattern.lastIndex) : undefined;
}

/** Whether a value ends here. A word must not continue, but a sign may be followed by anything. */
function standsAlone(text: string, end: number): boolean {
  return !isAsciiWord(text.charCodeAt(end - 1)) || !/[\w(-]/.test(text.charAt(end));
}

function plainValue(start: number, end: number, after: number): FieldValue {
  return { start, end, after, date: undefined, problem: undefined };
}

/** A field in a text, with brackets, key and value. */
export interface FieldSpan {
  readonly start: number;
  readonly end: number;
  readonly form: FieldSyntax;
  readonly value: FieldValue;
}

const A_WORD = /^@?[a-z]/;
const SPACE = 0x20;
/** Maximum indent of a field that must come first. */
const LONGEST_INDENT = 20;

const EMPHASIZED_LABEL = /(\*\*|__|\*|_)(due|done)(\1)?$/i;
const LONGEST_LABEL = 8;

/**
 * Matches a field whose label before the colon at `colon` is emphasized: `**Due:** 2026-11-30`, `**Due**: 2026-11-30`.
 */
export function emphasizedFieldAt(text: string, colon: number): FieldSpan | undefined {
  const label = EMPHASIZED_LABEL.exec(text.slice(Math.max(0, colon - LONGEST_LABEL), colon));
  if (!label) return undefined;
  const [written, mark = '', word = '', closing] = label;
  if (closing === undefined && !text.startsWith(mark, colon + 1)) return undefined;
  const form = dateSyntaxes.find(({ open }) => open === `${word.toLowerCase()}: `);
  const start = skipWhiteSpace(text, closing === undefined ? colon + 1 + mark.length : colon + 1);
  const value = form && fieldValueAt(text, start, form);
  return value && { start: colon - written.length, end: value.after, form, value };
}

/**
 * Returns a recurrence with all its words, as Obsidian Tasks reads it. The words must end at a field, a tag, a mention
 * or the end of the text, because after a known rule they may also be the sentence.
 */
export function withWholeRule(text: string, field: FieldSpan): FieldSpan {
  WHOLE_RULE.lastIndex = field.value.start;
  if (!WHOLE_RULE.test(text)) return field;
  const after = WHOLE_RULE.lastIndex;
  MAY_FOLLOW_RULE.lastIndex = after;
  const end = trimWhiteSpace(text, field.value.end, after);
  const isWhole = after === text.length || (isWhiteSpace(unitAt(text, after - 1)) && MAY_FOLLOW_RULE.test(text));
  if (end === field.value.end || !isWhole) return field;
  return { ...field, end, value: plainValue(field.value.start, end, end) };
}

/** Matches a field of this form at `offset`, or returns `undefined`. */
export function matchField(text: string, offset: number, form: FieldSyntax): FieldSpan | undefined {
  const valueStart = openedAt(text, offset, form);
  if (valueStart < 0) return undefined;
  const value = fieldValueAt(text, valueStart, form);
  return value && { start: offset, end: value.after, form, value };
}

/** Returns the start of the value if the field opens at `offset`, even if the value is missing, or else -1. */
export function openedAt(text: string, offset: number, form: FieldSyntax): number {
  const valueStart = afterOpen(text, offset, form.open);
  return valueStart >= 0 && canStandAt(text, offset, form) ? valueStart : -1;
}

function afterOpen(text: string, offset: number, open: string): number {
  let at = offset;
  for (let index = 0; index < open.length; index++) {
    const wanted = open.charCodeAt(index);
    if (wanted === SPACE) {
      at = skipWhiteSpace(text, at);
    } else if (isWhiteSpace(unitAt(text, at)) && mayFollowBlanks(open, index)) {
      at = skipWhiteSpace(text, at);
      index--;
    } else if (lowerCase(unitAt(text, at)) === wanted) {
      at++;
    } else {
      return -1;
    }
  }
  return at;
}

/** Whether blanks may precede the character of an opening: around the key of a Dataview field. */
function mayFollowBlanks(open: string, index: number): boolean {
  return index === 1 ? open.includes('::') : open.startsWith('::', index);
}

/**
 * Whether a field may begin at `offset`. A word (with or without `@`) must not be part of another word or an address;
 * signs and brackets may be anywhere.
 */
function canStandAt(text: string, offset: number, { open, isOnlyFirst }: FieldSyntax): boolean {
  if (isOnlyFirst) return offset <= LONGEST_INDENT && skipWhiteSpace(text, 0) === offset;
  if (!A_WORD.test(open)) return true;
  const previous = unitAt(text, offset - 1);
  return previous === NO_UNIT || isWhiteSpace(previous) || '([{,;*_|~'.includes(text.charAt(offset - 1));
}
