import { isAsciiWord, isWhiteSpace } from './characters';

const ENDING = '.!?…。！？';
/** The bit by which a lower-case letter differs from its capital; digits have it too. */
const LOWER_CASE = 0x20;

/**
 * What tells whether two follow-ups say the same, as a carried copy and its source do: the text in NFKC and lower case,
 * white space as one space, without the full stop at its end.
 */
export function textKey(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  let end = folded.length;
  while (end > 0 && (isWhiteSpace(folded.charCodeAt(end - 1)) || ENDING.includes(folded.charAt(end - 1)))) end--;
  return folded.slice(0, end).trimStart();
}

/** Whether the texts of two follow-ups say the same. */
export function saySame(a: string, b: string): boolean {
  return a === b || (!beginApart(a, b) && textKey(a) === textKey(b));
}

/** Whether plain letters and digits at the beginning are enough to see that they differ: for most pairs the first is. */
function beginApart(a: string, b: string): boolean {
  for (let at = 0; ; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (!isAsciiWord(x) || !isAsciiWord(y)) return false;
    if ((x | LOWER_CASE) !== (y | LOWER_CASE)) return true;
  }
}
