import { window, workspace, type TextDocument } from 'vscode';
import { DisposableStore } from '../editor/disposables';
import { Debouncer } from '../editor/notes/debouncer';
import type { Services } from '../services';
import { oneOnOneNote, type OneOnOneNote } from './oneOnOneNote';

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
      this.#services.log.error('What is seen of the notes could not be shown.', error),
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
