import {
  CancellationTokenSource,
  EventEmitter,
  workspace,
  type Disposable,
  type LogOutputChannel,
  type Uri,
} from 'vscode';
import type { IndexChange } from '../../core/index/listedFollowUp';
import { NoteIndex, type PeopleConfig } from '../../core/index/noteIndex';
import type { ReadingRules } from '../../core/note/readingRules';
import { DisposableStore } from '../disposables';
import { NoteEvents } from './noteWatcher';
import { NoteScanner } from './noteScanner';
import { IndexUpdater } from './indexUpdater';
import { NoteFinder } from './noteFinder';
import type { NoteReader } from './noteReader';
import { FileChanges, type FileChange } from './fileChanges';

/** What the store cannot know by itself. */
export interface NoteServiceParts {
  readonly reader: NoteReader;
  readonly log: LogOutputChannel;
  /** Loads what `rules` and `acquaintance` are made from. Called before all notes are read. */
  readonly prepare: () => Promise<void>;
  readonly rules: () => ReadingRules;
  readonly acquaintance: () => PeopleConfig;
  /** Globs of files in a workspace folder that are no notes. */
  readonly exclude: (folder: Uri) => readonly string[];
}

/** How far the reading is. */
export interface NoteServiceState {
  /** `idle` until somebody asks for the notes; `reading` while all of them are read, the first time or anew. */
  readonly phase: 'idle' | 'reading' | 'ready';
  readonly read: number;
  readonly total: number;
  /** Notes that are left out because of their size. */
  readonly tooLarge: number;
  /** Notes that could not be read when it was tried last. */
  readonly failed: number;
  /** The reading of all notes was cancelled: the index may lack some. */
  readonly cancelled: boolean;
}

/** So many files at once are a branch switch or a sync: then everything is looked through. */
const MAX_CHANGES_BEFORE_RESCAN = 200;

/** How long it is trusted, in ms, that VS Code tells of every change. */
const TRUST_MS = 60_000;

/**
 * The notes of the workspace as they count now: read when somebody asks for them first, and kept up with files, folders
 * and open documents from then on. One thing is done after the other, so that no older reading replaces a newer one.
 */
