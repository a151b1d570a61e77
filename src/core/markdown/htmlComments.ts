import { BACKTICK, LESS_THAN, skipRun } from '../text/characters';
import type { TextRange } from '../text/range';
import type { Block } from './block';

const BACKSLASH = 0x5c;
/**
 * Offset in a comment where the search for its end begins. In `<!-->`, an empty comment, the end includes the opening
 * hyphens.
 */
const SHORTEST_OPENING = 2;
const ATTRIBUTE = String.raw`\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>\x60]+|'[^']*'|"[^"]*"))?`;
/**
 * Matches an HTML tag or an address in angle brackets. Both bind as tightly as code, so a backtick in them opens no
 * code.
 */
const TAG = new RegExp(
  String.raw`<(?:[a-z][a-z0-9-]*(?:${ATTRIBUTE})*\s*/?|/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>`,
  'iy',
);

/**
 * Returns the HTML comments in a block according to CommonMark. Code has no comments, and an unclosed comment is not
 * returned, although it hides the rest of an HTML block.
 */
export function htmlComments(text: string, { kind, start, end }: Block): readonly TextRange[] {
  const isInline = kind === 'paragraph' || kind === 'heading';
  const found: TextRange[] = [];
  for (let at = start; at < end && (isInline || kind === 'html' || kind === 'comment'); at++) {
    const unit = text.charCodeAt(at);
    if (unit === LESS_THAN && text.startsWith('<!--', at)) {
      const close = text.slice(at, end).indexOf('-->', SHORTEST_OPENING);
      if (close < 0) {
        // The rest of the block contains no end of a comment.
        return found;
      }
      found.push({ start: at, end: at + close + 3 });
      at += close + 2;
    } else if (isInline && unit === LESS_THAN) {
      at = tagEnd(text, { start: at, end }) - 1;
    } else if (isInline && unit === BACKTICK) {
      at = codeEnd(text, { start: at, end }) - 1;
    } else if (isInline && unit === BACKSLASH) {
      at++;
    }
  }
  return found;
}

/** Returns the offset after the tag at `start`, or after the first character if there is no tag. */
function tagEnd(text: string, { start, end }: TextRange): number {
  TAG.lastIndex = start;
  return TAG.test(text) && TAG.lastIndex <= end ? TAG.lastIndex : start + 1;
}

/**
 * Returns the offset after the inline code that the backticks at `start` open, or after the backticks if the code is
 * not closed.
 */
function codeEnd(text: string, { start, end }: TextRange): number {
  const runEnd = skipRun(text, start, BACKTICK);
  for (let at = runEnd; at < end; at++) {
    const next = skipRun(text, at, BACKTICK);
    if (next - at === runEnd - start) {
      return next;
    }
    at = Math.max(at, next - 1);
  }
  return runEnd;
}
