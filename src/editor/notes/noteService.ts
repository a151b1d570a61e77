import {
  CancellationTokenSource,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type Uri,
  workspace,
} from 'vscode';
import type { IndexChange } from '../../core/index/listedFollowUp';
import type { NoteIndex, PeopleConfig } from '../../core/index/noteIndex';
import { NoteIndexes, type ShownNotes } from '../../core/index/noteIndexes';
import type { ReadingRules } from '../../core/note/readingRules';
import { publicText } from '../../core/sharing/redact';
import { DisposableStore } from '../disposables';
import { pathInFolder } from '../uris';
import { type FileChange, FileChanges, NoteEvents } from './noteWatcher';
import { NoteScanner } from './noteScanner';
import { IndexUpdater } from './indexUpdater';
import { type ListedNote, NoteFinder } from './noteFinder';
import { type CacheSettings, NoteCache } from './noteCache';
import type { NoteReader } from './noteReader';

/** The dependencies of a note service. */
interface NoteServiceParts {
  readonly reader: NoteReader;
  readonly log: LogOutputChannel;
  /** Loads the sources of `rules` and `peopleConfig`. Called before all notes are read. */
  readonly prepare: () => Promise<void>;
  readonly rules: () => ReadingRules;
  readonly peopleConfig: () => PeopleConfig;
  /** Returns the globs of excluded files in a workspace folder. */
  readonly exclude: (folder: Uri) => readonly string[];
  /** Where notes are cached between sessions. Without it, all notes are read at the start. */
  readonly cache?: CacheSettings | undefined;
}

/** The progress of reading. */
export interface NoteServiceState {
  /** `idle` before the first request, `reading` while all notes are read, `ready` afterwards. */
  readonly phase: 'idle' | 'reading' | 'ready';
  readonly read: number;
  readonly total: number;
  /** Number of notes left out because of their size. */
  readonly tooLarge: number;
  /** Number of notes that could not be read. */
  readonly failed: number;
  /** Whether the reading was cancelled, so that the index may be incomplete. */
  readonly cancelled: boolean;
}

/** Number of simultaneous changes that triggers a full rescan. */
const MAX_CHANGES_BEFORE_RESCAN = 200;

/** Minimum age of the last full scan before a rescan on focus, in ms. */
const TRUST_MS = 60_000;

/**
 * Provides the current notes of the workspace. They are read on the first request and then kept up to date with files,
 * folders and open documents. All work runs in sequence, so that older results never replace newer ones.
 */
