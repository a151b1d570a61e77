import { isAsciiWord, isDigit, isWhiteSpace, MINUS, unitAt } from '../markdown/characters';

/** `2026-11-30` */
export const LENGTH_OF_DATE = 10;

const TIME = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}|\s?[ap]m)?(?!\w)/iy;
const UPPER_T = 0x54;

/** Whether a date stands at `offset`, whether the calendar has such a day or not. */
export function isDateWritten(text: string, offset: number): boolean {
  for (let index = 0; index < LENGTH_OF_DATE; index++) {
    const unit = unitAt(text, offset + index);
    if (index === 4 || index === 7 ? unit !== MINUS : !isDigit(unit)) return false;
  }
  return true;
}

/** Offset after a date that ends at `offset`, and after a time behind it; -1 when a longer word begins with it. */
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
