import type { Inline } from './readInline';
import { isWhiteSpace, trimWhiteSpace } from './whiteSpace';
import { wordsOnly } from './wordsOnly';

const NO_TAGS: readonly string[] = [];
const TAG = /(?<![^\s([{,;])#([\p{L}\p{M}\p{N}_/-]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_/-]*)/gu;

/** The tags in the text of an item, without their `#`, each once; a number alone is none. */
export function tagsIn(text: string, inline: Inline): readonly string[] {
  if (!text.includes('#')) return NO_TAGS;
  return [...new Set(Array.from(wordsOnly(text, inline).matchAll(TAG), (match) => match[1] ?? ''))];
}

/** Where the text ends if tags and white space at its end are left out. */
export function endBeforeTags(text: string): number {
  let end = trimWhiteSpace(text, 0, text.length);
  for (;;) {
    const wordStart = startOfWord(text, end);
    if (text.charAt(wordStart) !== '#' || wordStart === end) return end;
    end = trimWhiteSpace(text, 0, wordStart);
  }
}

/** Offset of the word that ends at `end`: what white space, or the start of the text, stands before. */
export function startOfWord(text: string, end: number): number {
  let at = end;
  while (at > 0 && !isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
