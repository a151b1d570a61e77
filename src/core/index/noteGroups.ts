import type { Note } from '../note/note';
import { runToCompletion, type Cooperative } from '../text/cooperative';
import { MultiMap } from '../text/collections';
import type { NoteLookup } from './noteLookup';

/** Maps groups to their notes. The groups of new notes are computed when they are needed. */
export class NoteGroups {
  readonly #notes: NoteLookup;
  readonly #groupsOf: (note: Note) => Iterable<string>;
  #members = new MultiMap<string, string>();
  readonly #waiting = new Map<string, Note>();
  /** Whether all groups were discarded, and all notes still have to be queued. */
  #isForgotten = false;

  /** `groupsOf` returns the groups of a note according to the people known at that time. */
  constructor(notes: NoteLookup, groupsOf: (note: Note) => Iterable<string>) {
    this.#notes = notes;
    this.#groupsOf = groupsOf;
  }

  /** Replaces a note. Must be called before the known people change. */
  replace(before: Note | undefined, after: Note | undefined): void {
    if (this.#isForgotten) {
      return;
    }
    if (before && !this.#waiting.delete(before.uri)) {
      for (const group of this.#groupsOf(before)) {
        this.#members.delete(group, before.uri);
      }
    }
    if (after) {
      this.#waiting.set(after.uri, after);
    }
  }

  /** Discards all groups, because the known people changed. */
  forget(): void {
    this.#isForgotten = true;
    this.#members = new MultiMap();
    this.#waiting.clear();
  }

  /** The URIs of the notes of each group. */
  get members(): MultiMap<string, string> {
    runToCompletion(this.settle());
    return this.#members;
  }

  /** Computes the groups of all waiting notes, in steps. */
  *settle(): Cooperative<void> {
    while (this.#isForgotten || this.#waiting.size > 0) {
      if (this.#isForgotten) {
        this.#isForgotten = false;
        for (const note of this.#notes.all()) this.#waiting.set(note.uri, note);
      }
      // One iteration for all: a map that shrinks from its start takes longer each time to find its first entry.
      for (const note of this.#waiting.values()) {
        this.#waiting.delete(note.uri);
        for (const group of this.#groupsOf(note)) this.#members.add(group, note.uri);
        yield;
      }
    }
  }
}
