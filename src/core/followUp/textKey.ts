import { isWhiteSpace } from './characters';

const ENDING = '.!?…。！？';

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
