import type { Block } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';

const TAB_STOP = 4;
/** Number of columns of indent at which a line cannot begin a block, except for code. */
const INDENTED_LINE = 4;
const BLOCK_START = /^\s*(?:[-+*=>#~`<%_]|\d+[.)])/;

/** The rest of a line after its quote markers. */
interface Rest {
  readonly text: string;
  /** The column of its first character. */
  readonly column: number;
  /** The column from which its indent is measured, after the optional space of the quote marker. */
  readonly base: number;
  /** Whether quote markers are missing because the line continues a paragraph (a lazy continuation). */
  readonly isLazy: boolean;
}

/** Removes the quotes and the indent of a list item from its lines, so that its content begins in column 0. */
class Dedenter {
  readonly #quotes: number;
  /** Column of the content, from the innermost quote around the item. */
  readonly #columns: number;

  /**
   * `prefix` is the part of the item's first line before its content; `quotes` is the number of quotes around the item.
   */
  constructor(prefix: string, quotes: number) {
    this.#quotes = quotes;
    this.#columns = contentColumn(prefix, quotes);
  }

  /**
   * Returns a line without the quotes and indent of the item. Tabs in the indent become spaces, except inside fenced
   * code.
   */
  outdent(line: string, isFenced = false): string {
    return this.#outdented(unquoted(line, this.#quotes), isFenced);
  }

  /**
   * Returns a line that continues a paragraph; `prefix` is the part of the paragraph's first line before its text. A
   * line left of that text could begin a new block once aligned, so it gets enough indent to prevent this.
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

/** Returns the end column of a text that begins in column `from`. Tab stops are every four columns. */
function columnAfter(text: string, from = 0): number {
  let column = from;
  for (let at = 0; at < text.length; at++) {
    column = text.charCodeAt(at) === 0x09 ? column + TAB_STOP - (column % TAB_STOP) : column + 1;
  }
  return column;
}

/** A list item in its original note. */
interface ItemInNote {
  readonly note: ParsedMarkdown;
  /** Index of the item's block. */
  readonly index: number;
}

/** Changes to an item and its children while they are carried. */
interface CarryRules {
  /** Returns whether the block at this index is left in the note, with its children. */
  readonly staysBehind: (index: number) => boolean;
  /** Replacement lines with an unchanged prefix before their text, or `undefined` for a line to omit. */
  readonly replacements: ReadonlyMap<number, string | undefined>;
}

/** The roles of the lines of an item. */
interface LineRoles {
  readonly left: ReadonlySet<number>;
  readonly fenced: ReadonlySet<number>;
  /** Paragraphs by their continuation lines. */
  readonly continuing: ReadonlyMap<number, Block>;
}

const UNDER_THE_BULLET = '  ';
const BULLET = /^\s*[-*+]\s+\S/;
const FENCE = /^(?:```|~~~)/;
const INDENTED = 4;

/**
 * Returns an item and its children as a list of their own, without surrounding quotes and indent. The item begins with
 * `- `; nesting and continuation lines are preserved.
 */
export function dedentItem(item: ItemInNote, rules: CarryRules): string[] {
  const { note, index } = item;
  const { lines, blocks } = note;
  const block = blocks[index];
  if (!block) {
    return [];
  }
  const { left, fenced, continuing } = rolesOf(item, rules);
  const { replacements } = rules;
  const lineAt = (line: number) => (replacements.has(line) ? replacements.get(line) : lines.get(line));
  const prefixOf = ({ line, start }: Block) => note.text.slice(lines.start(line), start);
  const margin = new Dedenter(prefixOf(block), quotesAround(blocks, index));
  const result = [`- ${lineAt(block.line)?.slice(prefixOf(block).length) ?? ''}`];
  for (let line = block.line + 1; line <= block.endLine; line++) {
    const told = left.has(line) ? undefined : lineAt(line);
    if (told !== undefined) {
      const paragraph = continuing.get(line);
      const text = paragraph
        ? margin.outdentContinuation(told, prefixOf(paragraph))
        : margin.outdent(told, fenced.has(line));
      addLine(result, text, { isFenced: fenced.has(line), isAfterGap: left.has(line - 1) });
    }
  }
  while (result.at(-1) === '') {
    result.pop();
  }
  return result;
}

/** Yields the indexes of all blocks inside the block at `index`, at any depth. */
export function* indexesInside(blocks: readonly Block[], index: number): Generator<number> {
  const held = new Set([index]);
  for (let at = index + 1; held.has(blocks[at]?.parent ?? -1); at++) {
    held.add(at);
    yield at;
  }
}

function rolesOf({ note, index }: ItemInNote, { staysBehind }: CarryRules): LineRoles {
  const roles = { left: new Set<number>(), fenced: new Set<number>(), continuing: new Map<number, Block>() };
  for (const inside of indexesInside(note.blocks, index)) {
    const block = note.blocks[inside];
    if (block) {
      const isLeft = staysBehind(inside);
      const isFenced = isFencedCode({ note, index: inside });
      for (let line = block.line; line <= block.endLine; line++) {
        if (isLeft) {
          roles.left.add(line);
        } else if (isFenced) {
          roles.fenced.add(line);
        } else if (block.kind === 'paragraph' && line > block.line) {
          roles.continuing.set(line, block);
        }
      }
    }
  }
  return roles;
}

/** Checks whether a block is fenced code. Indented code may also begin with a fence, so the indent is checked too. */
function isFencedCode({ note: { text, lines, blocks }, index }: ItemInNote): boolean {
  const block = blocks[index];
  if (block?.kind !== 'code' || !FENCE.test(text.slice(block.marker, block.marker + 3))) {
    return false;
  }
  const columnOf = (line: number, offset: number) => columnAfter(text.slice(lines.start(line), offset));
  const holder = blocks[block.parent];
  const margin = holder ? columnOf(holder.line, holder.start) : 0;
  return columnOf(block.line, block.marker) - margin < INDENTED;
}

function quotesAround(blocks: readonly Block[], index: number): number {
  let quotes = 0;
  for (let at = blocks[index]?.parent ?? -1; at >= 0; at = blocks[at]?.parent ?? -1) {
    quotes += blocks[at]?.kind === 'quote' ? 1 : 0;
  }
  return quotes;
}

/**
 * Adds a line, without doubling blank lines. After omitted lines it adds a blank line before text, so that the text
 * does not join the paragraph above.
 */
function addLine(result: string[], text: string, place: { isFenced: boolean; isAfterGap: boolean }): void {
  const isApart = result.at(-1) === '';
  if (place.isAfterGap && !isApart && text !== '' && !BULLET.test(text)) {
    result.push('');
  }
  if (text !== '') {
    result.push(UNDER_THE_BULLET + text);
  } else if (place.isFenced || !isApart) {
    result.push('');
  }
}
