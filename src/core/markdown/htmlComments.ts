import { BACKTICK, LESS_THAN, skipRun } from '../text/characters';
import type { TextRange } from '../text/range';
import type { Block } from './block';

const BACKSLASH = 0x5c;
/** Of `<!-->`, which is a comment with nothing in it: its end may share the hyphens. */
const SHORTEST_OPENING = 2;
const ATTRIBUTE = String.raw`\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>\x60]+|'[^']*'|"[^"]*"))?`;
/** What binds as tightly as code, so that a backtick in it opens none: a tag, or an address in angle brackets. */
const TAG = new RegExp(
  String.raw`<(?:[a-z][a-z0-9-]*(?:${ATTRIBUTE})*\s*/?|/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>`,
  'iy',
);

/**
 * The HTML comments in a block, as CommonMark reads them: none in code, fenced, indented or inline. One that is not closed
 * within its block is none, though in an HTML block it hides what follows it.
 */
export function htmlComments(text: string, { kind, start, end }: Block): readonly TextRange[] {
  const isInline = kind === 'paragraph' || kind === 'heading';
  const found: TextRange[] = [];
  for (let at = start; at < end && (isInline || kind === 'html' || kind === 'comment'); at++) {
    const unit = text.charCodeAt(at);
    if (unit === LESS_THAN && text.startsWith('<!--', at)) {
      const close = text.slice(at, end).indexOf('-->', SHORTEST_OPENING);
      if (close < 0) {
        // What follows holds no end of any comment.
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

/** After the tag that begins at `start`, or after its first character when none does. */
function tagEnd(text: string, { start, end }: TextRange): number {
  TAG.lastIndex = start;
  return TAG.test(text) && TAG.lastIndex <= end ? TAG.lastIndex : start + 1;
}

/** After the code that the run of backticks at `start` opens, or after that run when no run of its length follows. */
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
