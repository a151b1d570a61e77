import { FileType, Uri, workspace, type CancellationToken } from 'vscode';
import { byMostRecentMonth } from './byMostRecentMonth';
import type { IndexUpdater } from './indexUpdater';
import { noteAt, type ListedNote, type NoteFinder } from './noteFinder';
import type { NoteReader } from './noteReader';
import type { FileChange } from './fileChanges';

interface NoteGatheringParts {
  readonly listing: NoteFinder;
  readonly reader: NoteReader;
  readonly intake: IndexUpdater;
  readonly isOpen: (key: string) => boolean;
}

/** What is new, up to so many, is looked for by name; for more, one new listing is the shorter way. */
const NOTES_PER_BATCH = 20;

/** When it is told for the first time what was read so far, in ms; and then whenever twice as much time has passed. */
const FIRST_FILL_MS = 200;

/** Brings the index up to what files and open documents hold. */
export class NoteScanner {
  readonly #parts: NoteGatheringParts;

  constructor(parts: NoteGatheringParts) {
    this.#parts = parts;
  }

  /** Lists the workspace, and reads what is not known or changed since: open notes first, then from the newest back. */
  async all(token: CancellationToken, onProgress?: (read: number, total: number) => void): Promise<void> {
    const { listing, reader, intake, isOpen } = this.#parts;
    const { notes, unreadable } = await listing.all(token);
    const links = await reader.linked(Array.from(notes.values(), ({ uri }) => uri));
    // What two names lead to is one note: listed twice, each of its promises would be made twice.
    for (const [link, real] of links) {
      if (notes.has(real)) {
        notes.delete(link);
      }
    }
    if (token.isCancellationRequested) {
      return;
    }
    const unseen = new Set(intake.keysBelow(new Set(unreadable)));
    for (const key of intake.keys()) {
      if (!notes.has(key) && !unseen.has(key)) {
        intake.untrack(key);
      }
    }
    for (const key of notes.keys()) {
      intake.track(key);
    }
    await this.#read(await byMostRecentMonth(notes.values(), ({ key }) => isOpen(key)), token, onProgress);
  }

  /**
   * Reads the notes that were touched, and those that came with a folder. When there is more new than it is worth to look
   * for one by one, does nothing and returns `false`.
   */
  async touched(touches: ReadonlyMap<string, FileChange>, token: CancellationToken): Promise<boolean> {
    const { listing, reader, intake, isOpen } = this.#parts;
    const toRead: (ListedNote | undefined)[] = [];
    const newNotes: Uri[] = [];
    const newPlaces: Uri[] = [];
    for (const [key, { uri, isNote, mayBeNew, onDisk }] of touches) {
      if (intake.isListed(key)) {
        const note = noteAt(uri);
        if (note && !onDisk && isOpen(key)) {
          intake.takeOpen(note);
        } else {
          intake.invalidate(key);
          toRead.push(note);
        }
      } else if (mayBeNew) {
        (isNote ? newNotes : newPlaces).push(uri);
      }
    }
    if (newNotes.length + newPlaces.length > NOTES_PER_BATCH) {
      return false;
    }
    // Of what is no note, each may have been a folder of notes, or be one now.
    const places = [...touches].filter(([, { isNote }]) => !isNote).map(([key]) => key);
    for (const key of intake.keysBelow(new Set(places))) {
      intake.invalidate(key);
      toRead.push(noteAt(Uri.parse(key, true)));
    }
    const found = await listing.among({ files: newNotes, folders: await foldersAmong(newPlaces) }, token);
    const links = await reader.linked(found.map(({ uri }) => uri));
    for (const note of found) {
      if (!intake.isListed(links.get(note.key) ?? '')) {
        intake.track(note.key);
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
    onProgress?: (read: number, total: number) => void,
  ): Promise<void> {
    const { reader, intake } = this.#parts;
    let read = 0;
    const start = performance.now();
    // Whoever is told lists all there is anew: the views are to fill, and not to read for nothing else.
    let nextFill = FIRST_FILL_MS;
    onProgress?.(read, notes.length);
    await reader.read(notes, {
      token,
      stampOf: ({ key }) => intake.stampOf(key),
      onRead: (note, result) => {
        intake.apply(note, result);
        read++;
        const passed = performance.now() - start;
        if (passed > nextFill) {
          intake.flush();
          onProgress?.(read, notes.length);
          nextFill = 2 * passed;
        }
      },
    });
    intake.flush();
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
