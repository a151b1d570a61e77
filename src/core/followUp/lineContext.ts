import type { Block } from '../markdown/block';
import { isBlank, isWhiteSpace } from '../text/characters';
import { hashText } from '../text/strings';

/** The surroundings of a line as hashes. They tell identical lines of a note apart. */
export interface LineContext {
  /** Hash of the headings above the line, from the outermost to the nearest. */
  readonly heading: number;
  /** Hash of the nearest written line above, or 0. */
  readonly above: number;
  /** Hash of the nearest written line below, or 0. */
  readonly below: number;
}

/** The headings above the current block of a note. */
export class HeadingPath {
  readonly #path: { readonly level: number; readonly hash: number }[] = [];

  /** Hash of all headings above, or 0. */
  get hash(): number {
    return this.#path.at(-1)?.hash ?? 0;
  }

  /** Moves on to a block. Headings in lists and quotes have no content of their own. */
  enter(text: string, { kind, parent, level, start, end }: Block): void {
    if (kind !== 'heading' || parent >= 0) return;
    while ((this.#path.at(-1)?.level ?? 0) >= level) {
      this.#path.pop();
    }
    this.#path.push({ level, hash: smallHash(`${this.hash} ${level} ${text.slice(start, end)}`) });
  }
}

/** Returns the hash of a line, without the white space at its end. */
export function lineHash(line: string): number {
  return smallHash(line.trimEnd());
}

/** Returns the context of the line from `start` to `end`, which excludes its line end. */
export function contextOf(text: string, { start, end }: { start: number; end: number }, heading: number): LineContext {
  return { heading, above: hashAbove(text, start), below: hashBelow(text, end) };
}

function hashAbove(text: string, start: number): number {
  let lineEnd = start;
  while (lineEnd > 0 && isWhiteSpace(text.charCodeAt(lineEnd - 1))) lineEnd--;
  let lineStart = lineEnd;
  while (lineStart > 0 && !isLineEnd(text.charCodeAt(lineStart - 1))) lineStart--;
  return lineEnd === 0 ? 0 : lineHash(text.slice(lineStart, lineEnd));
}

function hashBelow(text: string, end: number): number {
  let lineStart = end;
  for (let at = end; at < text.length && isBlankOrLineEnd(text.charCodeAt(at)); at++) {
    if (isLineEnd(text.charCodeAt(at))) lineStart = at + 1;
  }
  let lineEnd = lineStart;
  while (lineEnd < text.length && !isLineEnd(text.charCodeAt(lineEnd))) lineEnd++;
  const line = text.slice(lineStart, lineEnd).trimEnd();
  return line === '' ? 0 : lineHash(line);
}

function isBlankOrLineEnd(unit: number): boolean {
  return isBlank(unit) || isLineEnd(unit);
}

function isLineEnd(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d;
}

/** A hash that the engine stores without an object of its own. */
function smallHash(text: string): number {
  return hashText(text) >>> 2;
}
