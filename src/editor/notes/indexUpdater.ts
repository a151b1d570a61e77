import { type LogOutputChannel, Uri } from 'vscode';
import type { IndexChange } from '../../core/index/listedFollowUp';
import { mergeChanges, type NoteIndexes } from '../../core/index/noteIndexes';
import type { Note } from '../../core/note/note';
import { ParsedNote } from '../../core/note/parsedNote';
import { readParsedNote } from '../../core/note/readNote';
import type { ReadingRules } from '../../core/note/readingRules';
import type { CachedNote } from './noteCache';
import { type ListedNote, noteAt } from './noteFinder';
import { LARGEST_NOTE, type FileStamp, type ReadResult } from './noteReader';

/** Maximum number of notes for which individual change sets are computed. */
const MAX_SINGLE_UPDATES = 10;

interface IndexUpdaterParts {
  readonly indexes: NoteIndexes;
  readonly log: LogOutputChannel;
  readonly rules: () => ReadingRules;
  /** Returns the text of an open document, which takes precedence over the file, or `undefined`. */
  readonly openText: (key: string) => string | undefined;
  /** Receives the change of the index, or `undefined` if anything may have changed. */
  readonly onChange: (change: IndexChange | undefined) => void;
  /** Receives the key of each note that was read or is gone. */
  readonly onRead: (key: string) => void;
}

/** Age of a file below which it may change again without a change of its time and size, in ms. */
const SETTLED_MS = 2_000;

/** Adds the results of reading to the index, and tracks the state of each listed file. */
export class IndexUpdater {
  readonly #parts: IndexUpdaterParts;
  /** The state of each listed file when it was last read, by URI; `undefined` if it must be read. */
  readonly #stamps = new Map<string, FileStamp | undefined>();
  readonly #tooLarge = new Set<string>();
  readonly #failed = new Set<string>();
  /** The notes that may differ from the file with their stamp: those of open documents and of files just written. */
  readonly #unsettled = new Set<string>();
  #rules: ReadingRules | undefined;
  readonly #notes = new Map<string, Note>();
  readonly #gone = new Set<string>();
  /** Whether the next flush commits a large batch, part of which may already be staged. */
  #isMuch = false;

  constructor(parts: IndexUpdaterParts) {
    this.#parts = parts;
  }

  get tooLarge(): number {
    return this.#tooLarge.size;
  }

  get failed(): number {
    return this.#failed.size;
  }

  /** Returns the URIs of all listed files. */
  keys(): IterableIterator<string> {
    return this.#stamps.keys();
  }

  /** Returns the URIs of the listed files in `folders`, including subfolders. */
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

  /** Marks a listed file to be read again, whatever its state. */
  invalidate(key: string): void {
    if (this.#stamps.has(key)) {
      this.#stamps.set(key, undefined);
    }
  }

  /** Marks all files to be read again, with the current rules. The next flush reports that anything may have changed. */
  invalidateAll(): void {
    this.#isMuch = true;
    this.#rules = this.#parts.rules();
    for (const key of this.#stamps.keys()) {
      this.#stamps.set(key, undefined);
    }
  }

  /** Removes a file that no longer exists or is no longer a note. */
  untrack(key: string): void {
    this.#stamps.delete(key);
    this.#tooLarge.delete(key);
    this.#failed.delete(key);
    this.#unsettled.delete(key);
    this.#forget(key);
    this.#parts.onRead(key);
  }

  /** Returns a listed note with the state of its file, or `undefined` if it may differ from the file. */
  cachedNote(key: string): CachedNote | undefined {
    const stamp = this.#stamps.get(key);
    const note = this.#notes.get(key) ?? this.#parts.indexes.all.note(key);
    const path = stamp && note && !this.#unsettled.has(key) ? noteAt(Uri.parse(key, true))?.path : undefined;
    return stamp && note && path !== undefined ? { path, stamp, note } : undefined;
  }

  /** Adds a cached note. It is read again if its file has changed. */
  restore(key: string, { stamp, note }: CachedNote): void {
    if (this.#stamps.has(key) && this.#parts.openText(key) === undefined) {
      this.#stamps.set(key, stamp);
      this.#notes.set(key, note);
      this.#collectIfMany();
    }
  }

  /** Adds the result of reading a listed file. */
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
      this.#takeDocument(note, open);
    } else if (result.kind === 'read') {
      this.#take(note, new ParsedNote(result.text));
      this.#settle(note.key, Date.now() - result.stamp.time >= SETTLED_MS);
    } else if (result.kind === 'tooLarge') {
      this.#leaveOut(note, result.stamp.size);
    }
  }

  /** Adds the text of a listed note that is open as a document. */
  takeOpen(note: ListedNote): void {
    const text = this.#parts.openText(note.key);
    if (text !== undefined) {
      this.#takeDocument(note, text);
    }
  }

  #takeDocument(note: ListedNote, text: string): void {
    this.#take(note, ParsedNote.inEditor(text));
    this.#settle(note.key, false);
  }

  #settle(key: string, isSettled: boolean): void {
    if (isSettled) this.#unsettled.delete(key);
    else this.#unsettled.add(key);
    this.#parts.onRead(key);
  }

  #take(note: ListedNote, parsed: ParsedNote): void {
    const { key, path } = note;
    const { length } = parsed.text;
    if (length > LARGEST_NOTE) {
      this.#leaveOut(note, length);
    } else {
      this.#tooLarge.delete(key);
      this.#gone.delete(key);
      this.#rules ??= this.#parts.rules();
      this.#notes.set(key, readParsedNote({ uri: key, path }, parsed, this.#rules));
      this.#collectIfMany();
    }
  }

  /** Commits pending changes and reports them. */
  flush(): void {
    if (this.#isMuch) {
      this.#stage();
      this.#parts.indexes.commit();
      this.#isMuch = false;
      this.#parts.onChange(undefined);
      return;
    }
    const { indexes } = this.#parts;
    const gone = Array.from(this.#gone, (key) => indexes.remove(key));
    const read = Array.from(this.#notes.values(), (note) => indexes.put(note));
    this.#gone.clear();
    this.#notes.clear();
    const change = mergeChanges([...gone, ...read]);
    if (change) {
      this.#parts.onChange(change);
    }
  }

  /** Large batches are staged as they arrive; per-note change sets are only computed for small ones. */
  #collectIfMany(): void {
    if (this.#notes.size + this.#gone.size > MAX_SINGLE_UPDATES) {
      this.#stage();
      this.#isMuch = true;
    }
  }

  #stage(): void {
    this.#parts.indexes.stage([...this.#notes.values()], this.#gone);
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
