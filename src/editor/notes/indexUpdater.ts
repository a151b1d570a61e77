import type { LogOutputChannel } from 'vscode';
import type { IndexChange } from '../../core/index/listedFollowUp';
import type { NoteIndex } from '../../core/index/noteIndex';
import type { Note } from '../../core/note/note';
import { readNote } from '../../core/note/readNote';
import type { ReadingRules } from '../../core/note/readingRules';
import type { ListedNote } from './noteFinder';
import { LARGEST_NOTE, type FileStamp, type ReadResult } from './noteReader';

/** Up to so many notes it is worth asking what each of them changed. */
const MAX_SINGLE_UPDATES = 10;

interface NoteIntakeParts {
  readonly index: NoteIndex;
  readonly log: LogOutputChannel;
  readonly rules: () => ReadingRules;
  /** The text of an open document, or `undefined`: it counts instead of the file's. */
  readonly openText: (key: string) => string | undefined;
  /** Told what looks different in the index, `undefined` when everything may. */
  readonly onChange: (change: IndexChange | undefined) => void;
}

/** Takes what was read into the index, and knows of each listed file what became of it. */
export class IndexUpdater {
  readonly #parts: NoteIntakeParts;
  /** By URI, each listed file as it was when it was read last; `undefined` for one that has to be read. */
  readonly #stamps = new Map<string, FileStamp | undefined>();
  readonly #tooLarge = new Set<string>();
  readonly #failed = new Set<string>();
  #rules: ReadingRules | undefined;
  readonly #notes = new Map<string, Note>();
  readonly #gone = new Set<string>();
  /** Much was collected already that does not count yet. */
  #isMuch = false;

  constructor(parts: NoteIntakeParts) {
    this.#parts = parts;
  }

  get tooLarge(): number {
    return this.#tooLarge.size;
  }

  get failed(): number {
    return this.#failed.size;
  }

  /** URIs of all files that are listed. */
  keys(): IterableIterator<string> {
    return this.#stamps.keys();
  }

  /** URIs of the listed files that are in one of `folders` or deeper. */
  keysBelow(folders: ReadonlySet<string>): string[] {
    const below = new Map([...folders].map((folder) => [folder.replace(/\/$/, ''), true]));
    const isBelow = (key: string): boolean => {
      const folder = key.slice(0, key.lastIndexOf('/'));
      let known = below.get(folder);
      if (known === undefined) {
        known = folder.includes('/') && isBelow(folder);
        below.set(folder, known);
      }
      return known;
    };
    return folders.size === 0 ? [] : [...this.#stamps.keys()].filter(isBelow);
  }

  isListed(key: string): boolean {
    return this.#stamps.has(key);
  }

  stampOf(key: string): FileStamp | undefined {
    return this.#stamps.get(key);
  }

  track(key: string): void {
    if (!this.#stamps.has(key)) {
      this.#stamps.set(key, undefined);
    }
  }

  /** Has a listed file read again, whatever its stamp says. */
  invalidate(key: string): void {
    if (this.#stamps.has(key)) {
      this.#stamps.set(key, undefined);
    }
  }

  /** Has every file read again, by the rules as they are now. */
  invalidateAll(): void {
    this.#rules = this.#parts.rules();
    for (const key of this.#stamps.keys()) {
      this.#stamps.set(key, undefined);
    }
  }

  /** Forgets a file that is gone, or is no note any more. */
  untrack(key: string): void {
    this.#stamps.delete(key);
    this.#tooLarge.delete(key);
    this.#failed.delete(key);
    this.#forget(key);
  }

  /** Takes in what came of reading a listed file. */
  apply(note: ListedNote, result: ReadResult): void {
    if (result.kind === 'gone') {
      this.untrack(note.key);
      return;
    }
    if (result.kind === 'read' || result.kind === 'tooLarge') {
      this.#stamps.set(note.key, result.stamp);
    }
    if (result.kind === 'failed') {
      this.#fail(note, result.error);
    } else {
      this.#failed.delete(note.key);
    }
    const open = this.#parts.openText(note.key);
    if (open !== undefined) {
      this.#takeText(note, open);
    } else if (result.kind === 'read') {
      this.#takeText(note, result.text);
    } else if (result.kind === 'tooLarge') {
      this.#leaveOut(note, result.stamp.size);
    }
  }

  /** Takes in the text of a listed note whose document is open. */
  takeOpen(note: ListedNote): void {
    const text = this.#parts.openText(note.key);
    if (text !== undefined) {
      this.#takeText(note, text);
    }
  }

  #takeText(note: ListedNote, text: string): void {
    const { key, path } = note;
    if (text.length > LARGEST_NOTE) {
      this.#leaveOut(note, text.length);
    } else {
      this.#tooLarge.delete(key);
      this.#gone.delete(key);
      this.#rules ??= this.#parts.rules();
      this.#notes.set(key, readNote({ uri: key, path, text }, this.#rules));
      this.#collectIfMany();
    }
  }

  /** Tells what the files taken since the last time changed in the index, if they did. */
  flush(): void {
    if (this.#isMuch) {
      this.#stage();
      this.#parts.index.commit();
      this.#isMuch = false;
      this.#parts.onChange(undefined);
      return;
    }
    const { index } = this.#parts;
    const gone = Array.from(this.#gone, (key) => index.remove(key));
    const read = Array.from(this.#notes.values(), (note) => index.put(note));
    this.#gone.clear();
    this.#notes.clear();
    const change = merged([...gone, ...read].filter((each) => each !== undefined));
    if (change) {
      this.#parts.onChange(change);
    }
  }

  /** Of many notes nobody asks what each of them changed: they are collected as they come, since all at once would take long. */
  #collectIfMany(): void {
    if (this.#notes.size + this.#gone.size > MAX_SINGLE_UPDATES) {
      this.#stage();
      this.#isMuch = true;
    }
  }

  #stage(): void {
    this.#parts.index.stage(this.#notes.values(), this.#gone);
    this.#gone.clear();
    this.#notes.clear();
  }

  #forget(key: string): void {
    this.#notes.delete(key);
    this.#gone.add(key);
    this.#collectIfMany();
  }

  #fail(note: ListedNote, error: unknown): void {
    if (!this.#failed.has(note.key)) {
      this.#failed.add(note.key);
      this.#parts.log.warn(`${note.path} could not be read; what was known of it still counts.`, error);
    }
  }

  #leaveOut(note: ListedNote, size: number): void {
    if (!this.#tooLarge.has(note.key)) {
      this.#tooLarge.add(note.key);
      this.#forget(note.key);
      this.#parts.log.info(`${note.path} is left out: ${Math.round(size / 1024)} KB are too large for a note.`);
    }
  }
}

function merged(changes: readonly IndexChange[]): IndexChange | undefined {
  return changes.length === 0
    ? undefined
    : {
        groups: new Set(changes.flatMap(({ groups }) => [...groups])),
        people: changes.some(({ people }) => people),
      };
}
