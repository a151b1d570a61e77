import { lineEndOf, type TextEdit } from '../edit';
import type { NoteLines } from './noteLines';

/** Lines that are put into a note. */
export interface Insertion {
  readonly edit: TextEdit;
  /** Which line the first of them is once the edit is made. */
  readonly line: number;
  /** Offset of the end of each of them once the edit is made. */
  readonly ends: readonly number[];
}

/**
 * Puts lines before the line `at` of a note, or at its end, and touches nothing that stands there. They are set apart by
 * an empty line on both sides, unless `isTight`: then they continue what stands before them.
 */
export function insertLines(note: NoteLines, at: number, { lines, isTight = false }: LinesToInsert): Insertion {
  const lineEnd = lineEndOf(note.text);
  const start = note.start(at);
  const isAtEnd = start === note.text.length;
  const isUnended = isAtEnd && note.get(note.count - 1) !== '';
  // The last line of a note that ends with a line end is empty, and no line yet.
  const next = isAtEnd && !isUnended ? note.count - 1 : Math.min(at, note.count);
  const isApartBefore = isTight || next === 0 || note.isBlank(next - 1);
  const isApartAfter = isTight || isAtEnd || note.isBlank(next);
  const before = (isUnended ? lineEnd : '') + (isApartBefore ? '' : lineEnd);
  const text = before + lines.map((line) => line + lineEnd).join('') + (isApartAfter ? '' : lineEnd);
  const ends: number[] = [];
  let end = start + before.length;
  for (const line of lines) {
    end += line.length;
    ends.push(end);
    end += lineEnd.length;
  }
  return { edit: { start, end: start, text }, line: next + (isApartBefore ? 0 : 1), ends };
}

/** What `insertLines` puts in. */
export interface LinesToInsert {
  readonly lines: readonly string[];
  readonly isTight?: boolean;
}

/** Adds an insertion to a list of edits. At the offset of the last one, the two become one with an empty line between. */
export function withInsertion(edits: readonly TextEdit[], edit: TextEdit, lineEnd: string): TextEdit[] {
  const last = edits.at(-1);
  if (last?.start !== edit.start) {
    return [...edits, edit];
  }
  const gap = last.text.endsWith(lineEnd + lineEnd) ? '' : lineEnd;
  return [...edits.slice(0, -1), { ...last, text: last.text + gap + edit.text.replace(/^[\r\n]+/, '') }];
}