export class NoteService implements Disposable, ShownNotes {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new EventEmitter<IndexChange | undefined>());
  /** Fires with the change of the index, or `undefined` if anything may have changed. */
  readonly onDidChange = this.#changed.event;
  readonly #stateChanged = this.#owned.add(new EventEmitter<NoteServiceState>());
  readonly onDidChangeState = this.#stateChanged.event;

  readonly #parts: NoteServiceParts;
  readonly #indexes: NoteIndexes;
  readonly #updater: IndexUpdater;
  readonly #scanner: NoteScanner;
  readonly #cache: NoteCache | undefined;
  #events: NoteEvents | undefined;
  #state: NoteServiceState = { phase: 'idle', read: 0, total: 0, tooLarge: 0, failed: 0, cancelled: false };

  /** The pending work: read all notes again, or check all for changes. `#touches` holds individual changes. */
  #due: 'reading' | 'sweep' | undefined;
  readonly #touches = new FileChanges();
  #working: Promise<void> | undefined;
  #reading: CancellationTokenSource | undefined;
  /** Time of the last full scan, as a `performance.now` value. */
  #looked = 0;
  readonly #end = this.#owned.add(new CancellationTokenSource());

  constructor(parts: NoteServiceParts) {
    this.#parts = parts;
    this.#indexes = new NoteIndexes(parts.peopleConfig());
    this.#updater = new IndexUpdater({
      indexes: this.#indexes,
      log: parts.log,
      rules: parts.rules,
      openText: (key) => this.#events?.open.textOf(key),
      onChange: (change) => {
        this.#show({});
        this.#changed.fire(change);
      },
      onRead: (key) => this.#cache?.touch(key),
    });
    this.#cache = parts.cache && this.#owned.add(new NoteCache(parts.cache, parts.reader, this.#updater, parts.log));
    this.#scanner = new NoteScanner(
      new NoteFinder(parts.exclude, parts.reader, parts.log),
      parts.reader,
      this.#updater,
      (key) => this.#events?.open.has(key) === true,
    );
  }

  get state(): NoteServiceState {
    return this.#state;
  }

  /**
   * The index of all notes read so far, without private parts while they are hidden. Everything shown comes from it and
   * from `textToShow`.
   */
  get index(): NoteIndex {
    return this.#indexes.shown;
  }

  /** The index of all notes read so far, including hidden parts, for planning edits. */
  get fullIndex(): NoteIndex {
    return this.#indexes.all;
  }

  get hidesPrivate(): boolean {
    return this.#indexes.hidesPrivate;
  }

  /** Hides or shows private notes, sections and lines wherever notes are shown. */
  hidePrivate(hides: boolean): void {
    if (hides !== this.hidesPrivate) {
      this.#indexes.hidePrivate(hides);
      this.#changed.fire(undefined);
    }
  }

  /** Whether any 1:1 was found so far. */
  get hasMeetings(): boolean {
    for (const { meetings } of this.fullIndex.notes()) {
      if (meetings.length > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Waits until all notes are read and all known changes are included. Starts the first reading if necessary. After a
   * cancelled reading, resolves with an incomplete index.
   */
  async ready(): Promise<NoteIndex> {
    if (this.#state.phase === 'idle') {
      this.#begin();
    }
    this.#events?.settle();
    await this.#work();
    return this.index;
  }

  /** Waits for the next pause in typing, after which `ready` need not read a note that is about to change again. */
  async pauseInTyping(): Promise<void> {
    await this.#events?.open.pause();
  }

  /**
   * Returns the current text of a note: of its open document, or else of its file.
   * @throws FileSystemError if the file cannot be read.
   */
  async textOf(uri: Uri): Promise<string> {
    const key = uri.toString();
    const open = workspace.textDocuments.find((document) => document.uri.toString() === key);
    return open ? open.getText() : new TextDecoder().decode(await workspace.fs.readFile(uri));
  }

  /** Returns the current text of a note to quote from. Private parts are empty while they are hidden. */
  async textToShow(uri: Uri): Promise<string> {
    const text = await this.textOf(uri);
    return this.hidesPrivate ? publicText(pathInFolder(uri), text) : text;
  }

  /** Reads notes that were just written, without waiting for file events. */
  async refresh(...uris: readonly Uri[]): Promise<void> {
    for (const uri of this.#state.phase === 'idle' ? [] : uris) {
      this.#touches.add({ uri, isNote: true, mayBeNew: true, onDisk: true });
      await this.#work();
    }
  }

  /** Reads all notes again, for new rules. */
  async refreshAll(): Promise<void> {
    if (this.#state.phase !== 'idle') {
      this.#due = 'reading';
      // The current reading still uses the old rules.
      this.#reading?.cancel();
      await this.#work();
    }
  }

  /**
   * Finds changes without file events. VS Code misses changes behind symbolic links, on some network drives, and on
   * Linux in folders created together with their parent.
   */
  async lookAgain(): Promise<void> {
    if (this.#state.phase !== 'idle') {
      this.#due ??= 'sweep';
      await this.#work();
    }
  }

  /** Updates the known people. No note needs to be read again. */
  updatePeople(): void {
    this.#indexes.updatePeople(this.#parts.peopleConfig());
    this.#changed.fire(undefined);
  }

  /** Writes the cache of notes now. It is otherwise written when changes pause. */
  async writeCache(): Promise<void> {
    await this.#cache?.write();
  }

  /** Cancels a reading of all notes. Notes already read are kept. */
  cancel(): void {
    this.#reading?.cancel();
  }

  dispose(): void {
    this.#reading?.cancel();
    this.#end.cancel();
    this.#owned.dispose();
  }

  #begin(): void {
    this.#due = 'reading';
    const events = this.#owned.add(new NoteEvents());
    this.#events = events;
    this.#owned.add(events.onDidTouch((touches) => this.#queue(touches)));
    this.#owned.add(events.onDidChangeListing((folders) => this.#rescan(folders)));
    this.#owned.add(events.onDidReturn(() => this.#onFocus()));
  }

  #queue(touches: readonly FileChange[]): void {
    this.#touches.addAll(touches);
    void this.#work();
  }

  /** Rescans folders: a note's path depends on the innermost workspace folder. */
  #rescan(folders: ReadonlySet<string>): void {
    for (const key of this.#updater.keysBelow(folders)) {
      this.#updater.invalidate(key);
    }
    void this.lookAgain();
  }

  /**
   * Rescans on focus, because notes may have changed in another program. It is limited to the disk, as each scan of a
   * server is expensive.
   */
  #onFocus(): void {
    const isOnDisk = workspace.workspaceFolders?.every(({ uri }) => uri.scheme === 'file');
    if (isOnDisk && performance.now() - this.#looked > TRUST_MS) {
      void this.lookAgain();
    }
  }

  /** Does the pending work, including work added meanwhile. */
  #work(): Promise<void> {
    if (this.#due || this.#touches.size > 0) {
      this.#working ??= this.#drain();
    }
    return this.#working ?? Promise.resolve();
  }

  async #drain(): Promise<void> {
    while (!this.#owned.isDisposed && (this.#due || this.#touches.size > 0)) {
      const due = this.#due;
      this.#due = undefined;
      const touches = this.#touches.take();
      try {
        await (due === 'reading' ? this.#readAll() : this.#applyChanges(touches, due === 'sweep'));
      } catch (error) {
        this.#parts.log.error('The notes could not be read.', error);
      }
    }
    this.#working = undefined;
    this.#cache?.writeSoon();
  }

  async #readAll(): Promise<void> {
    const reading = new CancellationTokenSource();
    this.#reading = reading;
    this.#show({ phase: 'reading', read: 0, total: 0, cancelled: false });
    try {
      await this.#parts.prepare();
      this.#indexes.updatePeople(this.#parts.peopleConfig());
      this.#updater.invalidateAll();
      this.#cache?.updateVersion();
      await this.#scanner.all(reading.token, {
        onListed: (notes) => this.#restore(notes),
        onProgress: (read, total) => this.#show({ read, total }),
      });
      this.#looked = performance.now();
    } finally {
      this.#reading = undefined;
      this.#updater.flush();
      // After a cancellation by a newer reading, that reading continues.
      if (this.#due !== 'reading') {
        this.#show({ phase: 'ready', cancelled: reading.token.isCancellationRequested });
      }
      reading.dispose();
    }
  }

  /** Restores cached notes, before the first reading of a session only. */
  async #restore(notes: ReadonlyMap<string, ListedNote>): Promise<void> {
    if (this.fullIndex.size === 0) {
      const { statuses } = this.#parts.rules();
      await this.#cache?.restore(notes, statuses, (key, cached) => this.#updater.restore(key, cached));
    }
  }

  async #applyChanges(touches: ReadonlyMap<string, FileChange>, isSweepDue: boolean): Promise<void> {
    const { token } = this.#end;
    const isSweep =
      isSweepDue || touches.size > MAX_CHANGES_BEFORE_RESCAN || !(await this.#scanner.touched(touches, token));
    if (isSweep) {
      for (const key of touches.keys()) {
        this.#updater.invalidate(key);
      }
      await this.#scanner.all(token);
      this.#looked = performance.now();
    }
    this.#show(isSweep ? { cancelled: false } : {});
  }

  #show(change: Partial<NoteServiceState>): void {
    const { tooLarge, failed } = this.#updater;
    const before = this.#state;
    this.#state = { ...before, ...change, tooLarge, failed };
    if (JSON.stringify(this.#state) !== JSON.stringify(before)) {
      this.#stateChanged.fire(this.#state);
    }
  }
}
