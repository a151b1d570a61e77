import { codeAt } from './characters';

/**
 * Returns a 32-bit hash of the text from `start` to `end`. It is well distributed even for short and similar texts, and
 * not cryptographic.
 */
export function hashText(text: string, start = 0, end = text.length): number {
  // FNV-1a over UTF-16 code units. The final shifts spread the last characters over all bits.
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ codeAt(text, at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Decodes a part of a URI. A text with a stray `%` is returned as it is: the `%` belongs to the name. */
export function decodeUriPart(text: string): string {
  if (!text.includes('%')) {
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns the decoded name of the file at a URI or path. */
export function fileNameOf(uri: string): string {
  return decodeUriPart(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Returns the match of a sticky pattern at `offset`, or `null`. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** Returns the end of the match of a sticky pattern at `offset`, or `offset` without a match. */
export function endOfMatch(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

/** Returns the word closest to `typed`, at most two typing errors away, or `undefined`. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  const [nearest] = words
    .map((word) => ({ word, distance: editDistance(wanted, word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= 2 && distance < word.length)
    .sort((one, other) => one.distance - other.distance);
  return nearest?.word;
}

/** Returns the Levenshtein distance: the number of letters to change, add or remove. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) {
    const above = row;
    row = [line];
    for (let column = 1; column <= to.length; column++) {
      const changed = (above[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      row.push(Math.min(changed, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
    }
  }
  return row[to.length] ?? 0;
}
