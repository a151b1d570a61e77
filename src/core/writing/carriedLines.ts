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
  /** A line told anew, changed nowhere before its text; `undefined` for one that stays as it is. */
  readonly retold: (line: number) => string | undefined;
}

const TAB_STOP = 4;
const UNDER_THE_BULLET = '  ';

/**
 * An item with its children as lines of a list of their own: freed from the block quotes around it, at the margin with
 * `- `, nested and continued as before. Tabs that indent become spaces, since they would reach elsewhere; in code they stay.
 */
export function carriedLines({ lines, blocks, index }: ItemInNote, { staysBehind, retold }: CarryRules): string[] {
  const item = blocks[index];
  if (!item) {
    return [];
  }
  const code = new Set<number>();
  const left = new Set<number>();
  for (const inside of indexesInside(blocks, index)) {
    const block = blocks[inside];
    const marked = staysBehind(inside) ? left : block?.kind === 'code' ? code : undefined;
    for (let line = block?.line ?? 0; marked && line <= (block?.endLine ?? -1); line++) {
      marked.add(line);
    }
  }
  const lineAt = (line: number) => retold(line) ?? lines.get(line);
  const prefix = lines.text.slice(lines.start(item.line), item.start);
  const result = [`- ${lineAt(item.line).slice(prefix.length)}`];
  const quotes = quotesAround(blocks, index);
  const columns = contentColumn(prefix, quotes);
  for (let line = item.line + 1; line <= item.endLine; line++) {
    const text = left.has(line) ? undefined : outdented(unquoted(lineAt(line), quotes), columns, code.has(line));
    // Where something stayed behind, two empty lines may meet.
    if (text !== undefined && (text !== '' || code.has(line) || result.at(-1) !== '')) {
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
  let rest: Rest = { text: line, column: 0, base: 0 };
  for (let left = quotes; left > 0; left--) {
    const marker = /^[ \t]*>/.exec(rest.text)?.[0];
    if (marker === undefined) {
      return rest;
    }
    const text = rest.text.slice(marker.length);
    const column = columnAfter(marker, rest.column);
    rest = text.startsWith(' ')
      ? { text: text.slice(1), column: column + 1, base: column + 1 }
      : { text, column, base: text.startsWith('\t') ? column + 1 : column };
  }
  return rest;
}

function outdented({ text, column, base }: Rest, columns: number, isCode: boolean): string {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
  if (indent.length === text.length) {
    return '';
  }
  const wanted = base + columns;
  let at = 0;
  let reached = column;
  while (at < indent.length && (reached < wanted || !isCode)) {
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
