import type { CancellationToken, DocumentSelector, TextDocument } from 'vscode';
import type { NoteIndex } from '../core/index/noteIndex';
import type { Note } from '../core/note/note';
import type { Person } from '../core/people/person';
import { looksLikeOneOnOne } from '../editor/activateOnDemand';
import { LARGEST_NOTE } from '../editor/notes/noteReader';
import type { Services } from '../services';

/** The documents that editor features are registered for. */
export const MARKDOWN: DocumentSelector = { language: 'markdown' };

/** A 1:1 note parsed from its current document, with the index. */
export interface OneOnOneNote {
  readonly note: Note;
  readonly index: NoteIndex;
  /** The person of the note, or `undefined` if it is not exactly one. */
  readonly person: Person | undefined;
}

/**
 * Returns the 1:1 note in a document, or `undefined` for other files, such as an old version in a diff or a file that
 * is too large. The index reads each version of a document once, so repeated calls are cheap. Reading of notes starts
 * only if the document looks like a 1:1 note.
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
    // VS Code has not reported the new file yet.
    await notes.refresh(document.uri);
  }
  const note = index.note(document.uri.toString());
  if (!note || !isOneOnOne(note) || token?.isCancellationRequested) {
    return undefined;
  }
  return { note, index, person: index.personOf(note) };
}

/** Checks whether a note is a 1:1 note. A note with a problem is included, because the problem may hide its meeting. */
function isOneOnOne({ meetings, problem }: Note): boolean {
  return meetings.length > 0 || problem !== undefined;
}
