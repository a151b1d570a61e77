import { isWhiteSpace, lowerCase, SPACE, unitAt } from '../text/characters';

const ENDING = '.!?…。！？';
/** The first UTF-16 unit after the printable ASCII characters. */
const DELETE = 0x7f;

/**
 * Normalizes the text of a follow-up, to match a carried copy with its source: NFKC, lowercase, single spaces, without
 * final punctuation.
 */
export function normalizedText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  let end = folded.length;
  while (end > 0 && (isWhiteSpace(folded.charCodeAt(end - 1)) || ENDING.includes(folded.charAt(end - 1)))) end--;
  return folded.slice(0, end).trimStart();
}

/** Whether two follow-ups have the same normalized text. */
export function hasSameText(a: string, b: string): boolean {
  return a === b || (!differsAtOnce(a, b) && normalizedText(a) === normalizedText(b));
}

/** Fast path: whether the first different character proves that the texts differ. */
function differsAtOnce(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && lowerCase(unitAt(a, at)) === lowerCase(unitAt(b, at))) at++;
  return standsForItself(unitAt(a, at)) && standsForItself(unitAt(b, at));
}

/** Whether normalization keeps `unit`, apart from its case: printable ASCII except spaces and final punctuation. */
function standsForItself(unit: number): boolean {
  return unit > SPACE && unit < DELETE && !ENDING.includes(String.fromCharCode(unit));
}
