import { WEEKDAY } from '../dates/findDate';
import { skipWhiteSpace, trimWhiteSpace } from '../text/characters';
import type { TextRange } from '../text/range';

/** A date that a person can read and the product does not, in the place of a field's value. */
export interface UnreadDate extends TextRange {
  /** Offset after the date and the marks around it. */
  readonly after: number;
  /** Whether marks stand between the field's key and the date, or around the date. */
  readonly isMarked: boolean;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** *May* is a month only beside a number. */
const MAY = String.raw`(?:may(?=\.?,?\s{0,3}\d)|(?<=\d(?:st|nd|rd|th)?\s{1,3})may)`;
const RELATIVE =
  '(?:today|tonight|tomorrow|tmrw|tmr|yesterday|asap|tb[ad]|eo[dwmqy]|eod|(?:week|month|quarter|year|day|weekend)s?|q[1-4])';
const LETTERS = String.raw`(?:${MONTH}|${MAY}|${WEEKDAY}|${RELATIVE})(?![\p{L}\d])(?:\.(?=\s{0,3}\d))?`;
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
  const start = endOf(MARKS_BEFORE, text, offset);
  const end = endOf(inDigits ? IN_DIGITS : IN_WORDS, text, start);
  if (end === start) return undefined;
  const marksEnd = start > offset ? endOf(MARKS_AFTER, text, end) : end;
  const isLink = text.charAt(start - 1) === '[' && text.charAt(marksEnd - 1) === ']';
  return { start, end, after: isLink ? endOf(ADDRESS, text, marksEnd) : marksEnd, isMarked: start > offset };
}

/**
 * Finds a date at `offset` that is followed, perhaps after a time, by `close`: in braces also in words, otherwise only a
 * whole date in digits. In a link, it may be in a folder.
 */
export function unreadDateBefore(text: string, offset: number, close: string): UnreadDate | undefined {
  const start = skipWhiteSpace(text, close === ']]' ? endOf(FOLDER, text, offset) : offset);
  const end = endOf(close === '}' ? IN_WORDS : IN_DIGITS, text, start);
  const closeAt = end > start ? text.indexOf(close, end) : -1;
  if (closeAt < 0 || closeAt - end > 100 || /[[\]{}()\n]/.test(text.slice(end, closeAt))) return undefined;
  return { start, end: trimWhiteSpace(text, start, closeAt), after: closeAt + close.length, isMarked: false };
}

function endOf(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
