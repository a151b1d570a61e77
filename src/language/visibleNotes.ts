import { window, workspace, type TextDocument } from 'vscode';
import { DisposableStore } from '../editor/disposables';
import { Debouncer } from '../editor/notes/debouncer';
import type { Services } from '../services';
import { oneOnOneNote, type OneOnOneNote } from './oneOnOneNote';

/** What is shown beside the text of notes. */
export interface NoteDisplay {
  /** Called for each 1:1 note in an editor that can be seen, and again when it or what is known besides has changed. */
  show(document: TextDocument, inHand: OneOnOneNote): void;
  /** Called when a document that was shown is seen no more, or is no 1:1 note any longer. */
  clear(document: TextDocument): void;
}

/** How long typing must rest before it is looked at, and how long that waits at the most, in ms. */
const TIMES = { delay: 150, maxDelay: 1000 };

/** Keeps a display up to date with the notes that can be seen, the others and the day. */
export class VisibleNotes extends DisposableStore {
  readonly #services: Pick<Services, 'notes' | 'log'>;
  readonly #display: NoteDisplay;
  readonly #shown = new Set<TextDocument>();
  readonly #settling = this.add(new Debouncer(TIMES, () => this.refresh()));
  /** Counts the looks at all notes: an older one that is late has nothing to say. */
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

  /** Shows everything anew. */
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

/** The Markdown documents in editors that can be seen. */
function seenDocuments(): ReadonlySet<TextDocument> {
  const documents = window.visibleTextEditors.map(({ document }) => document);
  return new Set(documents.filter(({ languageId }) => languageId === 'markdown'));
}
