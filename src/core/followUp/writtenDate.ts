import { isDigit, MINUS } from '../markdown/characters';
import { isAsciiWord, isWhiteSpace, unitAt } from './characters';

/** Where a date stands in a text. Whether the calendar has such a day is another question. */
export interface WrittenDate {
  /** The ten characters of `2026-11-30`. */
  readonly start: number;
  readonly end: number;
  /** After all that belongs to it: a time, the brackets of a link. */
  readonly after: number;
}

const TIME = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}|\s?[ap]m)?(?!\w)/iy;
const UPPER_T = 0x54;

/** The date that is written at `offset`: `2026-11-30`, also as a link to that day's note, also with a time after it. */
export function writtenDateAt(text: string, offset: number): WrittenDate | undefined {
  const isLink = text.startsWith('[[', offset);
  const start = isLink ? offset + 2 : offset;
  if (!isWrittenAt(text, start)) return undefined;
  const end = start + 10;
  if (isLink && !text.startsWith(']]', end)) return undefined;
  const after = afterTime(text, isLink ? end + 2 : end);
  return isEndOfWord(text, after) ? { start, end, after } : undefined;
}

function isWrittenAt(text: string, start: number): boolean {
  for (let index = 0; index < 10; index++) {
    const unit = unitAt(text, start + index);
    if (index === 4 || index === 7 ? unit !== MINUS : !isDigit(unit)) return false;
  }
  return true;
}

function afterTime(text: string, offset: number): number {
  const next = unitAt(text, offset);
  if (!isWhiteSpace(next) && next !== UPPER_T) return offset;
  TIME.lastIndex = offset;
  return TIME.test(text) ? TIME.lastIndex : offset;
}

function isEndOfWord(text: string, offset: number): boolean {
  const next = unitAt(text, offset);
  return !isAsciiWord(next) && !(next === MINUS && isAsciiWord(unitAt(text, offset + 1)));
}
