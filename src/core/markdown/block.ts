import { CARRIAGE_RETURN, GREATER_THAN, isBlank, LINE_FEED, trimBlanks } from '../text/characters';
import type { TextRange } from '../text/range';

/**
 * The kind of a block. A `comment` is the region between two `%%` that Obsidian hides; a `break` is a thematic break.
 */
export type BlockKind = 'heading' | 'item' | 'quote' | 'paragraph' | 'code' | 'html' | 'comment' | 'break';

/**
 * One block of a note. Blocks come in document order, and a container (item, quote) before its content. Offsets count
 * UTF-16 units in the text; lines count from 0.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly line: number;
  /** The last line, inclusive. Blank lines at the end of a container or of indented code are excluded. */
  readonly endLine: number;
  /** Offset of the block's own marker (`#`, `-`, `1.`, `>`, a fence). Equal to `start` if there is no marker. */
  readonly marker: number;
  /**
   * Offset of the first character of the content. For a heading, item or quote this is after the marker and its blanks
   * (a task's checkbox is content); for code, HTML and comments it is the start of the whole first line, without
   * leading blanks.
   */
  readonly start: number;
  /** Offset after the last character, without trailing blanks and without the closing `#`s of a heading. */
  readonly end: number;
  /** The level of a heading (1 to 6), otherwise 0. */
  readonly level: number;
  /** Index of the item or quote that directly contains this block, or -1. */
  readonly parent: number;
}

/** The start of a note's blocks: after the front matter, as `readFrontMatter` finds it. */
export interface BodyStart {
  /** Offset of the first character after the front matter. */
  readonly bodyStart: number;
  /** Line number of that character. */
  readonly bodyLine: number;
}

/** Tests whether a list item directly contains the block at `index` as its first. */
export function isFirstInItem(blocks: readonly Block[], index: number): boolean {
  const parent = blocks[index]?.parent ?? -1;
  return parent >= 0 && parent === index - 1 && blocks[parent]?.kind === 'item';
}

/** Tests whether the block at `index` is the paragraph that begins a list item: on the line of its marker or the next. */
export function isFirstParagraphOfItem(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  return (
    isFirstInItem(blocks, index) && block?.kind === 'paragraph' && block.line <= (blocks[block.parent]?.line ?? -1) + 1
  );
}

/** Returns the paragraph with the words of a block: a paragraph itself, or the one that begins a list item. */
export function paragraphAt(blocks: readonly Block[], index: number): Block | undefined {
  const at = blocks[index]?.kind === 'item' ? index + 1 : index;
  const block = blocks[at];
  return block?.kind === 'paragraph' && (at === index || block.parent === index) ? block : undefined;
}

/**
 * Returns the lines of a paragraph, a heading or a part of it, each without indent, `>` markers and trailing blanks. A
 * `>` that CommonMark reads as text because of its indent is treated as a marker, too.
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

/** HTML blocks that continue until their end marker, whatever comes between. */
const HTML: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  { start: /^<(?:pre|script|style|textarea)(?=[\s>]|$)/i, end: /<\/(?:pre|script|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: /^<![a-z]/i, end: />/ },
];

/** Whether a block runs on because its end is missing: fenced code, a comment, and some kinds of HTML. */
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

/** Whether a code block is fenced rather than indented. */
export function isFenced({ kind, marker, start }: Block): boolean {
  return kind === 'code' && start > marker;
}

function endsInFence(code: string, isAtMargin: boolean): boolean {
  const fence = /^(?:`+|~+)/.exec(code)?.[0] ?? '';
  const last = /(?<![^\r\n])[^\r\n]*$/.exec(code)?.[0] ?? '';
  const closing = (isAtMargin ? /^ {0,3}(`+|~+)[ \t]*$/ : /^[ \t>]*(`+|~+)[ \t]*$/).exec(last)?.[1] ?? '';
  return closing.startsWith(fence);
}
