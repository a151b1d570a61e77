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

/** Why something was not planned: text for a person, saying what was found and what to do. */
export interface Refusal {
  readonly refused: string;
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

/** The line end that a note uses: that of its first line; `\n` when it has one line only. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const feed = text.indexOf('\n');
  return feed > 0 && text.charCodeAt(feed - 1) === 0x0d ? '\r\n' : '\n';
}
