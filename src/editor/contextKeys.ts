import { commands, type Memento, Uri, window } from 'vscode';
import { NOTES_FOUND } from './activateOnDemand';
import { noteShown } from './activeNote';
import { DisposableStore } from './disposables';
import type { NoteService } from './notes/noteService';

/**
 * The context keys used in package.json as `oneOnOne.<name>`: all notes are read (`indexed`), reading is in progress,
 * 1:1 notes exist, notes have had a follow-up (`hasFollowUps`, for the walkthrough), the tab in front shows a 1:1
 * (`inNote`) or a note that seems to be one but names no person (`lacksPerson`), the folders with 1:1 notes
 * (`noteFolders`), the Follow-ups view is filtered, it shows completed items, a change from a view can be undone.
 */
type ContextKey =
  | 'indexed'
  | 'reading'
  | 'hasNotes'
  | 'hasFollowUps'
  | 'inNote'
  | 'lacksPerson'
  | 'noteFolders'
  | 'filtered'
  | 'showsDone'
  | 'undoable';

/** Sets a context key for VS Code's menus and views. */
export function setContextKey(key: ContextKey, value: boolean | readonly string[]): void {
  void commands.executeCommand('setContext', `oneOnOne.${key}`, value);
}

/** Keeps the context keys and the workspace state up to date with the notes. */
export class NoteContextKeys extends DisposableStore {
  readonly #notes: NoteService;
  readonly #memory: Memento;
  #phase = '';
  #hasNotes: boolean | undefined;
  #hasFollowUps = false;
  #inFront: Uri | undefined;
  #inNote: boolean | undefined;
  #lacksPerson: boolean | undefined;

  constructor(notes: NoteService, memory: Memento) {
    super();
    this.#notes = notes;
    this.#memory = memory;
    this.add(notes.onDidChangeState(() => this.#tell()));
    this.add(notes.onDidChange((change) => this.#tellOfChange(change === undefined || change.people)));
    this.add(window.tabGroups.onDidChangeTabs(() => this.#tellWhatIsInFront()));
    this.add(window.tabGroups.onDidChangeTabGroups(() => this.#tellWhatIsInFront()));
    this.#tellWhatIsInFront();
  }

  /** A note in a new folder is nearly always one with a new person. So the folders are counted again only then. */
  #tellOfChange(mayAddFolder: boolean): void {
    this.#tell();
    this.#tellWhatIsInFront();
    if (mayAddFolder && this.#phase === 'ready') {
      this.#tellFolders();
    }
  }

  #tellWhatIsInFront(): void {
    this.#inFront = noteShown(this.#inFront);
    const note = this.#inFront && this.#notes.fullIndex.note(this.#inFront.toString());
    const inNote = note !== undefined && note.meetings.length > 0;
    if (inNote !== this.#inNote) {
      this.#inNote = inNote;
      setContextKey('inNote', inNote);
    }
    const lacksPerson = note?.problem?.kind === 'noPerson';
    if (lacksPerson !== this.#lacksPerson) {
      this.#lacksPerson = lacksPerson;
      setContextKey('lacksPerson', lacksPerson);
    }
  }

  #tellFolders(): void {
    const folders = new Set<string>();
    for (const { uri, meetings } of this.#notes.fullIndex.notes()) {
      if (meetings.length > 0) folders.add(uri.slice(0, uri.lastIndexOf('/')));
    }
    // VS Code compares them with its key `resourceDirname`, which is a path.
    const paths = Array.from(folders, (folder) => Uri.parse(folder));
    setContextKey(
      'noteFolders',
      paths.map(({ scheme, fsPath, path }) => (scheme === 'file' ? fsPath : path)),
    );
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
      if (phase === 'ready') this.#tellFolders();
    }
  }

  #tellOfFirstFollowUp(): void {
    for (const { followUps } of this.#notes.fullIndex.notes()) {
      if (followUps.length === 0) continue;
      this.#hasFollowUps = true;
      setContextKey('hasFollowUps', true);
      return;
    }
  }

  #tellWhetherThereAreNotes(): void {
    const { hasMeetings } = this.#notes;
    if (hasMeetings !== this.#hasNotes) {
      this.#hasNotes = hasMeetings;
      setContextKey('hasNotes', hasMeetings);
      void this.#memory.update(NOTES_FOUND, hasMeetings || undefined);
    }
    if (!this.#hasFollowUps) this.#tellOfFirstFollowUp();
  }
}
