import type { BodyStart } from './block';
import { GREATER_THAN, isBlank, SPACE, TAB, trimBlanks } from '../text/characters';

/**
 * Walks a text line by line, and along each line from container to container.
 * A line ends with LF, CRLF or CR. Columns are CommonMark's: a tab reaches to the next multiple of four.
 */
export class LineCursor {
  readonly text: string;
  /** Which line this is, counted from 0 at the start of the text. */
  number: number;
  /** Offset where the current line begins. */
  start = 0;
  /** Offset where the current line ends, its line end excluded. */
  end = 0;
  /** Offset of the first character that is neither blank nor read as the marker of a container; `end` at most. */
  offset = 0;
  /** Code of the character at `offset`; 0 if the line is blank from here. */
  first = 0;
  /** No thematic break begins before this offset: many markers on one line must not each look for its end. */
  noBreakBefore = 0;
  /** Column of `offset`. */
  #column = 0;
  /** Column where the content of the innermost container entered begins: within a tab, perhaps. */
  #base = 0;
  #next: number;
  #lineFeed = -1;
  #carriageReturn = -1;

  constructor(text: string, { bodyStart, bodyLine }: BodyStart) {
    this.text = text;
    this.#next = bodyStart;
    this.number = bodyLine - 1;
  }

  /** Columns between the start of the innermost container's content and the first character. */
  get indent(): number {
    return this.#column - this.#base;
  }

  /** Whether nothing but blanks is left of the line. */
  get blank(): boolean {
    return this.offset === this.end;
  }

  /** Where the text of the line ends, without the blanks at its end. */
  get textEnd(): number {
    return trimBlanks(this.text, this.offset, this.end);
  }

  /** Offset where the next line begins. */
  get next(): number {
    return Math.min(this.#next, this.text.length);
  }

  /** Goes to the next line; `false` at the end of the text. */
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

  /** Enters the block quote whose `>` stands here; `false`, and nothing happens, if there is none. */
  enterQuote(): boolean {
    if (this.first !== GREATER_THAN || this.indent > 3) return false;
    this.#step(1);
    // One column belongs to the marker, be it a space or the first of a tab's.
    if (isBlank(this.text.charCodeAt(this.offset))) this.#base++;
    this.#skipBlanks();
    return true;
  }

  /** Enters a list item whose content is indented by `width` columns; `false`, and nothing happens, if this line's is not. */
  enterItem(width: number): boolean {
    if (this.indent < width) return false;
    this.#base += width;
    return true;
  }

  /** Enters a new list item whose marker ends at `markerEnd`, and says by how many columns its content is indented. */
  startItem(markerEnd: number): number {
    const outer = this.#base;
    this.#step(markerEnd - this.offset);
    const marked = this.#base;
    this.#skipBlanks();
    // Five columns are one and indented code; of an item that begins with a blank line none are known.
    this.#base = this.blank || this.indent > 4 ? marked + 1 : this.#column;
    return this.#base - outer;
  }

  /** Passes `length` characters, none of them a tab, and takes what follows as content. */
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
