import { Uri } from 'vscode';
import type { EditableNotes } from '../core/writing/editableNotes';
import { NoteLeftAlone } from './noteLeftAlone';
import type { NoteStore } from './noteStore';
import { textToEdit } from './noteToEdit';

/** The notes of a store as plans are made on them: what is open in an editor counts, saved or not. */
export function editableNotes(notes: NoteStore): EditableNotes {
  return {
    index: notes.index,
    refresh: (uri) => notes.refresh(Uri.parse(uri)),
    textOf: (uri) => notes.textOf(Uri.parse(uri)),
    async textToEdit(uri) {
      try {
        return await textToEdit(Uri.parse(uri));
      } catch (error) {
        if (error instanceof NoteLeftAlone) {
          return { refused: error.message, reason: error.reason };
        }
        throw error;
      }
    },
  };
}
