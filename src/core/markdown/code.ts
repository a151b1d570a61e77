import { BACKTICK, skipBlanks, skipRun } from './characters';
import type { LineCursor } from './lineCursor';
import type { OpenBlocks } from './openBlocks';

/** Opens the code that the fence on this line begins, if there is one. */
export function startFence(line: LineCursor, open: OpenBlocks): boolean {
  const { text, offset, end, first } = line;
  const fenceEnd = skipRun(text, offset, first);
  if (fenceEnd - offset < 3) return false;
  // A backtick behind the fence makes it inline code.
  if (first === BACKTICK && text.lastIndexOf('`', end - 1) >= fenceEnd) return false;
  open.openLeaf('code', line).start = Math.min(skipBlanks(text, fenceEnd), line.textEnd);
  open.fenceLength = fenceEnd - offset;
  return true;
}

/** Opens indented code; a paragraph is not interrupted by it. */
export function startIndentedCode(line: LineCursor, open: OpenBlocks): boolean {
  if (open.leaf !== undefined) return false;
  open.openLeaf('code', line);
  open.fenceLength = 0;
  return true;
}

/** Adds the line to the code that is open; `false` if that is indented and ended before. */
export function continueCode(line: LineCursor, open: OpenBlocks): boolean {
  return open.fenceLength > 0 ? continueFenced(line, open) : continueIndented(line, open);
}

function continueFenced(line: LineCursor, open: OpenBlocks): boolean {
  open.extendLeaf(line);
  if (closesFence(line, open)) open.closeLeaf();
  return true;
}

function continueIndented(line: LineCursor, open: OpenBlocks): boolean {
  // A blank line belongs to it only if more of it follows.
  if (line.blank) return true;
  if (line.indent <= 3) return false;
  open.extendLeaf(line);
  return true;
}

function closesFence(line: LineCursor, { leaf, fenceLength }: OpenBlocks): boolean {
  const { text, offset, end } = line;
  if (leaf === undefined || line.indent > 3) return false;
  const fenceEnd = skipRun(text, offset, text.charCodeAt(leaf.marker));
  return fenceEnd - offset >= fenceLength && skipBlanks(text, fenceEnd) === end;
}
