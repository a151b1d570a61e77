import { hashText } from '../text/hashText';

/** What stands inside a word without parting it: apostrophes, combining marks, invisible characters. */
const DROPPED = /['‘’ʼ\p{M}\p{Cf}]/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/**
 * The words by which a question is known: NFKC, lower case, without apostrophes and marks, and with one space wherever
 * punctuation, emphasis, symbols or white space part two words.
 */
export function normalizeQuestion(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(DROPPED, '')
      // Lower case depends on the place in the word for this letter alone, and a word must not.
      .replaceAll('ς', 'σ')
      .replace(SEPARATORS, ' ')
      .trim()
  );
}

/** The number by which notes and history know a question: a 32-bit hash of its normalized text. */
export function questionKey(text: string): number {
  return hashText(normalizeQuestion(text));
}
