import type { Block } from '../markdown/block';
import type { NoteLines } from './noteLines';

/** An item of a list, in the note that it is taken from. */
export interface ItemInNote {
  readonly lines: NoteLines;
  readonly blocks: readonly Block[];
  /** Index of the item among the blocks. */
  readonly index: number;
}

/** What becomes of the item and what it holds. */
export interface CarryRules {
  /** Whether the block at this index stays behind, with all that it holds. */
  readonly staysBehind: (index: number) => boolean;
  /** Lines told anew, changed nowhere before their text; `undefined` for one that is left out. */
  readonly retold: ReadonlyMap<number, string | undefined>;
}

const TAB_STOP = 4;
const UNDER_THE_BULLET = '  ';
/** Columns of indent that take a line its meaning as the start of a block. */
const INDENTED = 4;
const BULLET = /^\s*[-*+]\s+\S/;
const FENCE = /^[\s>]*(?:```|~~~)/;
const BLOCK_START = /^\s*(?:[-+*=>#~`<%_]|\d+[.)])/;

/**
 * An item with its children as lines of a list of their own: freed from the block quotes around it, at the margin with
 * `- `, nested and continued as before. Tabs that indent become spaces, since they would reach elsewhere; between fences they stay.
 */
export function carriedLines({ lines, blocks, index }: ItemInNote, { staysBehind, retold }: CarryRules): string[] {
  const item = blocks[index];
  if (!item) {
    return [];
  }
  const fenced = new Set<number>();
  const left = new Set<number>();
  const continued = new Map<number, Block>();
  for (const inside of indexesInside(blocks, index)) {
    const block = blocks[inside];
    for (let line = block?.line ?? 0; block && line <= block.endLine; line++) {
      if (staysBehind(inside)) {
        left.add(line);
      } else if (block.kind === 'code' && FENCE.test(lines.get(block.line))) {
        fenced.add(line);
      } else if (block.kind === 'paragraph' && line > block.line) {
        continued.set(line, block);
      }
    }
  }
  const lineAt = (line: number) => (retold.has(line) ? retold.get(line) : lines.get(line));
  const prefixOf = ({ line, start }: Block) => lines.text.slice(lines.start(line), start);
  const result = [`- ${lineAt(item.line)?.slice(prefixOf(item).length) ?? ''}`];
  const quotes = quotesAround(blocks, index);
  const columns = contentColumn(prefixOf(item), quotes);
  for (let line = item.line + 1; line <= item.endLine; line++) {
    const told = lineAt(line);
    if (left.has(line) || told === undefined) {
      continue;
    }
    const rest = unquoted(told, quotes);
    const paragraph = continued.get(line);
    const text = paragraph
      ? continuing(rest, columns, contentColumn(prefixOf(paragraph), quotes))
      : outdented(rest, columns, fenced.has(line));
    const isAfterGap = left.has(line - 1);
    if (isAfterGap && text !== '' && result.at(-1) !== '' && !BULLET.test(text)) {
      // What stayed behind may be all that kept this from going on the paragraph before.
      result.push('');
    }
    // Where something stayed behind, two empty lines may meet.
    if (text !== '' || fenced.has(line) || result.at(-1) !== '') {
      result.push(text === '' ? '' : UNDER_THE_BULLET + text);
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

/** The rest of a line, and the columns where it begins and where its container's content does. */
interface Rest {
  readonly text: string;
  readonly column: number;
  readonly base: number;
  /** Markers of quotes were missing: the line continues a paragraph from outside. */
  readonly isLazy: boolean;
}

function quotesAround(blocks: readonly Block[], index: number): number {
  let quotes = 0;
  for (let at = blocks[index]?.parent ?? -1; at >= 0; at = blocks[at]?.parent ?? -1) {
    quotes += blocks[at]?.kind === 'quote' ? 1 : 0;
  }
  return quotes;
}

/** In which column, counted from the innermost quote around it, an item's content begins. */
function contentColumn(prefix: string, quotes: number): number {
  const quote = quotes === 0 ? 0 : prefix.lastIndexOf('>') + 1;
  const base = columnAfter(prefix.slice(0, quote)) + (/^[ \t]/.test(prefix.slice(quote)) && quotes > 0 ? 1 : 0);
  return columnAfter(prefix) - base;
}

/** A line without the markers of so many quotes; one that continues a paragraph may have fewer. */
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

/**
 * A line that continues a paragraph. It may stand further left than the paragraph, where it would begin a block of its own
 * if it were not out of place: so much indented that it begins none, it goes on continuing.
 */
function continuing(rest: Rest, columns: number, paragraphColumn: number): string {
  const text = outdented(rest, columns, false);
  const isOutOfPlace = rest.isLazy || indentOf(rest) < columns;
  const begins = BLOCK_START.test(text);
  return isOutOfPlace && begins ? ' '.repeat(paragraphColumn - columns + INDENTED) + text.trimStart() : text;
}

function indentOf({ text, column, base }: Rest): number {
  return columnAfter(/^[ \t]*/.exec(text)?.[0] ?? '', column) - base;
}

function outdented({ text, column, base }: Rest, columns: number, isFenced: boolean): string {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
  if (indent.length === text.length) {
    return '';
  }
  const wanted = base + columns;
  let at = 0;
  let reached = column;
  while (at < indent.length && (reached < wanted || !isFenced)) {
    reached = columnAfter(indent.charAt(at), reached);
    at++;
  }
  return ' '.repeat(Math.max(0, reached - wanted)) + text.slice(at);
}

function columnAfter(text: string, from = 0): number {
  let column = from;
  for (let at = 0; at < text.length; at++) {
    column = text.charCodeAt(at) === 0x09 ? column + TAB_STOP - (column % TAB_STOP) : column + 1;
  }
  return column;
}
