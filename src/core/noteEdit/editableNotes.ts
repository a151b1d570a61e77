import type { Refusal } from '../text/edit';
import type { NoteIndex } from '../index/noteIndex';
import type { Message } from '../text/message';

/** Why a note cannot be edited. `refused` names the note, `reason` does not. */
export interface UneditableNote extends Refusal {
  readonly reason: Message;
}

/** The notes that edits are planned on: as they were read, and their texts as they are now. Notes are named by their URIs. */
export interface EditableNotes {
  readonly index: NoteIndex;
  /** Reads a note again, so that the index holds what its text says now. */
  refresh(uri: string): Promise<void>;
  /** A note's text to plan an edit on, or why the note has to be left as it is. */
  textToEdit(uri: string): Promise<string | UneditableNote>;
  /** A note's text as it counts now. Rejects when it cannot be read. */
  textOf(uri: string): Promise<string>;
}
