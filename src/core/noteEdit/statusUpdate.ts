import { taskItemAt } from '../followUp/taskItem';
import { paragraphAt } from '../markdown/block';
import { isPurpose } from '../note/meetingOutline';
import type { Meeting } from '../note/note';
import type { ParsedNote } from '../note/parsedNote';
import type { Refusal, TextEdit } from '../text/edit';
import { message } from '../text/message';
import { touchesRange } from '../text/range';

/**
 * Returns the edits that make the status of a meeting an update to read before it: its items and paragraphs become block
 * quotes, which count as no talk. Follow-ups, code, private lines and quotes remain unchanged. Refuses if nothing is left
 * to move.
 */
export function planStatusUpdate(note: ParsedNote, { sections }: Meeting): readonly TextEdit[] | Refusal {
  const { blocks, lines, privateLines } = note;
  const status = sections.filter((section) => section.kind === 'status' && !section.private);
  const edits = blocks.flatMap((block, index): TextEdit[] => {
    const isTalk = block.parent === -1 && (block.kind === 'item' || block.kind === 'paragraph');
    const isStatus = status.some(({ line, endLine }) => block.line > line && block.endLine <= endLine);
    if (!isTalk || !isStatus || touchesRange(privateLines, block)) return [];
    const isEmpty = !paragraphAt(blocks, index);
    if (isEmpty || holdsMore(note, index) || isPurpose(lines.get(block.line).trimEnd())) return [];
    return lines.slice(block.line, block.endLine).map((_, at) => {
      const start = lines.start(block.line + at);
      return { start, end: start, text: '> ' };
    });
  });
  return edits.length > 0 ? edits : { refused: message('status.none') };
}

/** Tests whether a block is or contains a follow-up or code. */
function holdsMore(note: ParsedNote, index: number): boolean {
  const { blocks } = note;
  const endLine = blocks[index]?.endLine ?? -1;
  for (let at = index; (blocks[at]?.line ?? Infinity) <= endLine; at++) {
    if (blocks[at]?.kind === 'code' || taskItemAt(note, at)) return true;
  }
  return false;
}
