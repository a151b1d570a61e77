import {
  ASTERISK,
  BACKTICK,
  EQUALS,
  HASH,
  isBlank,
  LESS_THAN,
  MINUS,
  PERCENT,
  skipBlanks,
  skipRun,
  TILDE,
  trimBlanks,
  UNDERSCORE,
} from '../text/characters';
import type { LineCursor } from './lineCursor';
import type { OpenBlocks } from './openBlocks';

/**
 * Adds the line to the open code or HTML block. Closes the block and returns `false` if the line does not belong to it.
 */
export function continueLeaf(line: LineCursor, open: OpenBlocks): boolean {
  const kind = open.leaf?.kind;
  if (kind === undefined || kind === 'paragraph') return false;
  const continues = open.enteredAll && (kind === 'html' ? continueHtml(line, open) : continueCode(line, open));
  if (!continues) open.closeLeaf();
  return continues;
}

/** Opens the leaf block that begins at the line's first character. Returns `false` if the line is plain text. */
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

/** Opens the code block if this line is a fence. */
function startFence(line: LineCursor, open: OpenBlocks): boolean {
  const { text, offset, end, first } = line;
  const fenceEnd = skipRun(text, offset, first);
  if (fenceEnd - offset < 3) return false;
  // With another backtick later on the line it is inline code.
  if (first === BACKTICK && text.lastIndexOf('`', end - 1) >= fenceEnd) return false;
  open.openLeaf('code', line).start = Math.min(skipBlanks(text, fenceEnd), line.textEnd);
  open.fenceLength = fenceEnd - offset;
  return true;
}

/** Opens indented code. It cannot interrupt a paragraph. */
function startIndentedCode(line: LineCursor, open: OpenBlocks): boolean {
  if (open.leaf !== undefined) return false;
  open.openLeaf('code', line);
  open.fenceLength = 0;
  return true;
}

/** Adds the line to the open code block. Returns `false` if indented code has ended. */
function continueCode(line: LineCursor, open: OpenBlocks): boolean {
  return open.fenceLength > 0 ? continueFenced(line, open) : continueIndented(line, open);
}

function continueFenced(line: LineCursor, open: OpenBlocks): boolean {
  open.extendLeaf(line);
  if (closesFence(line, open)) open.closeLeaf();
  return true;
}

function continueIndented(line: LineCursor, open: OpenBlocks): boolean {
  // A blank line belongs to the code only if more code follows.
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

/**
 * Adds the `%%` comment that opens at the line's first character. As in Obsidian, it runs to the next `%%`, or to the
 * end of the text. A line with text after a comment is a paragraph.
 */
function startComment(line: LineCursor, open: OpenBlocks): boolean {
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

/** Adds the heading (`## Agenda`) if the line is one. */
function startHeading(line: LineCursor, open: OpenBlocks): boolean {
  const { text, offset, end } = line;
  const markerEnd = skipRun(text, offset, HASH);
  const level = markerEnd - offset;
  if (level > 6 || (markerEnd < end && !isBlank(text.charCodeAt(markerEnd)))) return false;
  const heading = open.openLeaf('heading', line);
  heading.level = level;
  heading.start = skipBlanks(text, markerEnd);
  heading.end = contentEnd(text, heading.start, end);
  open.closeLeaf();
  return true;
}

/** Turns the open paragraph into a heading if the line underlines it with `===` or `---`. */
function underlineHeading(line: LineCursor, open: OpenBlocks): boolean {
  const { text, offset, end, first } = line;
  const { leaf } = open;
  if (leaf === undefined || !open.inParagraph) return false;
  if (skipBlanks(text, skipRun(text, offset, first)) < end) return false;
  leaf.kind = 'heading';
  leaf.level = first === EQUALS ? 1 : 2;
  leaf.endLine = line.number;
  open.closeLeaf();
  return true;
}

/** Returns the end of a heading's content, without the closing `#`s. These follow a blank or are the whole content. */
function contentEnd(text: string, start: number, lineEnd: number): number {
  const textEnd = trimBlanks(text, start, lineEnd);
  let end = textEnd;
  while (end > start && text.charCodeAt(end - 1) === HASH) end--;
  if (end > start && !isBlank(text.charCodeAt(end - 1))) return textEnd;
  return trimBlanks(text, start, end);
}

/** One of CommonMark's seven conditions for an HTML block. */
interface HtmlRule {
  /** The start of the first line. */
  readonly start: RegExp;
  /** The end marker on the last line, or `undefined` if a blank line ends the block. */
  readonly end: RegExp | undefined;
  /** Whether the block can interrupt a paragraph. */
  readonly interrupts: boolean;
}

const BLOCK_NAMES =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';

const ATTRIBUTE = String.raw`[ \t]+[a-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^ \t\r\n"'=<>\x60]+|'[^'\r\n]*'|"[^"\r\n]*"))?`;
const WHOLE_TAG = String.raw`<(?:[a-z][a-z0-9-]*(?:${ATTRIBUTE})*[ \t]*/?|/[a-z][a-z0-9-]*[ \t]*)>`;

/** CommonMark's conditions in their order. */
const RULES: readonly HtmlRule[] = [
  {
    start: /<(?:pre|script|style|textarea)(?=[ \t>\r\n]|$)/iy,
    end: /<\/(?:pre|script|style|textarea)>/i,
    interrupts: true,
  },
  { start: /<!--/y, end: /-->/, interrupts: true },
  { start: /<\?/y, end: /\?>/, interrupts: true },
  { start: /<![a-z]/iy, end: />/, interrupts: true },
  { start: /<!\[CDATA\[/y, end: /\]\]>/, interrupts: true },
  { start: new RegExp(`</?(?:${BLOCK_NAMES})(?=[ \\t\\r\\n]|/?>|$)`, 'iy'), end: undefined, interrupts: true },
  { start: new RegExp(`${WHOLE_TAG}[ \\t]*(?=[\\r\\n]|$)`, 'iy'), end: undefined, interrupts: false },
];

/** Opens an HTML block if one begins with the `<` at the line's first character. */
function startHtml(line: LineCursor, open: OpenBlocks): boolean {
  const rule = RULES.find(({ start }) => {
    start.lastIndex = line.offset;
    return start.test(line.text);
  });
  if (rule === undefined || (open.leaf !== undefined && !rule.interrupts)) return false;
  open.openLeaf('html', line);
  open.htmlEnd = rule.end;
  closeAtEnd(line, open);
  return true;
}

/** Adds the line to the open HTML block. Returns `false` if a blank line has ended it. */
function continueHtml(line: LineCursor, open: OpenBlocks): boolean {
  if (open.htmlEnd === undefined && line.blank) return false;
  open.extendLeaf(line);
  closeAtEnd(line, open);
  return true;
}

function closeAtEnd({ text, offset, end }: LineCursor, open: OpenBlocks): void {
  if (open.htmlEnd?.test(text.slice(offset, end))) open.closeLeaf();
}

/** Adds a thematic break if the line is one. */
function startThematicBreak(line: LineCursor, open: OpenBlocks): boolean {
  if (!isThematicBreak(line)) return false;
  open.openLeaf('break', line);
  open.closeLeaf();
  return true;
}

/**
 * Whether the rest of the line is a thematic break: three or more of the same `-`, `*` or `_`, with blanks between
 * them.
 */
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
