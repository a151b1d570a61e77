import { ASTERISK, BACKTICK, EQUALS, HASH, LESS_THAN, MINUS, PERCENT, TILDE, UNDERSCORE } from './characters';
import { continueCode, startFence, startIndentedCode } from './code';
import { startComment } from './comment';
import { startHeading, underlineHeading } from './heading';
import { continueHtml, startHtml } from './html';
import type { LineCursor } from './lineCursor';
import type { OpenBlocks } from './openBlocks';
import { startThematicBreak } from './thematicBreak';

/** Adds the line to the code or HTML that is open, or closes that; `false` if the line is none of it. */
export function continueLeaf(line: LineCursor, open: OpenBlocks): boolean {
  const kind = open.leaf?.kind;
  if (kind === undefined || kind === 'paragraph') return false;
  const continues = open.enteredAll && (kind === 'html' ? continueHtml(line, open) : continueCode(line, open));
  if (!continues) open.closeLeaf();
  return continues;
}

/** Opens the block that begins at the line's first character; `false` if that is mere text. */
export function startLeaf(line: LineCursor, open: OpenBlocks): boolean {
  if (line.indent > 3) return startIndentedCode(line, open);
  switch (line.first) {
    case HASH:
      return startHeading(line, open);
    case EQUALS:
      return underlineHeading(line, open);
    case MINUS:
      return underlineHeading(line, open) || startThematicBreak(line, open);
    case ASTERISK:
    case UNDERSCORE:
      return startThematicBreak(line, open);
    case BACKTICK:
    case TILDE:
      return startFence(line, open);
    case LESS_THAN:
      return startHtml(line, open);
    case PERCENT:
      return startComment(line, open);
    default:
      return false;
  }
}
