import { isFirstParagraphOfItem } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { endOfLine, startOfLine } from '../text/lines';
import type { TextRange } from '../text/range';
import { detach } from '../text/retained';
import { checkboxAt } from '../markdown/listItem';

/** An item whose paragraph begins with a checkbox, as written in the note. */
export interface TaskItem {
  readonly line: number;
  /** The last line of the item's own paragraph. */
  readonly endLine: number;
  /** Offset of the `[`. */
  readonly box: number;
  /** The line of the checkbox without its line end. It is a copy that does not retain the note's text. */
  readonly source: string;
  /** The continuation lines, joined by spaces, or `''`. It is a copy as well. */
  readonly continuation: string;
}

/** Returns the task of the item at `index`, or `undefined` if its paragraph begins without a checkbox. */
export function taskItemAt({ text, blocks }: ParsedMarkdown, index: number): TaskItem | undefined {
  const item = blocks[index];
  const paragraph = blocks[index + 1];
  if (!item || !paragraph || !isFirstParagraphOfItem(blocks, index + 1) || !isBox(text, paragraph.start)) {
    return undefined;
  }
  const lineStart = startOfLine(text, paragraph.start);
  const lineEnd = endOfLine(text, paragraph.endLine > paragraph.line ? paragraph.start : paragraph.end);
  return {
    line: paragraph.line,
    endLine: paragraph.endLine,
    box: paragraph.start,
    source: detach(text.slice(lineStart, lineEnd)),
    continuation:
      lineEnd < paragraph.end
        ? detach(
            text
              .slice(lineEnd, paragraph.end)
              .replace(/(?<!\s)\s*[\r\n][\s>]*/g, ' ')
              .trim(),
          )
        : '',
  };
}

/** Whether a checkbox with one character is at `offset`, followed by white space or the end of the line. */
export function isBox(text: string, offset: number): boolean {
  return checkboxAt(text, offset) !== undefined;
}

/** Returns the range of the line that contains `offset`, without its line end. */
export function lineAround(text: string, offset: number): TextRange {
  return { start: startOfLine(text, offset), end: endOfLine(text, offset) };
}
