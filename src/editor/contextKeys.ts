import { commands, type Memento } from 'vscode';
import { DisposableStore } from './disposables';
import type { NoteService } from './notes/noteService';

/**
 * What menus, buttons and welcome texts in package.json ask for, there as `oneOnOne.<name>`: all notes are read; they are
 * being read; there are 1:1 notes; the Follow-ups view is filtered; it shows what was done lately; a change made from a
 * view can be undone.
 */
type ContextKey = 'indexed' | 'reading' | 'hasNotes' | 'filtered' | 'showsDone' | 'undoable';

/** Sets a context key; the next one to be set for the same name replaces it. */
export function setContextKey(key: ContextKey, value: boolean): void {
  void commands.executeCommand('setContext', `oneOnOne.${key}`, value);
}

/** In the workspace's memory: 1:1 notes were found here. */
export const NOTES_FOUND = 'oneOnOne.notesFound';

/** Tells VS Code's menus, and the next start, whether the notes are read and whether there are any 1:1s. */
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
