import { type LogOutputChannel, Uri, workspace } from 'vscode';
import type { Note } from '../../core/note/note';
import { restoreNote, storeNote, type StoredNote } from '../../core/note/storedNote';
import type { Statuses } from '../../core/followUp/followUp';
import { addToGroup } from '../../core/text/collections';
import { hashBytes, hashText } from '../../core/text/strings';
import { DisposableStore } from '../disposables';
import { Debouncer, inParallel, TimeSlicer } from '../scheduling';
import type { ListedNote } from './noteFinder';
import type { FileStamp, NoteReader } from './noteReader';

/** Where and how notes are cached. */
export interface CacheSettings {
  /** The folder of the cache. Nothing else is in it. */
  readonly folder: Uri;
  /** Whether notes may be cached. If not, the folder is deleted. */
  readonly isOn: () => boolean;
  /** Identifies the code and the rules by which notes are read now. Notes of another version are ignored. */
  readonly version: () => string;
}

/** A note as it was read from its file, and the state of the file. */
export interface CachedNote {
  readonly path: string;
  readonly stamp: FileStamp;
  readonly note: Note;
}

/** The notes to be cached. */
interface CacheSource {
  keys(): Iterable<string>;
  /** Returns a note, or `undefined` if it is not known to be that of its file. */
  cachedNote(key: string): CachedNote | undefined;
}

/** A line of a shard. */
type Entry = readonly [key: string, path: string, time: number, size: number, note: StoredNote];

/** Number of files of the cache. A change of a note rewrites one of them. */
const SHARDS = 256;
const LINE_FEED = 0x0a;
/** Number of shards read in parallel. */
const SHARDS_AT_ONCE = 8;
/** Delay of writing after the last change, and maximum delay after the first one, in ms. */
const WRITE_TIMES = { delay: 5_000, maxDelay: 60_000 };

/**
 * Keeps what was read from notes between two sessions, so that only changed files are read again. Its files are in the
 * storage folder of the extension. A file that is torn or of another version is ignored and replaced.
 */
export class NoteCache extends DisposableStore {
  readonly #settings: CacheSettings;
  readonly #reader: NoteReader;
  readonly #source: CacheSource;
  readonly #log: LogOutputChannel;
  readonly #changed = new Set<string>();
  readonly #writing = this.add(new Debouncer(WRITE_TIMES, () => void this.write()));
  #version = '';
  #last: Promise<void> = Promise.resolve();

  constructor(settings: CacheSettings, reader: NoteReader, source: CacheSource, log: LogOutputChannel) {
    super();
    this.#settings = settings;
    this.#reader = reader;
    this.#source = source;
    this.#log = log;
  }

  /** Takes up the current version. Must be called when the rules change for all notes of the source. */
  updateVersion(): void {
    this.#version = this.#settings.version();
  }

  /** Passes the cached notes among `notes` to `onRestored`. `statuses` are those of the current rules. */
  async restore(
    notes: ReadonlyMap<string, ListedNote>,
    statuses: Statuses,
    onRestored: (key: string, cached: CachedNote) => void,
  ): Promise<void> {
    if (!this.#settings.isOn()) return this.#delete();
    const slices = new TimeSlicer();
    await inParallel(await this.#shards(), SHARDS_AT_ONCE, async (shard) => {
      // A large shard takes a whole slice, so those who waited do not read theirs in the same one.
      while (slices.isBudgetSpent()) await slices.yieldToEventLoop();
      const lines = await this.#linesOf(shard);
      if (!lines) this.#changed.add(shard);
      for (const line of lines ?? []) {
        const [key, path, time, size, stored] = JSON.parse(line) as Entry;
        if (notes.get(key)?.path === path) {
          onRestored(key, { path, stamp: { time, size }, note: restoreNote(stored, statuses) });
        } else {
          this.#changed.add(shard);
        }
        if (slices.isBudgetSpent()) await slices.yieldToEventLoop();
      }
    });
  }

