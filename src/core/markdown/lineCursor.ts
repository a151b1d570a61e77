import type { BodyStart } from './block';
import { GREATER_THAN, isBlank, SPACE, TAB, trimBlanks } from '../text/characters';

/**
 * Walks a text line by line, and each line from container to container. A line ends with LF, CRLF or CR. Columns count
 * as in CommonMark, where a tab reaches the next multiple of four.
 */
export class LineCursor {
  readonly text: string;
  /** The number of the current line, from 0. */
  number: number;
  /** Offset of the start of the current line. */
  start = 0;
  /** Offset of the end of the current line, without its line end. */
  end = 0;
  /** Offset of the first character after blanks and entered container markers; at most `end`. */
  offset = 0;
  /** Code of the character at `offset`, or 0 if the rest of the line is blank. */
  first = 0;
  /**
   * Offset before which no thematic break begins. It prevents a search to the end of the line for each of many markers.
   */
  noBreakBefore = 0;
  /** Column of `offset`. */
  #column = 0;
  /** Column where the content of the innermost entered container begins, possibly within a tab. */
  #base = 0;
  #next: number;
  #lineFeed = -1;
  #carriageReturn = -1;

  constructor(text: string, { bodyStart, bodyLine }: BodyStart) {
    this.text = text;
    this.#next = bodyStart;
    this.number = bodyLine - 1;
  }

  /** Columns between the content start of the innermost container and the first character. */
  get indent(): number {
    return this.#column - this.#base;
  }

  /** Whether the rest of the line is blank. */
  get blank(): boolean {
    return this.offset === this.end;
  }

  /** Offset of the end of the line's text, without trailing blanks. */
  get textEnd(): number {
    return trimBlanks(this.text, this.offset, this.end);
  }

  /** Offset of the start of the next line. */
  get next(): number {
    return Math.min(this.#next, this.text.length);
  }

  /** Moves to the next line. Returns `false` at the end of the text. */
  advance(): boolean {
    const start = this.#next;
    if (start >= this.text.length) return false;
    if (this.#lineFeed < start) this.#lineFeed = this.#find('\n', start);
    if (this.#carriageReturn < start) this.#carriageReturn = this.#find('\r', start);
    this.end = Math.min(this.#lineFeed, this.#carriageReturn);
    this.#next = this.end + 1 === this.#lineFeed ? this.end + 2 : this.end + 1;
    this.number++;
    this.start = this.offset = start;
    this.#column = this.#base = 0;
    this.#skipBlanks();
    return true;
  }

  /** Enters the block quote whose `>` is at `offset`. Returns `false` and changes nothing if there is no `>`. */
  enterQuote(): boolean {
    if (this.first !== GREATER_THAN || this.indent > 3) return false;
    this.#step(1);
    // One column belongs to the marker: a space, or the first column of a tab.
    if (isBlank(this.text.charCodeAt(this.offset))) this.#base++;
    this.#skipBlanks();
    return true;
  }

  /**
   * Enters a list item whose content is indented by `width` columns. Returns `false` and changes nothing if the line is
   * indented less.
   */
  enterItem(width: number): boolean {
    if (this.indent < width) return false;
    this.#base += width;
    return true;
  }

  /** Enters a new list item whose marker ends at `markerEnd`. Returns the indent of its content in columns. */
  startItem(markerEnd: number): number {
    const outer = this.#base;
    this.#step(markerEnd - this.offset);
    const marked = this.#base;
    this.#skipBlanks();
    // With five or more columns the content is indented code, one column after the marker. An item with a blank first
    // line also starts there.
    this.#base = this.blank || this.indent > 4 ? marked + 1 : this.#column;
    return this.#base - outer;
  }

  /** Moves past `length` characters without tabs. The content begins after them. */
  #step(length: number): void {
    this.offset += length;
    this.#column += length;
    this.#base = this.#column;
  }

  #skipBlanks(): void {
    const { text, end } = this;
    let { offset } = this;
    let column = this.#column;
    let code = 0;
    for (; offset < end; offset++) {
      code = text.charCodeAt(offset);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column & 3);
      else break;
    }
    this.offset = offset;
    this.#column = column;
    this.first = offset < end ? code : 0;
  }

  #find(character: string, from: number): number {
    const found = this.text.indexOf(character, from);
    return found < 0 ? this.text.length : found;
  }
}
