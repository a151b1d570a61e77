import { type CancellationToken, FileType, Uri, workspace } from 'vscode';
import { addToGroup, compareText } from '../../core/text/collections';
import { TimeSlicer } from '../scheduling';
import type { FileChange } from './noteWatcher';
import type { IndexUpdater } from './indexUpdater';
import { type ListedNote, noteAt, type NoteFinder } from './noteFinder';
import type { NoteReader } from './noteReader';

/** Matches a year and month in a path, in any common format. */
const MONTH = /(?:19|20)\d\d[-._/]?(?:0[1-9]|1[0-2])(?!\d(?!\d))/g;

/**
 * Sorts notes by the month in their paths from the newest, followed by those without one. Notes matched by `first` come
 * before all others.
 */
export async function byMostRecentMonth(
  notes: Iterable<ListedNote>,
  first: (note: ListedNote) => boolean,
): Promise<ListedNote[]> {
  const leading: ListedNote[] = [];
  const byMonth = new Map<string, ListedNote[]>();
  const slices = new TimeSlicer();
  for (const note of notes) {
    if (first(note)) {
      leading.push(note);
    } else {
      const month =
        note.path
          .match(MONTH)
          ?.at(-1)
          ?.replace(/[-._/]/, '') ?? '';
      addToGroup(byMonth, month, note);
    }
    if (slices.isBudgetSpent()) {
      await slices.yieldToEventLoop();
    }
  }
  const months = [...byMonth].sort(([a], [b]) => compareText(b, a));
  return [leading, ...months.map(([, inMonth]) => inMonth)].flat();
}

/** Maximum number of new files that are looked up by name. For more, a full listing is faster. */
const NOTES_PER_BATCH = 20;

/** Delay before the first progress event, in ms. It doubles after each event. */
const FIRST_FILL_MS = 200;

/** What happens during a scan of all notes. */
interface ScanEvents {
  /** Called with the listed notes before they are read. */
  readonly onListed?: (notes: ReadonlyMap<string, ListedNote>) => Promise<void>;
  readonly onProgress?: (read: number, total: number) => void;
}

/** Updates the index from files and open documents. */
export class NoteScanner {
  readonly #finder: NoteFinder;
  readonly #reader: NoteReader;
  readonly #updater: IndexUpdater;
  readonly #isOpen: (key: string) => boolean;

  constructor(finder: NoteFinder, reader: NoteReader, updater: IndexUpdater, isOpen: (key: string) => boolean) {
    this.#finder = finder;
    this.#reader = reader;
    this.#updater = updater;
    this.#isOpen = isOpen;
  }

  /** Lists the workspace and reads new and changed notes: open notes first, then from the newest. */
  async all(token: CancellationToken, { onListed, onProgress }: ScanEvents = {}): Promise<void> {
    const { notes, maybeLinked, unreadable } = await this.#finder.all(token);
    const links = await this.#reader.linked(maybeLinked);
    // Two paths to the same file are one note. Otherwise each of its follow-ups would be listed twice.
    for (const [link, real] of links) {
      if (notes.has(real)) {
        notes.delete(link);
      }
    }
    if (token.isCancellationRequested) {
      return;
    }
    const unseen = new Set(this.#updater.keysBelow(new Set(unreadable)));
    for (const key of this.#updater.keys()) {
      if (!notes.has(key) && !unseen.has(key)) {
        this.#updater.untrack(key);
      }
    }
    for (const key of notes.keys()) {
      this.#updater.track(key);
    }
    await onListed?.(notes);
    await this.#read(await byMostRecentMonth(notes.values(), ({ key }) => this.#isOpen(key)), token, onProgress);
  }

  /**
   * Reads changed notes and the notes in changed folders. If there are too many new files to look up individually, does
   * nothing and returns `false`.
   */
  async touched(touches: ReadonlyMap<string, FileChange>, token: CancellationToken): Promise<boolean> {
    const toRead: (ListedNote | undefined)[] = [];
    const newNotes: Uri[] = [];
    const newPlaces: Uri[] = [];
    for (const [key, { uri, isNote, mayBeNew, onDisk }] of touches) {
      if (this.#updater.isListed(key)) {
        const note = noteAt(uri);
        if (note && !onDisk && this.#isOpen(key)) {
          this.#updater.takeOpen(note);
        } else {
          this.#updater.invalidate(key);
          toRead.push(note);
        }
      } else if (mayBeNew) {
        (isNote ? newNotes : newPlaces).push(uri);
      }
    }
    if (newNotes.length + newPlaces.length > NOTES_PER_BATCH) {
      return false;
    }
    // Any path that is not a note may have been a folder of notes, or may be one now.
    const places = [...touches].filter(([, { isNote }]) => !isNote).map(([key]) => key);
    for (const key of this.#updater.keysBelow(new Set(places))) {
      this.#updater.invalidate(key);
      toRead.push(noteAt(Uri.parse(key, true)));
    }
    const found = await this.#finder.among(newNotes, await foldersAmong(newPlaces), token);
    const links = await this.#reader.linked(found.map(({ uri }) => uri));
    for (const note of found) {
      if (!this.#updater.isListed(links.get(note.key) ?? '')) {
        this.#updater.track(note.key);
        toRead.push(note);
      }
    }
    await this.#read(
      toRead.filter((note) => note !== undefined),
      token,
    );
    return true;
  }

  async #read(
    notes: readonly ListedNote[],
    token: CancellationToken,
    onProgress?: ScanEvents['onProgress'],
  ): Promise<void> {
    let read = 0;
    const start = performance.now();
    // Each progress event rebuilds every list, so events back off: views fill in visibly without starving the reader.
    let nextFill = FIRST_FILL_MS;
    onProgress?.(read, notes.length);
    await this.#reader.read(notes, {
      token,
      stampOf: ({ key }) => this.#updater.stampOf(key),
      onRead: (note, result) => {
        this.#updater.apply(note, result);
        read++;
        const passed = performance.now() - start;
        if (passed > nextFill) {
          this.#updater.flush();
          onProgress?.(read, notes.length);
          nextFill = 2 * passed;
        }
      },
    });
    this.#updater.flush();
    onProgress?.(read, notes.length);
  }
}

async function foldersAmong(places: readonly Uri[]): Promise<Uri[]> {
  const found = await Promise.all(places.map(async (uri) => ((await isFolder(uri)) ? uri : undefined)));
  return found.filter((uri) => uri !== undefined);
}

async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
