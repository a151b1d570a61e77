import { isWhiteSpace, lowerCase, SPACE, unitAt } from '../text/characters';

const ENDING = '.!?…。！？';
/** The first unit behind all that ASCII can print. */
const DELETE = 0x7f;

/**
 * What tells whether two follow-ups say the same, as a carried copy and its source do: the text in NFKC and lower case,
 * white space as one space, without the full stop at its end.
 */
export function normalizedText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  let end = folded.length;
  while (end > 0 && (isWhiteSpace(folded.charCodeAt(end - 1)) || ENDING.includes(folded.charAt(end - 1)))) end--;
  return folded.slice(0, end).trimStart();
}

/** Whether the texts of two follow-ups say the same. */
export function hasSameText(a: string, b: string): boolean {
  return a === b || (!differsAtOnce(a, b) && normalizedText(a) === normalizedText(b));
}

/** Whether the first character that differs is enough to see that all does: for most pairs it is. */
function differsAtOnce(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && lowerCase(unitAt(a, at)) === lowerCase(unitAt(b, at))) at++;
  return standsForItself(unitAt(a, at)) && standsForItself(unitAt(b, at));
}

/** Whether no key leaves `unit` out or makes another of it, save for its case: ASCII without spaces and what ends a sentence. */
function standsForItself(unit: number): boolean {
  return unit > SPACE && unit < DELETE && !ENDING.includes(String.fromCharCode(unit));
}
