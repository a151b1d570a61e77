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
 * The blocks of a note, found in one pass: CommonMark 0.31.2 and Obsidian's `%%` comments. Link reference definitions
 * stay paragraphs, inline marks are not looked at. Every text is a note; the time it takes grows with its length.
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

/** What starts nothing is text: it continues a paragraph, also from outside its containers, or begins one. */
function addText(line: LineCursor, open: OpenBlocks): void {
  if (open.leaf === undefined) open.openLeaf('paragraph', line);
  else open.extendLeaf(line);
}

/** How deep quotes and items nest. A marker deeper than that is text, so that no line costs more than its length. */
const MAX_DEPTH = 100;

/** How many digits the number of an item has at most. */
const MAX_DIGITS = 9;

/** Opens and enters the quote or item whose marker stands at the line's first character; `false` if none does. */
export function startContainer(line: LineCursor, open: OpenBlocks): boolean {
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

/** Offset after the number at `offset` and the `.` or `)` behind it, or -1. */
function findNumberEnd(text: string, offset: number): number {
  let end = offset;
  while (end < offset + MAX_DIGITS && isDigit(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  return code === DOT || code === RIGHT_PARENTHESIS ? end + 1 : -1;
}

/** Only an item that has text, and the number 1 if it has one, interrupts a paragraph: others are more likely its text. */
function interruptsParagraph({ text, offset, end, first }: LineCursor, markerEnd: number): boolean {
  if (skipBlanks(text, markerEnd) === end) return false;
  return isBullet(first) || Number(text.slice(offset, markerEnd - 1)) === 1;
}
