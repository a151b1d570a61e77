import { EventEmitter, type Uri, window, workspace } from 'vscode';
import { DisposableStore } from '../disposables';
import { Debouncer } from './debouncer';
import { type FileChange, FileChanges, isNoteName } from './fileChanges';
import { OpenNotes } from './openDocuments';

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

/** Settings of VS Code that say what is listed. */
const LISTING_SETTINGS = ['files.exclude', 'search.exclude', 'search.followSymlinks'];

/** Everything that tells that notes changed, or may have. */
export class NoteEvents extends DisposableStore {
  readonly open = this.add(new OpenNotes());
  readonly #watcher = this.add(new NoteWatcher());
  readonly #touched = this.add(new EventEmitter<readonly FileChange[]>());
  /** Files, folders or open documents changed, and were then left alone for a moment. */
  readonly onDidTouch = this.#touched.event;
  readonly #listingChanged = this.add(new EventEmitter<ReadonlySet<string>>());
  /** Other files may be listed than before. Names the workspace folders that came or went. */
  readonly onDidChangeListing = this.#listingChanged.event;
  readonly #returned = this.add(new EventEmitter<void>());
  /** The reader comes back from another program. */
  readonly onDidReturn = this.#returned.event;

  constructor() {
    super();
    this.add(this.open.onDidSettle((touches) => this.#touched.fire(touches)));
    this.add(this.#watcher.onDidSettle((touches) => this.#touched.fire(touches)));
    this.add(
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.#listingChanged.fire(new Set([...added, ...removed].map(({ uri }) => uri.toString())));
      }),
    );
    this.add(
      workspace.onDidChangeConfiguration((event) => {
        if (LISTING_SETTINGS.some((setting) => event.affectsConfiguration(setting))) {
          this.#listingChanged.fire(new Set());
        }
      }),
    );
    this.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          this.#returned.fire();
        }
      }),
    );
  }

  /** Tells now what would otherwise be told after a moment. */
  settle(): void {
    this.open.settle();
    this.#watcher.settle();
  }
}
