import type { Refusal, TextEdit } from '../text/edit';
import { paragraphLines } from '../markdown/block';
import { checkboxAt, type Checkbox } from '../markdown/listItem';
import { skipWhiteSpace, trimWhiteSpace } from '../text/characters';
import { locate, type LineAnchor, type LocatedItem } from './locate';
import { readInline, type Inline } from '../taskText/inline';
import { includeEnclosing } from '../taskText/sentence';
import { placeOfField } from '../taskText/fields';
import type { DialectId } from '../taskText/taskFields';
import { joined, merged, type TextRange } from '../text/range';
import { message } from '../text/message';

/** One line of an item's text. */
interface ItemLine {
  /** Range in the text of the item; `noteStart` is the start of the same range in the note. */
  readonly start: number;
  readonly end: number;
  readonly noteStart: number;
}

/** A backslash at the end of a line that is not escaped itself. */
const BACKSLASH_BREAK = /\\$(?<=(?<!\\)(?:\\\\)*\\)/;
const BEGINS_WITH_A_WORD = /^[\p{L}\p{N}]/u;

/** The position of an item in a note. */
type ItemPlace = Pick<LocatedItem, 'line' | 'paragraph'>;

/** An item located in the current text of its note, ready for edits. */
export interface EditableItem extends ItemPlace {
  readonly box: Checkbox;
  /** The text after the checkbox, with its lines joined by single spaces. Edits are planned on spans of this text. */
  readonly text: string;
  readonly inline: Inline;
  readonly lines: readonly ItemLine[];
}

/** Locates an item in the current text of its note and opens it for edits, or returns a refusal. */
export function editableItem(noteNow: string, anchor: LineAnchor): EditableItem | Refusal {
  const found = locate(noteNow, anchor);
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
  return { line, paragraph, box, text, inline: readInline(text), lines };
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
 * Returns the edits that remove spans with the brackets and the emphasis around them, and the blanks that separated
 * them. A continuation line without other content is removed.
 */
export function removing(item: EditableItem, spans: readonly TextRange[]): readonly TextEdit[] {
  // Brackets around spans with only blanks between them go, too.
  const neighbours = joined(spans, (gap) => skipWhiteSpace(item.text, gap.start) >= gap.end);
  const enclosed = neighbours.map((span) => includeEnclosing(item.text, span));
  // Adjacent spans share the blanks between them.
  return merged(enclosed.flatMap((span) => spansInNote(item, span))).map(({ start, end }) => ({
    start,
    end,
    text: '',
  }));
}

function spansInNote(item: EditableItem, span: TextRange): readonly TextRange[] {
  return item.lines.flatMap((line, index) => {
    const start = Math.max(line.start, span.start);
    const end = Math.min(line.end, span.end);
    if (start >= end) return [];
    const before = item.lines[index - 1];
    if (before && start === line.start && end === line.end) {
      return [{ start: before.noteStart + before.end - before.start, end: line.noteStart + end - start }];
    }
    return [replacing(item, withBlanks(item.text, { start, end }, line), '')];
  });
}

/**
 * Extends a span to the blanks before it, unless it would join two words. At the start of a line, or after the checkbox,
 * it extends to the blanks after it.
 */
function withBlanks(text: string, { start, end }: TextRange, line: TextRange): TextRange {
  const words = trimWhiteSpace(text, line.start, start);
  if (words === line.start) {
    const next = skipWhiteSpace(text, end);
    // Trailing white space remains, because text added to the item goes before it.
    return { start, end: next < line.end ? next : end };
  }
  const isBeforeWord = end < line.end && BEGINS_WITH_A_WORD.test(text.slice(end, end + 2));
  return isBeforeWord ? { start, end } : { start: words, end: trimWhiteSpace(text, start, end) };
}

/** Adds a field of a dialect to the first line, before the block id and a hard line break. See `placeOfField`. */
export function appending(item: EditableItem, field: string, dialect: DialectId): TextEdit {
  const line = item.text.slice(0, item.lines[0]?.end ?? 0);
  const at = placeOfField(item.lines.length > 1 ? line.replace(BACKSLASH_BREAK, '') : line, dialect);
  return replacing(item, { start: at, end: at }, ` ${field}`);
}
