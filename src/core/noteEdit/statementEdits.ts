import { taskItemAt } from '../followUp/taskItem';
import { paragraphAt } from '../markdown/block';
import { isPurpose } from '../note/meetingOutline';
import type { Meeting } from '../note/note';
import type { ParsedNote } from '../note/parsedNote';
import { lineEndOf, type Refusal, type TextEdit } from '../text/edit';
import { message } from '../text/message';
import { placeOfWords } from '../taskText/fields';
import { touchesRange } from '../text/range';
import { escapeMarkdown } from './escape';
import { refuseIfMisread } from './existingMeeting';

/** The words before an outcome. */
const OUTCOME = 'What came of it:';

/** Returns the edits that write an outcome below a line: as a nested item of a list item, else as the next line. */
export function planOutcome(note: ParsedNote, line: number, words: string): readonly TextEdit[] | Refusal {
  const index = note.blocks.findIndex((block) => block.kind === 'item' && block.line === line);
  const item = note.blocks[index];
  const own = note.blocks.find(
    (block) => block.kind === 'paragraph' && block.line <= line && line <= block.endLine && block !== item,
  );
  if (!own || words.trim() === '') return { refused: message('statement.none') };
  const indent = item ? ' '.repeat(item.start - note.lines.start(line)) + '- ' : '';
  const written = `${indent}${OUTCOME} ${escapeMarkdown(words)}`;
  const start = note.lines.start(own.endLine) + note.lines.get(own.endLine).length;
  const edit = { start, end: start, text: lineEndOf(note.text) + written };
  const isPrivate = note.isPrivateLine(line);
  return refuseIfMisread(note, { edit, line: own.endLine + 1, ends: [], lines: [written], isPrivate }) ?? [edit];
}

/** Returns the edit that joins a line to an earlier wording: `(was: …)` before the fields at its end. */
export function planSameAs(note: ParsedNote, line: number, words: string): readonly TextEdit[] | Refusal {
  const former = escapeMarkdown(words.replace(/[()]/g, ' '));
  if (former === '') return { refused: message('statement.none') };
  const at = note.lines.start(line) + placeOfWords(note.lines.get(line));
  return [{ start: at, end: at, text: ` (was: ${former})` }];
}

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