export class NoteService implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new EventEmitter<IndexChange | undefined>());
  /** What looks different now; `undefined` when everything may. */
  readonly onDidChange = this.#changed.event;
  readonly #stateChanged = this.#owned.add(new EventEmitter<NoteServiceState>());
  readonly onDidChangeState = this.#stateChanged.event;

  readonly #parts: NoteServiceParts;
  readonly #index: NoteIndex;
  readonly #intake: IndexUpdater;
  readonly #gathering: NoteScanner;
  #events: NoteEvents | undefined;
  #state: NoteServiceState = { phase: 'idle', read: 0, total: 0, tooLarge: 0, failed: 0, cancelled: false };

  /** What waits to be done: all notes read anew, all looked through for changes, or those read that were touched. */
  #due: 'reading' | 'sweep' | undefined;
  readonly #touches = new FileChanges();
  #working: Promise<void> | undefined;
  #reading: CancellationTokenSource | undefined;
  /** When all notes were looked through last, in ms of `performance.now`. */
  #looked = 0;
  readonly #end = this.#owned.add(new CancellationTokenSource());

  constructor(parts: NoteServiceParts) {
    this.#parts = parts;
    this.#index = new NoteIndex(parts.acquaintance());
    this.#intake = new IndexUpdater({
      index: this.#index,
      log: parts.log,
      rules: parts.rules,
      openText: (key) => this.#events?.open.textOf(key),
      onChange: (change) => {
        this.#show({});
        this.#changed.fire(change);
      },
    });
    this.#gathering = new NoteScanner({
      listing: new NoteFinder(parts),
      reader: parts.reader,
      intake: this.#intake,
      isOpen: (key) => this.#events?.open.has(key) === true,
    });
  }

  get state(): NoteServiceState {
    return this.#state;
  }

  /** What is known so far. It is always the same index. */
  get index(): NoteIndex {
    return this.#index;
  }

  /** Whether any 1:1 was found so far. */
  get hasMeetings(): boolean {
    for (const { meetings } of this.#index.notes()) {
      if (meetings.length > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Waits until every note is read, and all that is known to have happened since counts; starts the first reading if
   * nobody did. After a cancelled reading, resolves with what there is.
   */
  async ready(): Promise<NoteIndex> {
    if (this.#state.phase === 'idle') {
      this.#begin();
    }
    this.#events?.settle();
    await this.#work();
    return this.#index;
  }

  /**
   * A note's text as it counts: the open document's, else the file's.
   * @throws FileSystemError when the file cannot be read.
   */
  async textOf(uri: Uri): Promise<string> {
    const key = uri.toString();
    const open = workspace.textDocuments.find((document) => document.uri.toString() === key);
    return open ? open.getText() : new TextDecoder().decode(await workspace.fs.readFile(uri));
  }

  /** Takes in a note that was just written, without waiting to be told of it. */
  async refresh(uri: Uri): Promise<void> {
    if (this.#state.phase !== 'idle') {
      this.#touches.add({ uri, isNote: true, mayBeNew: true, onDisk: true });
      await this.#work();
    }
  }

  /** Reads all notes anew, for new rules. */
  async refreshAll(): Promise<void> {
    if (this.#state.phase !== 'idle') {
      this.#due = 'reading';
      // What is under way still follows the old rules.
      this.#reading?.cancel();
      await this.#work();
    }
  }

  /**
   * Reads what changed without anybody telling: VS Code does not notice what happens behind links, on some network drives
   * and, on Linux, in folders that were made together with the folder around them.
   */
  async lookAgain(): Promise<void> {
    if (this.#state.phase !== 'idle') {
      this.#due ??= 'sweep';
      await this.#work();
    }
  }

  /** Takes in a new acquaintance, for which no note has to be read again. */
  updatePeople(): void {
    this.#index.updatePeople(this.#parts.acquaintance());
    this.#changed.fire(undefined);
  }

  /** Ends a reading of all notes. What was read stays. */
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

  /** A note's path, and so what it says, may depend on which workspace folder is the innermost around it. */
  #rescan(folders: ReadonlySet<string>): void {
    for (const key of this.#intake.keysBelow(folders)) {
      this.#intake.invalidate(key);
    }
    void this.lookAgain();
  }

  /** Whoever comes back may have changed notes elsewhere. Where each look is a request to a server, that is too dear. */
  #onFocus(): void {
    const isOnDisk = workspace.workspaceFolders?.every(({ uri }) => uri.scheme === 'file');
    if (isOnDisk && performance.now() - this.#looked > TRUST_MS) {
      void this.lookAgain();
    }
  }

  /** Does what is due, and what becomes due meanwhile. */
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
  }

  async #readAll(): Promise<void> {
    const reading = new CancellationTokenSource();
    this.#reading = reading;
    this.#show({ phase: 'reading', read: 0, total: 0, cancelled: false });
    try {
      await this.#parts.prepare();
      this.#index.updatePeople(this.#parts.acquaintance());
      this.#intake.invalidateAll();
      await this.#gathering.all(reading.token, (read, total) => this.#show({ read, total }));
      this.#looked = performance.now();
    } finally {
      this.#reading = undefined;
      this.#changed.fire(undefined);
      // When it was cancelled for another one, that one goes on from here.
      if (this.#due !== 'reading') {
        this.#show({ phase: 'ready', cancelled: reading.token.isCancellationRequested });
      }
      reading.dispose();
    }
  }

  async #applyChanges(touches: ReadonlyMap<string, FileChange>, isSweepDue: boolean): Promise<void> {
    const { token } = this.#end;
    const isSweep =
      isSweepDue || touches.size > MAX_CHANGES_BEFORE_RESCAN || !(await this.#gathering.touched(touches, token));
    if (isSweep) {
      for (const key of touches.keys()) {
        this.#intake.invalidate(key);
      }
      await this.#gathering.all(token);
      this.#looked = performance.now();
    }
    this.#show(isSweep ? { cancelled: false } : {});
  }

  #show(change: Partial<NoteServiceState>): void {
    const { tooLarge, failed } = this.#intake;
    const before = this.#state;
    this.#state = { ...before, ...change, tooLarge, failed };
    if (JSON.stringify(this.#state) !== JSON.stringify(before)) {
      this.#stateChanged.fire(this.#state);
    }
  }
}
