import { isFirstParagraphOfItem, type Block } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { endOfLine, isLineEnd, startOfLine } from '../text/lines';
import type { TextRange } from '../text/range';
import { detach } from '../text/retained';
import { checkboxAt } from '../markdown/listItem';
import { isBlank, SPACE, trimWhiteSpace, unitAt } from '../text/characters';
import { hashText } from '../text/strings';

/** An item whose paragraph begins with a checkbox, as written in the note. */
export interface TaskItem {
  readonly line: number;
  /** The last line of the item's own paragraph. */
  readonly endLine: number;
  /** Offset of the line. */
  readonly start: number;
  /** Offset of the `[`. */
  readonly box: number;
  /** The line of the checkbox without its line end. It is a copy that does not retain the note's text. */
  readonly source: string;
  /** The continuation lines, joined by spaces, or `''`. It is a copy, too. */
  readonly continuation: string;
}

const DELETE = 0x7f;

/** Returns the task of the item at `index`, or `undefined` if its paragraph begins without a checkbox. */
export function taskItemAt({ text, blocks }: ParsedMarkdown, index: number): TaskItem | undefined {
  const item = blocks[index];
  const paragraph = blocks[index + 1];
  if (!item || !paragraph || !isFirstParagraphOfItem(blocks, index + 1) || !isBox(text, paragraph.start)) {
    return undefined;
  }
  const lineStart = startOfLine(text, paragraph.start);
  const lineEnd = endOfLine(text, paragraph.endLine > paragraph.line ? paragraph.start : paragraph.end);
  return {
    line: paragraph.line,
    endLine: paragraph.endLine,
    start: lineStart,
    box: paragraph.start,
    source: detach(text.slice(lineStart, lineEnd)),
    continuation:
      lineEnd < paragraph.end
        ? detach(
            text
              .slice(lineEnd, paragraph.end)
              .replace(/(?<!\s)\s*[\r\n][\s>]*/g, ' ')
              .trim(),
          )
        : '',
  };
}

/** Whether a checkbox with one character is at `offset`, followed by white space or the end of the line. */
export function isBox(text: string, offset: number): boolean {
  return checkboxAt(text, offset) !== undefined;
}

/** Returns the range of the line that contains `offset`, without its line end. */
export function lineAround(text: string, offset: number): TextRange {
  return { start: startOfLine(text, offset), end: endOfLine(text, offset) };
}

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
  return hashOfLine(line, 0, line.length);
}

function hashOfLine(text: string, start: number, end: number): number {
  return smallHash(text, start, trimmedEnd(text, start, end));
}

/** Returns the end of a line without the white space at its end. Most lines end with a visible ASCII character. */
function trimmedEnd(text: string, start: number, end: number): number {
  const last = unitAt(text, end - 1);
  return last > SPACE && last < DELETE ? end : start + text.slice(start, end).trimEnd().length;
}

/** Returns the context of the line from `start` to `end`, which excludes its line end. */
export function contextOf(text: string, { start, end }: { start: number; end: number }, heading: number): LineContext {
  return { heading, above: hashAbove(text, start), below: hashBelow(text, end) };
}

function hashAbove(text: string, start: number): number {
  const end = trimWhiteSpace(text, 0, start);
  return end === 0 ? 0 : hashOfLine(text, startOfLine(text, end), end);
}

function hashBelow(text: string, end: number): number {
  let lineStart = end;
  let at = end;
  for (let unit = unitAt(text, at); isBlank(unit) || isLineEnd(unit); unit = unitAt(text, at)) {
    at++;
    if (isLineEnd(unit)) lineStart = at;
  }
  const lineEnd = trimmedEnd(text, lineStart, endOfLine(text, at));
  return lineEnd === lineStart ? 0 : smallHash(text, lineStart, lineEnd);
}

/** A hash that the engine stores without an object of its own. */
function smallHash(text: string, start = 0, end = text.length): number {
  return hashText(text, start, end) >>> 2;
}
