import { EventEmitter, workspace, type Uri } from 'vscode';
import { DisposableStore } from './disposables';
import { Settling } from './settling';
import { Touches, type Touch } from './touches';

/** How long a burst of file events may pause before it is over, and how long it is waited for at most, in ms. */
const TIMES = { quiet: 100, longest: 1000 };

/** What happened to files since the last burst was over. */
export interface FileEvents {
  /** Markdown files, whatever happened to them. */
  readonly notes: readonly Touch[];
  /** What else is gone, folders among it: then nothing is said of the notes that were in them. */
  readonly removed: ReadonlySet<string>;
}

/** Tells what happens to Markdown files in the workspace's folders, a burst at a time. */
export class NoteWatcher extends DisposableStore {
  readonly #touches = new Touches();
  readonly #removed = new Set<string>();
  readonly #settled = this.add(new EventEmitter<FileEvents>());
  readonly onDidSettle = this.#settled.event;
  readonly #settling = this.add(new Settling(TIMES, () => this.#tell()));

  constructor() {
    super();
    const notes = this.add(workspace.createFileSystemWatcher('**/*.{md,markdown}'));
    this.add(notes.onDidCreate((uri) => this.#touch(uri, true)));
    this.add(notes.onDidChange((uri) => this.#touch(uri, false)));
    this.add(notes.onDidDelete((uri) => this.#touch(uri, false)));
    // Of a folder that goes, VS Code tells nothing but its own name, which can be any.
    const removals = this.add(workspace.createFileSystemWatcher('**/*', true, true, false));
    this.add(removals.onDidDelete((uri) => this.#remove(uri)));
  }

  /** Lets what happened count now. */
  settle(): void {
    this.#settling.flush();
  }

  #touch(uri: Uri, mayBeNew: boolean): void {
    this.#touches.add({ uri, mayBeNew, onDisk: true });
    this.#settling.stir();
  }

  #remove(uri: Uri): void {
    this.#removed.add(uri.toString());
    this.#settling.stir();
  }

  #tell(): void {
    const events = { notes: [...this.#touches.take().values()], removed: new Set(this.#removed) };
    this.#removed.clear();
    this.#settled.fire(events);
  }
}
