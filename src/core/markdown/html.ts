import type { LineCursor } from './lineCursor';
import type { OpenBlocks } from './openBlocks';

/** One of the seven ways in which CommonMark lets a line begin an HTML block. */
interface HtmlRule {
  /** What the line begins with. */
  readonly start: RegExp;
  /** What the last line of the block contains; `undefined` if the block ends before a blank line. */
  readonly end: RegExp | undefined;
  /** Whether such a block can interrupt a paragraph. */
  readonly interrupts: boolean;
}

const BLOCK_NAMES =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';

const ATTRIBUTE = String.raw`[ \t]+[a-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^ \t\r\n"'=<>\x60]+|'[^'\r\n]*'|"[^"\r\n]*"))?`;
const WHOLE_TAG = String.raw`<(?:[a-z][a-z0-9-]*(?:${ATTRIBUTE})*[ \t]*/?|/[a-z][a-z0-9-]*[ \t]*)>`;

/** In the order in which CommonMark tries them. */
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

/** Opens the HTML block that begins at the `<` at the line's first character, if one does. */
export function startHtml(line: LineCursor, open: OpenBlocks): boolean {
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

/** Adds the line to the HTML that is open; `false` if that ended before. */
export function continueHtml(line: LineCursor, open: OpenBlocks): boolean {
  if (open.htmlEnd === undefined && line.blank) return false;
  open.extendLeaf(line);
  closeAtEnd(line, open);
  return true;
}

function closeAtEnd({ text, offset, end }: LineCursor, open: OpenBlocks): void {
  if (open.htmlEnd?.test(text.slice(offset, end))) open.closeLeaf();
}
