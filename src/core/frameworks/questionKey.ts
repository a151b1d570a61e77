import { hashText } from '../text/hashText';

/** Matches characters within a word that are ignored: apostrophes, combining marks and invisible characters. */
const DROPPED = /['‘’ʼ\p{M}\p{Cf}]/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/**
 * Normalizes a question for comparison: NFKC, lowercase, without apostrophes and combining marks. Punctuation,
 * emphasis, symbols and white space between words become one space.
 */
export function normalizeQuestion(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(DROPPED, '')
      // Sigma is the only letter whose lowercase form depends on its position in the word.
      .replaceAll('ς', 'σ')
      .replace(SEPARATORS, ' ')
      .trim()
  );
}

/** Returns the key that identifies a question in notes and history: a 32-bit hash of its normalized text. */
export function questionKey(text: string): number {
  return hashText(normalizeQuestion(text));
}
