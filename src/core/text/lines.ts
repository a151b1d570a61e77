import { CARRIAGE_RETURN, codeAt, LINE_FEED } from './characters';
import type { Message } from './message';

/** A line end: CRLF, LF or CR. */
const LINE_END = /\r\n|\n|\r/;

/** Splits a text into its lines, without their line ends. */
export function splitLines(text: string): string[] {
  return text.split(LINE_END);
}

/** Returns the offset of the start of the line that contains `offset`. */
export function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(codeAt(text, at - 1))) at--;
  return at;
}

/** Returns the offset of the end of the line that contains `offset`, without its line end. */
export function endOfLine(text: string, offset: number): number {
  const { length } = text;
  let at = offset;
  while (at < length && !isLineEnd(codeAt(text, at))) at++;
  return at;
}

/** Tests whether a character ends a line. */
export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/**
 * Returns the cells of a table row as words: `Review · 2 days`. Any other line stays as it is, and a row without words,
 * such as the line below a table's header, is `''`.
 */
export function withoutTableBars(line: string): string {
  const written = line.trim();
  if (!written.startsWith('|')) return line;
  const cells = written.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
  return cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell)).join(' · ');
}

/** Joins the lines of a paragraph to one, and the rows of a table by semicolons. */
export function joinLines(lines: readonly string[]): string {
  const separator = lines[0]?.trimStart().startsWith('|') === true ? '; ' : ' ';
  const words = lines.map(withoutTableBars).filter((line) => line !== '');
  return words.join(separator);
}

/** Something wrong in a text. */
export interface LineProblem {
  /** Counted from 0. */
  readonly line: number;
  /** What was found and what to do, as a text for a person. */
  readonly message: Message;
}

/** The lines of a text. The last one may be empty. A byte order mark belongs to no line. */
export class TextLines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = lineStarts(text);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line; the text's end for lines after the last. */
  start(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** The line that contains the character at an offset. */
  at(offset: number): number {
    let [from, to] = [0, this.count];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (this.start(middle) <= offset) from = middle;
      else to = middle;
    }
    return from;
  }

  /** The line without its line end. */
  get(line: number): string {
    const start = this.start(line);
    let end = this.start(line + 1);
    while (end > start && isLineEnd(codeAt(this.text, end - 1))) end--;
    return this.text.slice(start, end);
  }

  /** The lines from `line` to `endLine`, both included, as far as the text has them. */
  slice(line: number, endLine: number): string[] {
    const count = Math.min(endLine, this.count - 1) - line + 1;
    return Array.from({ length: Math.max(count, 0) }, (_, index) => this.get(line + index));
  }

  isBlank(line: number): boolean {
    return /^[ \t]*$/.test(this.get(line));
  }

  /** The first line from `line` on that is not blank; the number of lines when all are. */
  nextWritten(line: number): number {
    let at = line;
    while (at < this.count && this.isBlank(at)) {
      at++;
    }
    return at;
  }

  /** The last line up to `line` that is not blank; -1 when all are. */
  lastWritten(line: number): number {
    let at = Math.min(line, this.count - 1);
    while (at >= 0 && this.isBlank(at)) {
      at--;
    }
    return at;
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  if (text.includes('\r')) {
    for (let at = endOfLine(text, 0); at < text.length; at = endOfLine(text, starts.at(-1) ?? 0)) {
      starts.push(at + (text.startsWith('\r\n', at) ? 2 : 1));
    }
  } else {
    // Most texts have line feeds only, for which the engine searches faster than a loop.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}
