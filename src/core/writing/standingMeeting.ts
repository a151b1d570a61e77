import { lineEndOf, type Refusal, type TextEdit } from '../edit';
import type { Note } from '../note/note';
import { refuseIfHidden } from './hiddenLines';
import { withInsertion } from './insertLines';
import { insertUnder, openNote, type LinesUnder } from './insertUnder';

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
  const opened = openNote(text);
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
