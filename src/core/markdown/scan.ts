import {
  ASTERISK,
  DOT,
  GREATER_THAN,
  isBlank,
  isDigit,
  MINUS,
  PLUS,
  RIGHT_PARENTHESIS,
  skipBlanks,
} from '../text/characters';
import type { Block, BodyStart } from './block';
import { continueLeaf, isThematicBreak, startLeaf } from './leafBlocks';
import { LineCursor } from './lineCursor';
import { OpenBlocks } from './openBlocks';

/**
 * Finds the blocks of a note in one pass, according to CommonMark 0.31.2 with Obsidian's `%%` comments. Link reference
 * definitions remain paragraphs, and inline markup is ignored. Every text is valid input; the time is linear in its
 * length.
 */
export function scan(text: string, from: BodyStart = { bodyStart: 0, bodyLine: 0 }): readonly Block[] {
  const line = new LineCursor(text, from);
  const open = new OpenBlocks();
  while (line.advance()) readLine(line, open);
  open.closeAll();
  return open.blocks;
}

function readLine(line: LineCursor, open: OpenBlocks): void {
  open.enter(line);
  if (continueLeaf(line, open)) return;
  while (startContainer(line, open)) continue;
  if (line.blank) open.closeRest();
  else if (!startLeaf(line, open)) addText(line, open);
}

/** Adds a line of text, which continues a paragraph (also lazily, from outside its containers) or begins one. */
function addText(line: LineCursor, open: OpenBlocks): void {
  if (open.leaf === undefined) open.openLeaf('paragraph', line);
  else open.extendLeaf(line);
}

/**
 * Maximum nesting depth of quotes and items. Deeper markers are text, so that the time per line is linear in its
 * length.
 */
const MAX_DEPTH = 100;

/** Maximum number of digits in an ordered list marker. */
const MAX_DIGITS = 9;

/**
 * Opens and enters the quote or item whose marker is the line's first character. Returns `false` if there is no marker.
 */
function startContainer(line: LineCursor, open: OpenBlocks): boolean {
  const { first } = line;
  const isQuote = first === GREATER_THAN;
  if (!isQuote && !isBullet(first) && !isDigit(first)) return false;
  if (line.indent > 3 || open.depth === MAX_DEPTH) return false;
  return isQuote ? startQuote(line, open) : startItem(line, open);
}

function startQuote(line: LineCursor, open: OpenBlocks): boolean {
  open.openQuote(line);
  return true;
}

function startItem(line: LineCursor, open: OpenBlocks): boolean {
  const { text, offset, end, first } = line;
  const markerEnd = isBullet(first) ? offset + 1 : findNumberEnd(text, offset);
  if (markerEnd < 0 || (markerEnd < end && !isBlank(text.charCodeAt(markerEnd)))) return false;
  if (isThematicBreak(line)) return false;
  if (open.inParagraph && !interruptsParagraph(line, markerEnd)) return false;
  open.openItem(line, markerEnd);
  return true;
}

function isBullet(code: number): boolean {
  return code === MINUS || code === ASTERISK || code === PLUS;
}

/** Returns the offset after the number at `offset` and its `.` or `)`, or -1. */
function findNumberEnd(text: string, offset: number): number {
  let end = offset;
  while (end < offset + MAX_DIGITS && isDigit(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  return code === DOT || code === RIGHT_PARENTHESIS ? end + 1 : -1;
}

/** Whether an item can interrupt a paragraph. It needs text and, if it is numbered, the number 1. */
function interruptsParagraph({ text, offset, end, first }: LineCursor, markerEnd: number): boolean {
  if (skipBlanks(text, markerEnd) === end) return false;
  return isBullet(first) || Number(text.slice(offset, markerEnd - 1)) === 1;
}
