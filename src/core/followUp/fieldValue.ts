import { parseCivilDate, type CivilDate } from '../civilDate';
import { isAsciiWord, skipWhiteSpace, trimWhiteSpace, unitAt } from '../markdown/characters';
import type { FieldSyntax } from './fieldForms';
import { afterDate, isDateWritten, LENGTH_OF_DATE } from './writtenDate';

/** The value of a field as it stands in a text. */
export interface FieldValue {
  /** For a date its ten characters, or what was written instead of a date. */
  readonly start: number;
  readonly end: number;
  /** After what closes the field. */
  readonly after: number;
  readonly date: CivilDate | undefined;
  /** Why a date field has no date: the calendar has no such day, or what stands there is none. */
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
/** A word before a colon begins a field, not an id. */
const IDS = /[\w-]+(?:\s*,\s*(?![\w-]*:)[\w-]+)*/y;
const WORD = /\w(?:[^\s()[\]{},;]{0,100}[^\s()[\]{},;.!?])?/y;

/** The value at `start`, behind what opens a field of this form, or `undefined` when none that fits stands there. */
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
  const end = start + LENGTH_OF_DATE;
  const date = parseCivilDate(text.slice(start, end));
  if (!date && !isDateWritten(text, start)) return undefined;
  const after = afterDate(text, start === offset ? end : afterLink(text, end));
  const closeAt = close === '' ? after : skipWhiteSpace(text, after);
  if (after < 0 || !text.startsWith(close, closeAt)) return undefined;
  return { start, end, after: closeAt + close.length, date, problem: date ? undefined : 'noSuchDay' };
}

/** Offset after the `]]` at `offset`, or -1. */
function afterLink(text: string, offset: number): number {
  return text.startsWith(']]', offset) ? offset + 2 : -1;
}

/** What stands in a date's place where a date was surely meant: reported, and replaced when a date is set. */
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

/** A sign is a field wherever it stands; a word only if no longer word begins with it. */
function standsAlone(text: string, end: number): boolean {
  return !isAsciiWord(text.charCodeAt(end - 1)) || !/[\w(-]/.test(text.charAt(end));
}

function plainValue(start: number, end: number, after: number): FieldValue {
  return { start, end, after, date: undefined, problem: undefined };
}
