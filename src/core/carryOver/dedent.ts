import type { Block } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';

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

/** An item of a list, in the note that it is taken from. */
export interface ItemInNote {
  readonly note: ParsedMarkdown;
  /** Index of the item among the blocks. */
  readonly index: number;
}

/** What becomes of the item and what it holds. */
export interface CarryRules {
  /** Whether the block at this index stays behind, with all that it holds. */
  readonly staysBehind: (index: number) => boolean;
  /** Lines told anew, changed nowhere before their text; `undefined` for one that is left out. */
  readonly replacements: ReadonlyMap<number, string | undefined>;
}

/** What the lines of an item are. */
interface LineRoles {
  readonly left: ReadonlySet<number>;
  readonly fenced: ReadonlySet<number>;
  /** Lines that continue a paragraph, with that paragraph. */
  readonly continuing: ReadonlyMap<number, Block>;
}

const UNDER_THE_BULLET = '  ';
const BULLET = /^\s*[-*+]\s+\S/;
const FENCE = /^(?:```|~~~)/;
const INDENTED = 4;

/**
 * An item with its children as lines of a list of their own: freed from the block quotes around it, at the margin with
 * `- `, nested and continued as before.
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

/** The indexes of the blocks that the block at `index` holds, its children's included. */
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

/** Code that stands between fences. It may also begin with what looks like one, and be code by its indent. */
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

/** Where something stayed behind, two empty lines may meet, or a line that it kept apart from the paragraph before. */
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
