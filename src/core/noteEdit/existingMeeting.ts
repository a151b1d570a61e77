import { LIST_MARKER } from '../markdown/listItem';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { Note } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { applyEdits, lineEndOf, type Refusal, type TextEdit } from '../text/edit';
import { type Insertion, insertUnder, type LinesUnder, withInsertion } from './insertUnder';

const SEEN_AS_BLOCK = new RegExp(String.raw`^(?:${LIST_MARKER}|#{1,6})\s`);

/**
 * Why lines must not be inserted: a heading or list item among them would be hidden, since what stands before it is code or
 * a comment that nobody closed. `undefined` when all would be seen.
 */
export function refuseIfHidden(text: string, { edit, line }: Insertion, lines: readonly string[]): Refusal | undefined {
  const after = applyEdits(text, [edit]);
  const seen = new Set(
    new ParsedMarkdown(after).blocks
      .filter(({ kind, parent }) => (kind === 'item' || kind === 'heading') && parent < 0)
      .map((block) => block.line),
  );
  const isSeen = lines.every((written, index) => !SEEN_AS_BLOCK.test(written) || seen.has(line + index));
  return isSeen
    ? undefined
    : {
        refused:
          'The note has code or a comment that is not closed, and new lines would be hidden in it. Close it first.',
      };
}

/** A meeting that is there already, in its note as it is now. */
export interface ExistingMeeting {
  /** Read from `text`. */
  readonly note: Note;
  readonly text: string;
  /** Index into the note's meetings. */
  readonly meeting: number;
}

/** What is to be added to a meeting: items under headings that come in this order. */
export type Additions = readonly Pick<LinesUnder, 'heading' | 'items'>[];

/** The edits that add list items to a meeting that is there already, under headings that are made where they miss. */
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
