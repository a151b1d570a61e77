import type { Message } from './message';

/**
 * Replaces the text from `start` up to `end`, which are UTF-16 offsets into the note that the edit was planned on. Where two
 * edits touch one offset, `sortEdits` defines which text comes first.
 */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All edits of one note, planned on one and the same text of it. */
export interface NoteEdits {
  readonly uri: string;
  /** The note's text when the edits were planned: an adapter makes them only while this is still what stands there. */
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

/** A note that is not there yet, whole. */
export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/** A wish, worked out: one note to create at the most, and the edits of others that belong to it. Made together or not at all. */
export interface Plan {
  readonly create?: NewFile;
  /** In the order in which the notes are to be saved. */
  readonly changes: readonly NoteEdits[];
}

/** Why something was not planned: what was found, and what to do. */
export interface Refusal {
  readonly refused: Message;
}

/**
 * Sorts edits by the order of their text in the note. At one offset, an insertion into the line that ends there comes before
 * one that begins a new line; insertions of the same kind keep the order of the list.
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
 * The edits that restore a note to its text before `change`, planned on its text after it. Edits that touch are restored by
 * one, so that no order between them is left to `sortEdits`.
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

/** The line end that a note uses: that of its first line; `\n` when it has one line only. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const feed = text.indexOf('\n');
  return feed > 0 && text.charCodeAt(feed - 1) === 0x0d ? '\r\n' : '\n';
}

/**
 * Plans the undo of `change` on the current text of its note, which may have changed elsewhere meanwhile.
 * Returns `undefined` unless each changed line still reads as `change` left it.
 */
export function undoChange(change: NoteEdits, textNow: string): NoteEdits | undefined {
  const inverse = inverseOf(change);
  // A frame of line feeds gives the first and the last line a neighbour on both sides, as the other lines have.
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
    // Where one of several equal lines came or went, the one that was changed is no longer known.
    if ((!isAbove && !isBelow) || linesLike(line, left) !== linesLike(line, now)) {
      return undefined;
    }
    const shift = isAbove ? 0 : now.length - left.length;
    edits.push({ ...edit, start: edit.start + shift, end: edit.end + shift });
  }
  return { uri: change.uri, before: textNow, edits };
}

/** How many characters two framed texts share at each end. The line feed between the two ends may count for both. */
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
