import { isFirstParagraphOfItem } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { detach } from '../text/retained';
import { checkboxAt } from '../markdown/listItem';

/** An item whose paragraph begins with a box, as it stands in the note. */
export interface TaskItem {
  readonly line: number;
  /** Last line of the item's own paragraph. */
  readonly endLine: number;
  /** Offset of the `[`. */
  readonly box: number;
  /** The line of the box, without its line end: a copy that does not hold on to the note. */
  readonly source: string;
  /** The further lines of the paragraph, joined by a space, or `''`: a copy too. */
  readonly continuation: string;
}

/** The task that the item at `index` is, or `undefined`: a box holds one code point and is followed by white space. */
export function taskItemAt({ text, blocks }: ParsedMarkdown, index: number): TaskItem | undefined {
  const item = blocks[index];
  const paragraph = blocks[index + 1];
  if (!item || !paragraph || !isFirstParagraphOfItem(blocks, index + 1) || !isBox(text, paragraph.start)) {
    return undefined;
  }
  const lineStart = startOfLine(text, item.marker);
  const lineEnd = endOfLine(text, paragraph.endLine > paragraph.line ? paragraph.start : paragraph.end);
  return {
    line: item.line,
    endLine: paragraph.endLine,
    box: paragraph.start,
    source: detach(text.slice(lineStart, lineEnd)),
    continuation:
      lineEnd < paragraph.end
        ? detach(
            text
              .slice(lineEnd, paragraph.end)
              .replace(/\s*[\r\n][\s>]*/g, ' ')
              .trim(),
          )
        : '',
  };
}

/** Whether a box with one character in it, and white space or nothing behind it, stands at `offset`. */
export function isBox(text: string, offset: number): boolean {
  return checkboxAt(text, offset) !== undefined;
}

/** Offset of the first character of the line that `offset` lies in. */
export function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) {
    at--;
  }
  return at;
}

/** Offset of the line end of the line that `offset` lies in, or of the text's. */
export function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
