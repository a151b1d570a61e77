import { PERCENT, skipBlanks } from './characters';
import type { LineCursor } from './lineCursor';
import type { OpenBlocks } from './openBlocks';

/**
 * Adds the region that `%%` at the line's first character opens. As in Obsidian, it lasts to the next `%%` whatever
 * stands between, to the end of the text if there is none; a line that goes on after its comment is text.
 */
export function startComment(line: LineCursor, open: OpenBlocks): boolean {
  const { text, offset } = line;
  if (text.charCodeAt(offset + 1) !== PERCENT) return false;
  const closing = text.indexOf('%%', offset + 2);
  const end = closing < 0 ? text.length : closing + 2;
  if (end < line.end && skipBlanks(text, end) < line.end) return false;
  open.openLeaf('comment', line);
  while (line.end < end && line.advance()) continue;
  open.extendLeaf(line);
  open.closeLeaf();
  return true;
}
