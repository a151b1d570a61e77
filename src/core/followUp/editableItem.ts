import type { Refusal, TextEdit } from '../text/edit';
import { paragraphLines } from '../markdown/block';
import { checkboxAt, type Checkbox } from '../markdown/listItem';
import { skipWhiteSpace, trimWhiteSpace } from '../text/characters';
import { locate, type LineAnchor, type LocatedItem } from './locate';
import { blockIdSpan, readOrigin, readTarget } from '../taskText/origin';
import { readInline, type Inline } from '../taskText/inline';
import { includeEnclosing } from '../taskText/sentence';
import { merged, type TextRange } from '../text/range';
import { message } from '../text/message';

/** One line of an item's text. */
interface ItemLine {
  /** Range in the text of the item; `noteStart` is the start of the same range in the note. */
  readonly start: number;
  readonly end: number;
  readonly noteStart: number;
}

/** An item located in the current text of its note, ready for edits. */
export interface EditableItem {
  readonly line: number;
  readonly box: Checkbox;
  /** The text after the checkbox, with its lines joined by single spaces. Edits are planned on spans of this text. */
  readonly text: string;
  readonly inline: Inline;
  readonly lines: readonly ItemLine[];
}

/** The position of an item in a note. */
export type ItemPlace = Pick<LocatedItem, 'line' | 'paragraph'>;

/** Locates an item in the current text of its note and opens it for edits, or returns a refusal. */
export function editableItem(noteNow: string, proof: LineAnchor): EditableItem | Refusal {
  const found = locate(noteNow, proof);
  if ('refused' in found) return found;
  return editableItemAt(noteNow, found) ?? { refused: message('followUp.noCheckbox') };
}

/** Opens the item with the text at `paragraph`, or returns `undefined` if it has no checkbox. */
export function editableItemAt(noteNow: string, { line, paragraph }: ItemPlace): EditableItem | undefined {
  const box = checkboxAt(noteNow, paragraph.start);
  if (!box) return undefined;
  let text = '';
  const lines: ItemLine[] = [];
  for (const written of paragraphLines(noteNow, paragraph)) {
    if (lines.length > 0) text += ' ';
    const noteStart = lines.length > 0 ? written.start : box.end;
    const start = text.length;
    text += noteNow.slice(noteStart, written.end);
    lines.push({ start, end: text.length, noteStart });
  }
  return { line, box, text, inline: readInline(text), lines };
}

/** Returns the edit that replaces a span within one line of the item. */
export function replacing(item: EditableItem, { start, end }: TextRange, text: string): TextEdit {
  const line = item.lines[lineOf(item, start)] ?? { start: 0, noteStart: item.box.end };
  const noteStart = line.noteStart - line.start + start;
  return { start: noteStart, end: noteStart + end - start, text };
}

/**
 * Returns the index of the line that contains `offset`. The search is binary, because an item may have many lines and
 * fields.
 */
export function lineOf({ lines }: EditableItem, offset: number): number {
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((lines[middle]?.start ?? Infinity) <= offset) from = middle + 1;
    else to = middle;
  }
  return Math.max(from - 1, 0);
}

/**
 * Returns the edits that remove spans with the brackets around them and an adjacent space. A continuation line without
 * other content is removed.
 */
export function removing(item: EditableItem, spans: readonly TextRange[]): readonly TextEdit[] {
  // Adjacent spans share the space between them.
  return merged(spans.flatMap((inside) => spansInNote(item, inside))).map(({ start, end }) => ({
    start,
    end,
    text: '',
  }));
}

function spansInNote(item: EditableItem, inside: TextRange): readonly TextRange[] {
  const span = includeEnclosing(item.text, inside);
  return item.lines.flatMap((line, index) => {
    const start = Math.max(line.start, span.start);
    const end = Math.min(line.end, span.end);
    if (start >= end) return [];
    const before = item.lines[index - 1];
    if (before && start === line.start && end === line.end) {
      return [{ start: before.noteStart + before.end - before.start, end: line.noteStart + end - start }];
    }
    return [replacing(item, withSpace(item.text, { start, end }, line), '')];
  });
}

/**
 * Extends a span to the space before it. At the start of a line, or after the checkbox, it extends to the space after
 * it.
 */
function withSpace(text: string, { start, end }: TextRange, line: TextRange): TextRange {
  const words = trimWhiteSpace(text, line.start, start);
  if (words === line.start) {
    const next = skipWhiteSpace(text, end);
    // Trailing white space remains, because text added to the item goes before it.
    return { start, end: next < line.end ? next : end };
  }
  return { start: start > words ? start - 1 : start, end: trimWhiteSpace(text, start, end) };
}

/** Appends a field to the first line, before the origin or target and before the block id. */
export function appending(item: EditableItem, field: string): TextEdit {
  const [first] = item.lines;
  const text = item.text.slice(0, first?.end ?? 0);
  const end = trimWhiteSpace(text, 0, blockIdSpan(text)?.start ?? text.length);
  const carried = [readOrigin(text), readTarget(text)].find((span) => span?.end === end);
  const at = trimWhiteSpace(text, 0, carried?.start ?? end);
  return replacing(item, { start: at, end: at }, ` ${field}`);
}
