import type { Refusal } from '../text/edit';
import type { NoteIndex } from '../index/noteIndex';
import type { Message } from '../text/message';

/** Why a note cannot be edited. `refused` names the note, `reason` does not. */
export interface UneditableNote extends Refusal {
  readonly reason: Message;
}

/** The notes for planning edits: as indexed, and with their current texts. Notes are identified by URI. */
export interface EditableNotes {
  readonly index: NoteIndex;
  /** Reads a note again, so that the index matches its current text. */
  refresh(uri: string): Promise<void>;
  /** Returns a note's text for planning an edit, or why the note cannot be edited. */
  textToEdit(uri: string): Promise<string | UneditableNote>;
  /** Returns a note's current text. Rejects if it cannot be read. */
  textOf(uri: string): Promise<string>;
}
