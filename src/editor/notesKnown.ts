import type { Memento } from 'vscode';
import { setContextKey } from './contextKeys';
import { DisposableStore } from './disposables';
import type { NoteService } from './noteStore';

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
