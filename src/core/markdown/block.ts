import { CARRIAGE_RETURN, GREATER_THAN, isBlank, LINE_FEED, trimBlanks } from '../text/characters';
import type { TextRange } from '../text/range';

/** What a block is. `comment` is a region between two `%%`, as Obsidian hides it; `break` is a thematic break. */
export type BlockKind = 'heading' | 'item' | 'quote' | 'paragraph' | 'code' | 'html' | 'comment' | 'break';

/**
 * One block of a note. Blocks come in document order, a container (item, quote) before what it holds.
 * Offsets are UTF-16 into the text; lines count from 0 at the start of the text.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly line: number;
  /** Last line, inclusive; blank lines at the end of a container or of indented code are outside. */
  readonly endLine: number;
  /** Where its own syntax begins: `#`, `-`, `1.`, `>`, a fence. Without such, the same as `start`. */
  readonly marker: number;
  /**
   * First character of the content: after the marker of a heading, item or quote and the blanks that follow it (a task's
   * box is content), the whole first line of code, HTML or a comment. Blanks before it are never content.
   */
  readonly start: number;
  /** After the last character; blanks at its end and the closing `#`s of a heading are outside. */
  readonly end: number;
  /** 1 to 6 for a heading, otherwise 0. */
  readonly level: number;
  /** Index of the item or quote that holds it directly, or -1. */
  readonly parent: number;
}

/** Where the blocks of a note begin: after its front matter, as `readFrontMatter` finds it. */
export interface BodyStart {
  /** Offset of the first character after the front matter. */
  readonly bodyStart: number;
  /** Line of that character. */
  readonly bodyLine: number;
}

/** Tests whether a list item directly contains the block at `index` as its first. */
export function isFirstInItem(blocks: readonly Block[], index: number): boolean {
  const parent = blocks[index]?.parent ?? -1;
  return parent >= 0 && parent === index - 1 && blocks[parent]?.kind === 'item';
}

/** Tests whether the block at `index` is a paragraph that begins on the line of its list item's marker. */
export function isFirstParagraphOfItem(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  return isFirstInItem(blocks, index) && block?.kind === 'paragraph' && block.line === blocks[block.parent]?.line;
}

/**
 * The lines of a paragraph or a heading, or of a part of it, each without the indent and the `>` before it and without
 * blanks at its end. (A `>` that four columns of indent make text is taken for a marker, too.)
 */
export function paragraphLines(text: string, { start, end }: TextRange): readonly TextRange[] {
  const lines: TextRange[] = [];
  let lineStart = start;
  while (lineStart < end) {
    let lineEnd = lineStart;
    while (lineEnd < end && !isLineEnd(text.charCodeAt(lineEnd))) lineEnd++;
    lines.push({ start: lineStart, end: trimBlanks(text, lineStart, lineEnd) });
    lineStart = lineEnd;
    while (lineStart < end && standsBeforeText(text.charCodeAt(lineStart))) lineStart++;
  }
  return lines;
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function standsBeforeText(code: number): boolean {
  return isBlank(code) || isLineEnd(code) || code === GREATER_THAN;
}

/** HTML that goes on until its end stands in it, whatever comes between. */
const HTML: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  { start: /^<(?:pre|script|style|textarea)(?=[\s>]|$)/i, end: /<\/(?:pre|script|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: /^<![a-z]/i, end: />/ },
];

/** Whether a block lasts as long as it does only because nobody closed it: fenced code, a comment, some HTML. */
export function isUnclosed(text: string, block: Block): boolean {
  const written = text.slice(block.marker, block.end);
  switch (block.kind) {
    case 'code':
      return isFenced(block) && (block.line === block.endLine || !endsInFence(written, block.parent < 0));
    case 'html':
      return HTML.some(({ start, end }) => start.test(written) && !end.test(written));
    case 'comment':
      return !written.slice(2).includes('%%');
    default:
      return false;
  }
}

/** Whether code stands between fences, and not behind an indent. */
export function isFenced({ kind, marker, start }: Block): boolean {
  return kind === 'code' && start > marker;
}

function endsInFence(code: string, isAtMargin: boolean): boolean {
  const fence = /^(?:`+|~+)/.exec(code)?.[0] ?? '';
  const last = /[^\r\n]*$/.exec(code)?.[0] ?? '';
  const closing = (isAtMargin ? /^ {0,3}(`+|~+)[ \t]*$/ : /^[ \t>]*(`+|~+)[ \t]*$/).exec(last)?.[1] ?? '';
  return closing.startsWith(fence);
}