  /** Marks a note as changed. */
  touch(key: string): void {
    this.#changed.add(shardOf(key));
  }

  /** Writes changed notes after a pause. */
  writeSoon(): void {
    if (this.#changed.size > 0 && this.#settings.isOn()) this.#writing.trigger();
  }

  /**
   * Writes the changed notes, or deletes the cache if it is off. Resolves when everything is written; after the cache
   * was disposed, when nothing more will be.
   */
  write(): Promise<void> {
    this.#last = this.#last.then(async () => {
      if (this.isDisposed) return;
      try {
        await (this.#settings.isOn() ? this.#writeChanged() : this.#delete());
      } catch (error) {
        this.#log.debug('The cache of notes could not be written.', error);
      }
    });
    return this.#last;
  }

  async #delete(): Promise<void> {
    for (const key of this.#source.keys()) this.#changed.add(shardOf(key));
    try {
      await workspace.fs.delete(this.#settings.folder, { recursive: true });
    } catch {
      // There is no cache.
    }
  }

  async #writeChanged(): Promise<void> {
    const version = this.#version;
    const keys = new Map<string, string[]>(Array.from(this.#changed, (shard) => [shard, []]));
    this.#changed.clear();
    const slices = new TimeSlicer();
    for (const key of this.#source.keys()) {
      const shard = shardOf(key);
      if (keys.has(shard)) addToGroup(keys, shard, key);
      if (slices.isBudgetSpent()) await slices.yieldToEventLoop();
    }
    await workspace.fs.createDirectory(this.#settings.folder);
    for (const [shard, inShard] of keys) {
      const lines: string[] = [];
      for (const key of inShard) {
        const cached = this.#source.cachedNote(key);
        if (cached) lines.push(lineOf(key, cached));
        if (slices.isBudgetSpent()) await slices.yieldToEventLoop();
      }
      if (this.isDisposed) return;
      await this.#writeShard(shard, shardWith(version, lines));
    }
  }

  /** Replaces a shard as a whole, so that it is never read half written. */
  async #writeShard(shard: string, content: Uint8Array): Promise<void> {
    const draft = Uri.joinPath(this.#settings.folder, `${shard}.new`);
    await workspace.fs.writeFile(draft, content);
    await workspace.fs.rename(draft, Uri.joinPath(this.#settings.folder, shard), { overwrite: true });
  }

  async #shards(): Promise<string[]> {
    try {
      const entries = await workspace.fs.readDirectory(this.#settings.folder);
      return entries.map(([name]) => name).filter((name) => /^\d+$/.test(name));
    } catch {
      return [];
    }
  }

  /** Returns the lines of a shard, or `undefined` if it is torn or of another version. */
  async #linesOf(shard: string): Promise<readonly string[] | undefined> {
    try {
      const bytes = await this.#reader.bytesOf(Uri.joinPath(this.#settings.folder, shard));
      const end = bytes.indexOf(LINE_FEED);
      const [head, body] = [bytes.subarray(0, end), bytes.subarray(end + 1)];
      if (new TextDecoder().decode(head) !== headOf(this.#version, body)) return undefined;
      return body.length === 0 ? [] : new TextDecoder().decode(body).split('\n');
    } catch {
      return undefined;
    }
  }
}

function shardOf(key: string): string {
  return String(hashText(key) % SHARDS);
}

function lineOf(key: string, { path, stamp, note }: CachedNote): string {
  const entry: Entry = [key, path, stamp.time, stamp.size, storeNote(note)];
  return JSON.stringify(entry);
}

/** Returns the content of a shard. */
function shardWith(version: string, lines: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const body = encoder.encode(lines.join('\n'));
  const head = encoder.encode(`${headOf(version, body)}\n`);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return content;
}

/** Returns the first line of a shard: its version, and a hash of all other lines. */
function headOf(version: string, body: Uint8Array): string {
  return JSON.stringify([version, hashBytes(body)]);
}
