import { codeAt } from './characters';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Returns a 32-bit hash of the text from `start` to `end`. It is well distributed even for short and similar texts, and
 * not cryptographic.
 */
export function hashText(text: string, start = 0, end = text.length): number {
  // FNV-1a over UTF-16 code units.
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ codeAt(text, at), FNV_PRIME);
  }
  return spread(hash);
}

/** Returns a 32-bit hash of bytes, four of which are taken at a time. It is not cryptographic. */
export function hashBytes({ buffer, byteOffset, byteLength }: Uint8Array): number {
  const view = new DataView(buffer, byteOffset, byteLength);
  const end = byteLength - (byteLength % 4);
  let hash = FNV_OFFSET ^ byteLength;
  for (let at = 0; at < end; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at), FNV_PRIME);
    hash ^= hash >>> 15;
  }
  for (let at = end; at < byteLength; at++) hash = Math.imul(hash ^ view.getUint8(at), FNV_PRIME);
  return spread(hash);
}

/** Spreads the last characters or bytes over all bits of a hash. */
function spread(last: number): number {
  let hash = last;
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
