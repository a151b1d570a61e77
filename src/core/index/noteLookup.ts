import { type Link, linkBaseName, linkedUri, pointsTo, targetBaseName } from '../note/links';
import type { Note } from '../note/note';
import { MultiMap } from '../text/collections';

/** Notes by URI, by file name, and by the links that lead to them. */
export class NoteLookup {
  readonly #notes = new Map<string, Note>();
  /** URIs by file name, as `linkBaseName` returns it. */
  readonly #byName = new MultiMap<string, string>();

  get size(): number {
    return this.#notes.size;
  }

  get(uri: string): Note | undefined {
    return this.#notes.get(uri);
  }

  all(): IterableIterator<Note> {
    return this.#notes.values();
  }

  /** Returns the existing notes among these URIs, in their order. */
  *at(uris: Iterable<string>): Generator<Note> {
    for (const uri of uris) {
      const note = this.#notes.get(uri);
      if (note) {
        yield note;
      }
    }
  }

  /** Returns the notes with a file name, as returned by `linkBaseName`. */
  named(baseName: string): Iterable<Note> {
    return this.at(this.#byName.get(baseName));
  }

  /** Returns the note that a link leads to. */
  linked(link: Link): Note | undefined {
    const exact = this.#notes.get(linkedUri(link) ?? '');
    if (exact) return exact;
    for (const note of this.named(targetBaseName(link))) {
      if (pointsTo(link, note.uri)) return note;
    }
    return undefined;
  }

  add(note: Note): void {
    this.#notes.set(note.uri, note);
    this.#byName.add(linkBaseName(note.uri), note.uri);
  }

  remove({ uri }: Note): void {
    this.#notes.delete(uri);
    this.#byName.delete(linkBaseName(uri), uri);
  }
}
