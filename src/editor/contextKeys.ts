import { commands, type Memento } from 'vscode';
import { DisposableStore } from './disposables';
import type { NoteService } from './notes/noteService';

/**
 * The context keys used in package.json as `oneOnOne.<name>`: all notes are read (`indexed`), reading is in progress,
 * 1:1 notes exist, the Follow-ups view is filtered, it shows completed items, a change from a view can be undone.
 */
type ContextKey = 'indexed' | 'reading' | 'hasNotes' | 'filtered' | 'showsDone' | 'undoable';

/** Sets a context key for VS Code's menus and views. */
export function setContextKey(key: ContextKey, value: boolean): void {
  void commands.executeCommand('setContext', `oneOnOne.${key}`, value);
}

/** Key in the workspace state: whether 1:1 notes were found. */
export const NOTES_FOUND = 'oneOnOne.notesFound';

/** Keeps the context keys and the workspace state up to date with the notes. */
export class NoteContextKeys extends DisposableStore {
  readonly #notes: NoteService;
  readonly #memory: Memento;
  #phase = '';
  #hasNotes: boolean | undefined;

  constructor(notes: NoteService, memory: Memento) {
    super();
    this.#notes = notes;
    this.#memory = memory;
    this.add(notes.onDidChangeState(() => this.#tell()));
    this.add(notes.onDidChange(() => this.#tell()));
  }

  #tell(): void {
    const { phase } = this.#notes.state;
    if (phase === 'ready') {
      this.#tellWhetherThereAreNotes();
    }
    if (phase !== this.#phase) {
      this.#phase = phase;
      setContextKey('reading', phase === 'reading');
      setContextKey('indexed', phase === 'ready');
    }
  }

  #tellWhetherThereAreNotes(): void {
    const { hasMeetings } = this.#notes;
    if (hasMeetings !== this.#hasNotes) {
      this.#hasNotes = hasMeetings;
      setContextKey('hasNotes', hasMeetings);
      void this.#memory.update(NOTES_FOUND, hasMeetings || undefined);
    }
  }
}
