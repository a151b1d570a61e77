import type { Refusal, TextEdit } from '../text/edit';
import { paragraphLines } from '../markdown/block';
import { checkboxAt, type Checkbox } from '../markdown/listItem';
import { skipWhiteSpace, trimWhiteSpace } from '../text/characters';
import { locate, type LineAnchor, type LocatedItem } from './locate';
import { blockIdSpan, readOrigin, readTarget } from '../taskText/origin';
import { readInline, type Inline } from '../taskText/inline';
import { includeEnclosing } from '../taskText/sentence';
import { inOrder, type Span } from '../text/range';
import { message } from '../text/message';

/** One line of an item's text. */
interface ItemLine {
  /** Where it stands in the text of the item, and, as long, in the note. */
  readonly start: number;
  readonly end: number;
  readonly noteStart: number;
}

/** An item of a note, found again and open for edits. */
export interface EditableItem {
  readonly line: number;
  readonly box: Checkbox;
  /** The text behind the box, its lines joined by single spaces: spans of it are what edits are planned on. */
  readonly text: string;
  readonly inline: Inline;
  readonly lines: readonly ItemLine[];
}

/** Where an item stands in a note. */
export type ItemPlace = Pick<LocatedItem, 'line' | 'paragraph'>;

/** Finds the item in the note as it is now and opens it, or says why not. */
export function editableItem(noteNow: string, proof: LineAnchor): EditableItem | Refusal {
  const found = locate(noteNow, proof);
  if ('refused' in found) return found;
  return editableItemAt(noteNow, found) ?? { refused: message('followUp.noCheckbox') };
}

/** Opens the item whose own text is `paragraph`; `undefined` when no box stands there. */
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

/** Puts `text` in the place of a span that lies within one line. */
export function replacing(item: EditableItem, { start, end }: Span, text: string): TextEdit {
  const line = item.lines[lineOf(item, start)] ?? { start: 0, noteStart: item.box.end };
  const noteStart = line.noteStart - line.start + start;
  return { start: noteStart, end: noteStart + end - start, text };
}

/** Which of the item's lines a place in its text lies in, from 0: an item may have as many lines as places to ask for. */
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

/** Takes spans out, each with the brackets around it and the space beside it; a further line that holds nothing else goes too. */
export function removing(item: EditableItem, spans: readonly Span[]): readonly TextEdit[] {
  const gone: Span[] = [];
  for (const span of inOrder(spans.flatMap((inside) => spansInNote(item, inside)))) {
    const last = gone.at(-1);
    // Two that stand side by side take the same space along.
    if (last && span.start < last.end) gone.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) });
    else gone.push(span);
  }
  return gone.map(({ start, end }) => ({ start, end, text: '' }));
}

function spansInNote(item: EditableItem, inside: Span): readonly Span[] {
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

/** The space before the span; where a line begins with it, and behind the box, which needs its own, the space after it. */
function withSpace(text: string, { start, end }: Span, line: Span): Span {
  const words = trimWhiteSpace(text, line.start, start);
  if (words === line.start) {
    const next = skipWhiteSpace(text, end);
    // Space at the end of the line stays: what is added to the item goes before it.
    return { start, end: next < line.end ? next : end };
  }
  return { start: start > words ? start - 1 : start, end: trimWhiteSpace(text, start, end) };
}

/** Adds a field behind the text of the first line: before the id of the item, and before where it came from or went. */
export function appending(item: EditableItem, field: string): TextEdit {
  const [first] = item.lines;
  const text = item.text.slice(0, first?.end ?? 0);
  const end = trimWhiteSpace(text, 0, blockIdSpan(text)?.start ?? text.length);
  const carried = [readOrigin(text), readTarget(text)].find((span) => span?.end === end);
  const at = trimWhiteSpace(text, 0, carried?.start ?? end);
  return replacing(item, { start: at, end: at }, ` ${field}`);
}
