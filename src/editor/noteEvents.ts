import { EventEmitter, window, workspace } from 'vscode';
import { DisposableStore } from './disposables';
import { NoteWatcher } from './noteWatcher';
import { OpenNotes } from './openNotes';
import type { FileChange } from './touches';

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
