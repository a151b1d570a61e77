import type { ParsedNote } from '../note/parsedNote';
import type { Refusal, TextEdit } from '../text/edit';
import { lineEndOf } from '../text/edit';
import { message } from '../text/message';
import { insertLines } from './insertUnder';

const START = '<!-- goals and small changes -->';
const END = '<!-- /goals and small changes -->';

/**
 * Returns the edit that puts lines between the two markers of a page, or at its end if it has no markers. Refuses if one
 * of the markers is missing.
 */
export function planPageBlock({ text, lines }: ParsedNote, block: readonly string[]): readonly TextEdit[] | Refusal {
  const marked = lines.slice(0, lines.count - 1).map((line) => line.trim());
  const [start, end] = [marked.indexOf(START), marked.indexOf(END)];
  if (start < 0 && end < 0) {
    return [insertLines(lines, lines.count, { lines: [START, ...block, END] }).edit];
  }
  if (start < 0 || end < start) {
    return { refused: message('page.marker', START, END) };
  }
  const inside = block.map((line) => line + lineEndOf(text)).join('');
  return [{ start: lines.start(start + 1), end: lines.start(end), text: inside }];
}
