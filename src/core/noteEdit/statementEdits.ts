import type { Refusal, TextEdit } from '../text/edit';
import { lineEndOf } from '../text/edit';
import { message } from '../text/message';
import type { ParsedNote } from '../note/parsedNote';
import { placeOfWords } from '../taskText/tail';
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
