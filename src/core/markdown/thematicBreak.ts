import { ASTERISK, isBlank, MINUS, UNDERSCORE } from './characters';
import type { LineCursor } from './lineCursor';
import type { OpenBlocks } from './openBlocks';

/** Adds the thematic break that the line is, if it is one. */
export function startThematicBreak(line: LineCursor, open: OpenBlocks): boolean {
  if (!isThematicBreak(line)) return false;
  open.openLeaf('break', line);
  open.closeLeaf();
  return true;
}

/** Whether the rest of the line is three or more `-`, `*` or `_`, all the same, and blanks. */
export function isThematicBreak(line: LineCursor): boolean {
  const { text, end, first } = line;
  let { offset } = line;
  if (first !== MINUS && first !== ASTERISK && first !== UNDERSCORE) return false;
  if (offset < line.noBreakBefore) return false;
  let count = 0;
  for (; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === first) count++;
    else if (!isBlank(code)) break;
  }
  if (offset === end && count >= 3) return true;
  line.noBreakBefore = offset;
  return false;
}
