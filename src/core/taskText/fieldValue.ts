import { type CivilDate, parseCivilDate } from '../dates/civilDate';
import { ISO_DATE_LENGTH, isIsoDateAt } from '../dates/findDate';
import {
  isAsciiWord,
  isDigit,
  isWhiteSpace,
  lowerCase,
  MINUS,
  NO_UNIT,
  skipWhiteSpace,
  trimWhiteSpace,
  unitAt,
} from '../text/characters';
import type { FieldSyntax } from './fieldSyntax';

const TIME = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}|\s?[ap]m)?(?!\w)/iy;
const UPPER_T = 0x54;

/**
 * Returns the offset after the date that ends at `offset` and an optional time. Returns -1 if the date is only the
 * start of a longer word.
 */
export function afterDate(text: string, offset: number): number {
  const after = afterTime(text, offset);
  const next = unitAt(text, after);
  return isAsciiWord(next) || (next === MINUS && isAsciiWord(unitAt(text, after + 1))) ? -1 : after;
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
export interface FieldValue {
  /** Start of the ten characters of a date, or of the invalid text in its place. */
  readonly start: number;
  readonly end: number;
  /** Offset after the end of the field. */
  readonly after: number;
  readonly date: CivilDate | undefined;
  /** The problem with a date: the calendar has no such day, or the text is not a date. */
  readonly problem: 'noSuchDay' | 'noDate' | undefined;
}

const LONGEST_TEXT = 200;
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const RULE = new RegExp(
  `every(?:\\s+(?:\\d+(?:st|nd|rd|th)?|other|on|the|and|to|first|second|third|fourth|last|when done|` +
    `(?:day|week|month|year|weekday|weekend|${WEEKDAY})s?|${MONTH})(?![\\w:]),?)+`,
  'iy',
);
/** Matches ids. A word before a colon is the next field, not an id. */
const IDS = /[\w-]+(?:\s*,\s*(?![\w-]*:)[\w-]+)*/y;
const WORD = /\w(?:[^\s()[\]{},;]{0,100}[^\s()[\]{},;.!?])?/y;

/**
 * Reads the value at `start`, after the opening of a field of this form. Returns `undefined` if there is no suitable
 * value.
 */
export function fieldValueAt(text: string, start: number, form: FieldSyntax): FieldValue | undefined {
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

function dateAt(text: string, offset: number, { close }: FieldSyntax): FieldValue | undefined {
  const start = text.startsWith('[[', offset) ? offset + 2 : offset;
  const end = start + ISO_DATE_LENGTH;
  const date = parseCivilDate(text.slice(start, end));
  if (!date && !isIsoDateAt(text, start)) return undefined;
  const after = afterDate(text, start === offset ? end : afterLink(text, end));
  const closeAt = close === '' ? after : skipWhiteSpace(text, after);
  if (after < 0 || !text.startsWith(close, closeAt)) return undefined;
  return { start, end, after: closeAt + close.length, date, problem: date ? undefined : 'noSuchDay' };
}

/** Returns the offset after the `]]` at `offset`, or -1. */
function afterLink(text: string, offset: number): number {
  return text.startsWith(']]', offset) ? offset + 2 : -1;
}

/** Reads an invalid value of a labelled date field. It is reported, and replaced when a date is set. */
function noDateAt(text: string, start: number, form: FieldSyntax): FieldValue | undefined {
  if (!form.isLabelled) return undefined;
  const isDueWord = form.field === 'due' && !form.open.endsWith(' ');
  const value = form.close !== '' ? textAt(text, start, form) : isDueWord ? patternAt(text, start, WORD) : undefined;
  return value && { ...value, problem: 'noDate' };
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
    } else if (lowerCase(unitAt(text, at)) === wanted) {
      at++;
    } else {
      return -1;
    }
  }
  return at;
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
