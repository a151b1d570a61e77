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
} from './characters';
import type { LineCursor } from './lineCursor';
import type { OpenBlocks } from './openBlocks';
import { isThematicBreak } from './thematicBreak';

/** How deep quotes and items nest. A marker deeper than that is text, so that no line costs more than its length. */
const MAX_DEPTH = 100;

/** How many digits the number of an item has at most. */
const MAX_DIGITS = 9;

/** Opens and enters the quote or item whose marker stands at the line's first character; `false` if none does. */
export function startContainer(line: LineCursor, open: OpenBlocks): boolean {
  if (line.indent > 3 || open.depth === MAX_DEPTH) return false;
  if (line.text.charCodeAt(line.offset) === GREATER_THAN) {
    open.openQuote(line);
    return true;
  }
  const markerEnd = findMarkerEnd(line);
  if (markerEnd < 0 || (open.inParagraph && !interruptsParagraph(line, markerEnd))) return false;
  open.openItem(line, markerEnd);
  return true;
}

/** Offset after the marker of an item (`-`, `*`, `+`, `1.`, `1)`) at the line's first character, or -1. */
function findMarkerEnd(line: LineCursor): number {
  const { text, offset } = line;
  const code = text.charCodeAt(offset);
  const isBullet = code === MINUS || code === ASTERISK || code === PLUS;
  if (!isBullet && !isDigit(code)) return -1;
  const end = isBullet ? offset + 1 : findNumberEnd(text, offset);
  if (end !== line.end && !isBlank(text.charCodeAt(end))) return -1;
  return isBullet && isThematicBreak(line) ? -1 : end;
}

/** Offset after the number at `offset` and the `.` or `)` behind it, or -1. */
function findNumberEnd(text: string, offset: number): number {
  let end = offset;
  while (end < offset + MAX_DIGITS && isDigit(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  return code === DOT || code === RIGHT_PARENTHESIS ? end + 1 : -1;
}

/** Only an item that has text, and the number 1 if it has one, interrupts a paragraph: others are more likely its text. */
function interruptsParagraph({ text, offset, end }: LineCursor, markerEnd: number): boolean {
  if (skipBlanks(text, markerEnd) === end) return false;
  return !isDigit(text.charCodeAt(offset)) || Number(text.slice(offset, markerEnd - 1)) === 1;
}
