import type { Message } from './message';

/**
 * Replaces the text from `start` up to `end`. Both are UTF-16 offsets into the note for which the edit was planned.
 * `sortEdits` defines the order of edits at the same offset.
 */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All edits of one note, planned on the same version of its text. */
export interface NoteEdits {
  readonly uri: string;
  /** The text for which the edits were planned. They must not be applied to any other text. */
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

/** A note to create. */
export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/** A planned change: new notes and edits of existing ones. It is applied as a whole or not at all. */
export interface Plan {
  readonly create?: NewFile;
  /** The private half of a note, to create together with the rest. */
  readonly privateHalf?: NewFile;
  /** The notes in the order in which they are saved. */
  readonly changes: readonly NoteEdits[];
}

/** Returns the notes that a plan creates. */
export function newFilesOf({ create, privateHalf }: Plan): readonly NewFile[] {
  return [create, privateHalf].filter((file) => file !== undefined);
}

/** The reason why something was not planned. The text is shown to the user and says what was found and what to do. */
export interface Refusal {
  readonly refused: Message;
}

/** An item of a note that was left as it is, and the reason, as texts for a person. */
export interface SkippedItem {
  readonly uri: string;
  readonly text: string;
  readonly reason: Message;
}

/**
 * Sorts edits by position. At one offset, an insertion at the end of a line comes before an insertion that starts a new
 * line; otherwise the order of the list is kept.
 */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort(
    (a, b) => a.start - b.start || a.end - b.end || Number(beginsNewLine(a)) - Number(beginsNewLine(b)),
  );
}

function beginsNewLine({ text }: TextEdit): boolean {
  return /^[\r\n]/.test(text);
}

/** Applies edits that do not overlap, in the order of `sortEdits`. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let copied = 0;
  for (const edit of sortEdits(edits)) {
    if (edit.start < copied) {
      throw new Error(`Edits overlap at offset ${edit.start}`);
    }
    result += text.slice(copied, edit.start) + edit.text;
    copied = edit.end;
  }
  return result + text.slice(copied);
}

/**
 * Returns the edits that undo `change`, planned on the text after it. Adjacent edits become one, so that their order
 * does not matter.
 */
export function inverseOf({ uri, before, edits }: NoteEdits): NoteEdits {
  const inverse: TextEdit[] = [];
  let shift = 0;
  for (const { start, end, text } of sortEdits(edits)) {
    const from = start + shift;
    const restored = before.slice(start, end);
    const last = inverse.at(-1);
    shift += text.length - (end - start);
    if (last?.end === from) {
      inverse[inverse.length - 1] = { start: last.start, end: from + text.length, text: last.text + restored };
    } else {
      inverse.push({ start: from, end: from + text.length, text: restored });
    }
  }
  return { uri, before: applyEdits(before, edits), edits: inverse };
}

/** Returns the line end of the first line, or `\n` if the text has only one line. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const feed = text.indexOf('\n');
  return feed > 0 && text.charCodeAt(feed - 1) === 0x0d ? '\r\n' : '\n';
}

/**
 * Plans the undo of `change` on the current text of its note. Returns `undefined` unless each changed line is still as
 * `change` left it.
 */
export function undoChange(change: NoteEdits, textNow: string): NoteEdits | undefined {
  const inverse = inverseOf(change);
  // The added line feeds give the first and the last line a neighbour on both sides.
  const left = `\n${inverse.before}\n`;
  const now = `\n${textNow}\n`;
  const same = sameEnds(left, now);
  const edits: TextEdit[] = [];
  for (const edit of inverse.edits) {
    const from = left.lastIndexOf('\n', edit.start);
    const to = left.indexOf('\n', edit.end + 1) + 1;
    const isAbove = to <= same.start;
    const isBelow = from >= left.length - same.end;
    const line = left.slice(from + 1, to - 1);
    // If equal lines were added or removed, the changed line can no longer be identified.
    if ((!isAbove && !isBelow) || linesLike(line, left) !== linesLike(line, now)) {
      return undefined;
    }
    const shift = isAbove ? 0 : now.length - left.length;
    edits.push({ ...edit, start: edit.start + shift, end: edit.end + shift });
  }
  return { uri: change.uri, before: textNow, edits };
}

/** Returns the number of characters that two framed texts share at each end. One line feed may count for both ends. */
function sameEnds(one: string, other: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) {
    start++;
  }
  let end = 0;
  while (end <= shorter - start && one.at(-1 - end) === other.at(-1 - end)) {
    end++;
  }
  return { start, end };
}

function linesLike(line: string, text: string): number {
  return text.split('\n').filter((each) => each === line).length;
}
