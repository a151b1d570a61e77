import { EventEmitter, workspace, type Uri } from 'vscode';
import { DisposableStore } from './disposables';
import { Debouncer } from './settling';
import { isNoteName, FileChanges, type FileChange } from './touches';

/** How long a burst of file events may pause before it is over, and how long it is waited for at most, in ms. */
const TIMES = { delay: 100, maxDelay: 1000 };

/**
 * Tells what happens to Markdown files in the workspace's folders, a burst at a time; and what else comes and goes, since
 * of a folder that is moved or deleted VS Code tells its name only, and that name can be any.
 */
export class NoteWatcher extends DisposableStore {
  readonly #touches = new FileChanges();
  readonly #settled = this.add(new EventEmitter<readonly FileChange[]>());
  readonly onDidSettle = this.#settled.event;
  readonly #settling = this.add(new Debouncer(TIMES, () => this.#settled.fire([...this.#touches.take().values()])));

  constructor() {
    super();
    const notes = this.add(workspace.createFileSystemWatcher('**/*.{md,markdown}'));
    const all = this.add(workspace.createFileSystemWatcher('**/*', false, true, false));
    this.add(notes.onDidChange((uri) => this.#touch(uri, false)));
    this.add(all.onDidCreate((uri) => this.#touch(uri, true)));
    this.add(all.onDidDelete((uri) => this.#touch(uri, false)));
  }

  /** Lets what happened count now. */
  settle(): void {
    this.#settling.flush();
  }

  #touch(uri: Uri, mayBeNew: boolean): void {
    this.#touches.add({ uri, isNote: isNoteName(uri), mayBeNew, onDisk: true });
    this.#settling.trigger();
  }
}
