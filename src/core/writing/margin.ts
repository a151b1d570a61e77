const TAB_STOP = 4;
/** Columns of indent that take a line its meaning as the start of a block. */
const INDENTED_LINE = 4;
const BLOCK_START = /^\s*(?:[-+*=>#~`<%_]|\d+[.)])/;

/** What is left of a line behind the markers of quotes. */
interface Rest {
  readonly text: string;
  /** The column where it begins. */
  readonly column: number;
  /** The column from which its indent counts: one belongs to the marker before. */
  readonly base: number;
  /** Markers were missing: the line continues a paragraph from outside. */
  readonly isLazy: boolean;
}

/** Where the content of a list item begins, and its lines moved so that they begin in column 0. */
export class Dedenter {
  readonly #quotes: number;
  /** Counted from the innermost quote around the item. */
  readonly #columns: number;

  /** `prefix` is what stands before the content in the item's first line; `quotes` is how many are around the item. */
  constructor(prefix: string, quotes: number) {
    this.#quotes = quotes;
    this.#columns = contentColumn(prefix, quotes);
  }

  /** A line without the quotes and the indent of the item. Tabs in its indent become spaces; between fences what is left of them stays. */
  outdent(line: string, isFenced = false): string {
    return this.#outdented(unquoted(line, this.#quotes), isFenced);
  }

  /**
   * A line that continues a paragraph, of which `prefix` stands before the text. It may stand further left than that, where
   * it would begin a block once it stood in line: so much indented that it begins none, it goes on continuing.
   */
  outdentContinuation(line: string, prefix: string): string {
    const rest = unquoted(line, this.#quotes);
    const text = this.#outdented(rest, false);
    const indent = columnAfter(indentOf(rest.text), rest.column) - rest.base;
    const isOutOfPlace = rest.isLazy || indent < this.#columns;
    const column = contentColumn(prefix, this.#quotes) - this.#columns;
    return isOutOfPlace && BLOCK_START.test(text) ? ' '.repeat(column + INDENTED_LINE) + text.trimStart() : text;
  }

  #outdented({ text, column, base }: Rest, isFenced: boolean): string {
    const indent = indentOf(text);
    if (indent.length === text.length) {
      return '';
    }
    const wanted = base + this.#columns;
    let at = 0;
    let reached = column;
    while (at < indent.length && (reached < wanted || !isFenced)) {
      reached = columnAfter(indent.charAt(at), reached);
      at++;
    }
    return ' '.repeat(Math.max(0, reached - wanted)) + text.slice(at);
  }
}

function contentColumn(prefix: string, quotes: number): number {
  const quote = quotes === 0 ? 0 : prefix.lastIndexOf('>') + 1;
  const base = columnAfter(prefix.slice(0, quote)) + (quotes > 0 && /^[ \t]/.test(prefix.slice(quote)) ? 1 : 0);
  return columnAfter(prefix) - base;
}

function unquoted(line: string, quotes: number): Rest {
  let rest: Rest = { text: line, column: 0, base: 0, isLazy: false };
  for (let left = quotes; left > 0; left--) {
    const marker = /^[ \t]*>/.exec(rest.text)?.[0];
    if (marker === undefined) {
      return { ...rest, isLazy: true };
    }
    const text = rest.text.slice(marker.length);
    const column = columnAfter(marker, rest.column);
    rest = text.startsWith(' ')
      ? { text: text.slice(1), column: column + 1, base: column + 1, isLazy: false }
      : { text, column, base: text.startsWith('\t') ? column + 1 : column, isLazy: false };
  }
  return rest;
}

function indentOf(text: string): string {
  return /^[ \t]*/.exec(text)?.[0] ?? '';
}

/** The column that a text ends in if it begins in column `from`: a tab reaches to the next multiple of four. */
export function columnAfter(text: string, from = 0): number {
  let column = from;
  for (let at = 0; at < text.length; at++) {
    column = text.charCodeAt(at) === 0x09 ? column + TAB_STOP - (column % TAB_STOP) : column + 1;
  }
  return column;
}
