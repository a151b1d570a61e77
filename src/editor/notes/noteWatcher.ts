import { EventEmitter, type TextDocument, type Uri, window, workspace } from 'vscode';
import { DisposableStore } from '../disposables';
import { Debouncer } from '../scheduling';

/** A pending change of a file, a folder or an open document. */
export interface FileChange {
  readonly uri: Uri;
  /** Whether the name is that of a Markdown file. Otherwise it may be a folder of notes. */
  readonly isNote: boolean;
  /** Whether the file may be new, so that it must be looked up if it is unknown. */
  readonly mayBeNew: boolean;
  /** Whether the file changed on disk, not only in an editor. */
  readonly onDisk: boolean;
}

/** Collects pending changes, merged per file. */
export class FileChanges {
  readonly #byKey = new Map<string, FileChange>();

  get size(): number {
    return this.#byKey.size;
  }

  add(touch: FileChange): void {
    const key = touch.uri.toString();
    const before = this.#byKey.get(key);
    this.#byKey.set(key, {
      ...touch,
      mayBeNew: touch.mayBeNew || before?.mayBeNew === true,
      onDisk: touch.onDisk || before?.onDisk === true,
    });
  }

  addAll(touches: Iterable<FileChange>): void {
    for (const touch of touches) {
      this.add(touch);
    }
  }

  /** Returns all changes by URI and clears the collection. */
  take(): ReadonlyMap<string, FileChange> {
    const taken = new Map(this.#byKey);
    this.#byKey.clear();
    return taken;
  }
}

/** Whether a file name has a Markdown extension in the case that the search finds. */
function isNoteName(uri: Uri): boolean {
  return /\.(?:md|markdown)$/.test(uri.path);
}

/** Delay after typing before the text is read, and maximum delay while typing continues, in ms. */
const TYPING_TIMES = { delay: 150, maxDelay: 1000 };

/**
 * Tracks the Markdown files open as documents, whose text takes precedence over the file. It includes documents that
 * are not notes, such as old versions from Git.
 */
class OpenDocuments extends DisposableStore {
  readonly #documents = new Map<string, TextDocument>();
  readonly #touches = new FileChanges();
  readonly #settled = this.add(new EventEmitter<readonly FileChange[]>());
  /** Fires after documents were opened, edited or closed, once changes pause. */
  readonly onDidSettle = this.#settled.event;
  readonly #settling = this.add(
    new Debouncer(TYPING_TIMES, () => this.#settled.fire([...this.#touches.take().values()])),
  );

  constructor() {
    super();
    for (const document of workspace.textDocuments) {
      this.#documents.set(document.uri.toString(), document);
    }
    this.add(workspace.onDidOpenTextDocument((document) => this.#opened(document)));
    this.add(workspace.onDidCloseTextDocument((document) => this.#closed(document)));
    this.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#touch(document);
        }
      }),
    );
  }

  /** Returns the text of the open document with this URI, or `undefined`. */
  textOf(key: string): string | undefined {
    return this.#documents.get(key)?.getText();
  }

  has(key: string): boolean {
    return this.#documents.has(key);
  }

  /** Reports pending changes immediately. */
  settle(): void {
    this.#settling.flush();
  }

  /** Waits until pending changes are reported. */
  async pause(): Promise<void> {
    if (!this.#settling.isPending) return;
    await new Promise<void>((resolve) => {
      const listener = this.onDidSettle(() => {
        listener.dispose();
        resolve();
      });
    });
  }

  #opened(document: TextDocument): void {
    this.#documents.set(document.uri.toString(), document);
    this.#touch(document);
  }

  #closed(document: TextDocument): void {
    this.#documents.delete(document.uri.toString());
    this.#touch(document);
  }

  #touch({ uri }: TextDocument): void {
    if (isNoteName(uri)) {
      this.#touches.add({ uri, isNote: true, mayBeNew: false, onDisk: false });
      this.#settling.trigger();
    }
  }
}

/** Delay after the last file event and maximum delay after the first one, in ms. */
const TIMES = { delay: 100, maxDelay: 1000 };

/**
 * Reports changes of Markdown files in the workspace folders in batches. Other paths are reported as well, because VS
 * Code reports only the name of a moved or deleted folder.
 */
class NoteWatcher extends DisposableStore {
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

  /** Reports pending changes immediately. */
  settle(): void {
    this.#settling.flush();
  }

  #touch(uri: Uri, mayBeNew: boolean): void {
    this.#touches.add({ uri, isNote: isNoteName(uri), mayBeNew, onDisk: true });
    this.#settling.trigger();
  }
}

/** Settings of VS Code that affect which files are listed. */
const LISTING_SETTINGS = ['files.exclude', 'search.exclude', 'search.followSymlinks'];

/** Combines all events that may mean changed notes. */
export class NoteEvents extends DisposableStore {
  readonly open = this.add(new OpenDocuments());
  readonly #watcher = this.add(new NoteWatcher());
  readonly #touched = this.add(new EventEmitter<readonly FileChange[]>());
  /** Fires after files, folders or open documents changed, once changes pause. */
  readonly onDidTouch = this.#touched.event;
  readonly #listingChanged = this.add(new EventEmitter<ReadonlySet<string>>());
  /** Fires when other files may be listed, with the workspace folders that were added or removed. */
  readonly onDidChangeListing = this.#listingChanged.event;
  readonly #returned = this.add(new EventEmitter<void>());
  /** Fires when the window regains focus. */
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

  /** Reports pending changes immediately. */
  settle(): void {
    this.open.settle();
    this.#watcher.settle();
  }
}
