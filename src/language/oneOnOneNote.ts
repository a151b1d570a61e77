import { type CancellationToken, type DocumentSelector, type TextDocument, window, workspace } from 'vscode';
import type { NoteIndex } from '../core/index/noteIndex';
import type { Note } from '../core/note/note';
import type { Person } from '../core/people/person';
import { looksLikeOneOnOne } from '../editor/activateOnDemand';
import { DisposableStore } from '../editor/disposables';
import { LARGEST_NOTE } from '../editor/notes/noteReader';
import { Debouncer } from '../editor/scheduling';
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

/**
 * Returns the 1:1 note as `oneOnOneNote` does, but after the next pause in typing. For displays that VS Code requests
 * after each key: they would otherwise read the note as often.
 */
export async function pausedOneOnOneNote(
  document: TextDocument,
  services: Pick<Services, 'notes'>,
  token: CancellationToken,
): Promise<OneOnOneNote | undefined> {
  await services.notes.pauseInTyping();
  return token.isCancellationRequested ? undefined : oneOnOneNote(document, services, token);
}

/** Checks whether a note is a 1:1 note. A note with a problem is included, because the problem may hide its meeting. */
function isOneOnOne({ meetings, problem }: Note): boolean {
  return meetings.length > 0 || problem !== undefined;
}

/** A display of information beside the text of notes. */
export interface NoteDisplay {
  /** Called for each 1:1 note in a visible editor, and again after changes of the note or the index. */
  show(document: TextDocument, inHand: OneOnOneNote): void;
  /** Called when a shown document is no longer visible, or is no longer a 1:1 note. */
  clear(document: TextDocument): void;
}

/** Delay before an update after typing, and its maximum, in ms. */
const TIMES = { delay: 150, maxDelay: 1000 };

/** Keeps a display up to date with the visible notes, the index and the day. */
export class VisibleNotes extends DisposableStore {
  readonly #services: Pick<Services, 'notes' | 'log'>;
  readonly #display: NoteDisplay;
  readonly #shown = new Set<TextDocument>();
  readonly #settling = this.add(new Debouncer(TIMES, () => this.refresh()));
  /** Number of updates started. The results of an outdated update are dropped. */
  #looks = 0;

  constructor(services: Pick<Services, 'notes' | 'clock' | 'log'>, display: NoteDisplay) {
    super();
    this.#services = services;
    this.#display = display;
    this.add(window.onDidChangeVisibleTextEditors(() => this.refresh()));
    this.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && seenDocuments().has(document)) {
          this.#settling.trigger();
        }
      }),
    );
    this.add(services.notes.onDidChange(() => this.#settling.trigger()));
    this.add(services.clock.onDidChangeDay(() => this.refresh()));
    this.refresh();
  }

  /** Updates the display of all visible notes. */
  refresh(): void {
    void this.#look().catch((error: unknown) =>
      this.#services.log.error('The visible notes could not be updated.', error),
    );
  }

  async #look(): Promise<void> {
    const look = ++this.#looks;
    const seen = seenDocuments();
    for (const document of this.#shown) {
      if (!seen.has(document)) {
        this.#clear(document);
      }
    }
    for (const document of seen) {
      const inHand = await oneOnOneNote(document, this.#services);
      if (look !== this.#looks || this.isDisposed) {
        return;
      }
      if (inHand && !document.isClosed) {
        this.#shown.add(document);
        this.#display.show(document, inHand);
      } else {
        this.#clear(document);
      }
    }
  }

  #clear(document: TextDocument): void {
    if (this.#shown.delete(document)) {
      this.#display.clear(document);
    }
  }
}

/** Returns the Markdown documents in visible editors. */
function seenDocuments(): ReadonlySet<TextDocument> {
  const documents = window.visibleTextEditors.map(({ document }) => document);
  return new Set(documents.filter(({ languageId }) => languageId === 'markdown'));
}
