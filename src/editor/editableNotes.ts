import { Uri } from 'vscode';
import type { EditableNotes } from '../core/writing/editableNotes';
import { NoteNotEditableError } from './noteLeftAlone';
import type { NoteService } from './noteStore';
import { editableText } from './noteToEdit';

/** The notes of a store as plans are made on them: what is open in an editor counts, saved or not. */
export function editableNotes(notes: NoteService): EditableNotes {
  return {
    index: notes.index,
    refresh: (uri) => notes.refresh(Uri.parse(uri)),
    textOf: (uri) => notes.textOf(Uri.parse(uri)),
    async textToEdit(uri) {
      try {
        return await editableText(Uri.parse(uri));
      } catch (error) {
        if (error instanceof NoteNotEditableError) {
          return { refused: error.message, reason: error.reason };
        }
        throw error;
      }
    },
  };
}
