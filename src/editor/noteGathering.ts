import { workspace, type CancellationToken, type Uri } from 'vscode';
import { newestFirst } from './newestFirst';
import type { NoteIntake } from './noteIntake';
import { noteIn, type ListedNote, type NoteListing } from './noteListing';
import type { NoteReader } from './noteReader';
import type { Touch } from './touches';

interface NoteGatheringParts {
  readonly listing: NoteListing;
  readonly reader: NoteReader;
  readonly intake: NoteIntake;
  readonly isOpen: (key: string) => boolean;
}

/** New files up to so many are looked for by name; for more, the whole listing is made anew. */
const FEW_NEW = 20;

/** How often the index moves while notes are read, in ms: a view is to fill, not to flicker. */
const FILL_MS = 200;

/** Brings the index up to what files and open documents hold. */
export class NoteGathering {
  readonly #parts: NoteGatheringParts;

  constructor(parts: NoteGatheringParts) {
    this.#parts = parts;
  }

  /** Lists the workspace, and reads what is not known or changed since: open notes first, then from the newest back. */
  async all(token: CancellationToken, onProgress?: (read: number, total: number) => void): Promise<void> {
    const { listing, intake, isOpen } = this.#parts;
    const { notes, unreadable } = await listing.all(token);
    if (token.isCancellationRequested) {
      return;
    }
    for (const key of intake.keys()) {
      if (!notes.has(key) && !unreadable.some((folder) => key.startsWith(`${folder}/`))) {
        intake.drop(key);
      }
    }
    for (const key of notes.keys()) {
      intake.list(key);
    }
    await this.#read(await newestFirst(notes.values(), ({ key }) => isOpen(key)), token, onProgress);
  }

  /**
   * Reads what was touched, if it is a note or has become one. When so many files are new that one listing is the
   * shorter way, does nothing and returns `false`.
   */
  async touched(touches: ReadonlyMap<string, Touch>, token: CancellationToken): Promise<boolean> {
    const { listing, intake, isOpen } = this.#parts;
    const unknown: Uri[] = [];
    const toRead: ListedNote[] = [];
    for (const [key, touch] of touches) {
      const folder = workspace.getWorkspaceFolder(touch.uri);
      if (folder && intake.isListed(key)) {
        const note = noteIn(folder, touch.uri);
        if (touch.onDisk || !isOpen(key)) {
          intake.expect(key);
          toRead.push(note);
        } else {
          intake.takeOpen(note);
        }
      } else if (touch.mayBeNew) {
        unknown.push(touch.uri);
      }
    }
    if (unknown.length > FEW_NEW) {
      return false;
    }
    const found = unknown.length > 0 ? await listing.among(unknown, token) : [];
    found.forEach(({ key }) => intake.list(key));
    await this.#read([...toRead, ...found], token);
    return true;
  }

  async #read(
    notes: readonly ListedNote[],
    token: CancellationToken,
    onProgress?: (read: number, total: number) => void,
  ): Promise<void> {
    const { reader, intake } = this.#parts;
    let read = 0;
    let filled = performance.now();
    onProgress?.(read, notes.length);
    await reader.read(notes, {
      token,
      stampOf: ({ key }) => intake.stampOf(key),
      onRead: (note, result) => {
        intake.take(note, result);
        read++;
        if (performance.now() - filled > FILL_MS) {
          intake.flush();
          onProgress?.(read, notes.length);
          filled = performance.now();
        }
      },
    });
    intake.flush();
    onProgress?.(read, notes.length);
  }
}
