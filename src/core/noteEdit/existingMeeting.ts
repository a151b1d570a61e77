import { LIST_MARKER } from '../markdown/listItem';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { Note } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { applyEdits, lineEndOf, type Refusal, type TextEdit } from '../text/edit';
import { type Insertion, insertUnder, type LinesUnder, withInsertion } from './insertUnder';
import { message } from '../text/message';

const SEEN_AS_BLOCK = new RegExp(String.raw`^(?:${LIST_MARKER}|#{1,6})\s`);

/**
 * Refuses an insertion that would hide a heading or list item, because it follows an unclosed code block or comment.
 * Returns `undefined` if all of them are visible.
 */
export function refuseIfHidden(text: string, { edit, line }: Insertion, lines: readonly string[]): Refusal | undefined {
  const after = applyEdits(text, [edit]);
  const seen = new Set(
    new ParsedMarkdown(after).blocks
      .filter(({ kind, parent }) => (kind === 'item' || kind === 'heading') && parent < 0)
      .map((block) => block.line),
  );
  const isSeen = lines.every((written, index) => !SEEN_AS_BLOCK.test(written) || seen.has(line + index));
  return isSeen ? undefined : { refused: message('note.unclosed') };
}

/** An existing meeting and the current text of its note. */
export interface ExistingMeeting {
  /** The note as read from `text`. */
  readonly note: Note;
  readonly text: string;
  /** Index of the meeting in the note. */
  readonly meeting: number;
}

/** Items to add to a meeting, in the order of their headings. */
export type Additions = readonly Pick<LinesUnder, 'heading' | 'items'>[];

/** Returns the edits that add list items to an existing meeting. Missing headings are created. */
export function addToMeeting({ note, text, meeting }: ExistingMeeting, additions: Additions): TextEdit[] | Refusal {
  const opened = new ParsedNote(text);
  const within = note.kind === 'log' ? note.meetings[meeting] : undefined;
  let edits: TextEdit[] = [];
  for (const { heading, items } of additions.filter(({ items }) => items.length > 0)) {
    const insertion = insertUnder(opened, { heading, items, within });
    const refusal = refuseIfHidden(text, insertion, items);
    if (refusal) {
      return refusal;
    }
    edits = withInsertion(edits, insertion.edit, lineEndOf(text));
  }
  return edits;
}
