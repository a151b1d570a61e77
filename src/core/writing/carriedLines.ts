import type { Block } from '../markdown/block';
import { columnAfter, Dedenter } from './margin';
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
  const { lines, blocks, index } = item;
  const block = blocks[index];
  if (!block) {
    return [];
  }
  const { left, fenced, continuing } = rolesOf(item, rules);
  const { replacements } = rules;
  const lineAt = (line: number) => (replacements.has(line) ? replacements.get(line) : lines.get(line));
  const prefixOf = ({ line, start }: Block) => lines.text.slice(lines.start(line), start);
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

function rolesOf({ lines, blocks, index }: ItemInNote, { staysBehind }: CarryRules): LineRoles {
  const roles = { left: new Set<number>(), fenced: new Set<number>(), continuing: new Map<number, Block>() };
  for (const inside of indexesInside(blocks, index)) {
    const block = blocks[inside];
    if (block) {
      const isLeft = staysBehind(inside);
      const isFenced = isFencedCode({ lines, blocks, index: inside });
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
function isFencedCode({ lines, blocks, index }: ItemInNote): boolean {
  const block = blocks[index];
  if (block?.kind !== 'code' || !FENCE.test(lines.text.slice(block.marker, block.marker + 3))) {
    return false;
  }
  const columnOf = (line: number, offset: number) => columnAfter(lines.text.slice(lines.start(line), offset));
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
