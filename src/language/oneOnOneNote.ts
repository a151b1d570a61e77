import type { CancellationToken, DocumentSelector, TextDocument } from 'vscode';
import type { NoteIndex } from '../core/index/noteIndex';
import type { Note } from '../core/note/note';
import type { Person } from '../core/people/person';
import { looksLikeOneOnOne } from '../editor/activateOnDemand';
import { LARGEST_NOTE } from '../editor/notes/noteReader';
import type { Services } from '../services';

/** What the aids of the text editor are registered for. */
export const MARKDOWN: DocumentSelector = { language: 'markdown' };

/** A 1:1 note as its document is now, among all the others. */
export interface OneOnOneNote {
  readonly note: Note;
  readonly index: NoteIndex;
  /** Whom it is with; `undefined` when that is not one person for sure. */
  readonly person: Person | undefined;
}

/**
 * The 1:1 note in a document, as the aids of the editor need it; `undefined` for every other file: one that is not among
 * the notes, such as an old version in a diff, or is too large for one. The index reads each version of a document once,
 * so aids may all ask. Reads nothing where no 1:1 was found and this is none.
 */
export async function oneOnOneNote(
  document: TextDocument,
  { notes }: Pick<Services, 'notes'>,
  token?: CancellationToken,
): Promise<OneOnOneNote | undefined> {
  const isKnown = (): boolean => notes.index.note(document.uri.toString()) !== undefined;
  const mayBeOne = isKnown() || (looksLikeOneOnOne(document) && document.getText().length <= LARGEST_NOTE);
  if (!mayBeOne && notes.state.phase !== 'reading') {
    return undefined;
  }
  const index = await notes.ready();
  if (mayBeOne && !isKnown()) {
    // Its file is so new that VS Code has not told of it.
    await notes.refresh(document.uri);
  }
  const note = index.note(document.uri.toString());
  if (!note || !isOneOnOne(note) || token?.isCancellationRequested) {
    return undefined;
  }
  return { note, index, person: index.personOf(note) };
}

/** What should make it a meeting may be what cannot be read: then the hint says so. */
function isOneOnOne({ meetings, problem }: Note): boolean {
  return meetings.length > 0 || problem !== undefined;
}
