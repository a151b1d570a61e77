import type { Note } from '../note/note';
import { runToCompletion, type Cooperative } from '../text/cooperative';
import { MultiMap } from '../text/collections';
import type { NoteLookup } from './noteLookup';

/** Which notes stand in which group. A note that came waits for its place until somebody asks: then it is asked for once. */
export class NoteGroups {
  readonly #notes: NoteLookup;
  readonly #groupsOf: (note: Note) => Iterable<string>;
  #members = new MultiMap<string, string>();
  readonly #waiting = new Map<string, Note>();
  /** No note has a place, and which ones wait is not worked out yet. */
  #isForgotten = false;

  /** `groupsOf` returns the groups of a note according to the people known at that time. */
  constructor(notes: NoteLookup, groupsOf: (note: Note) => Iterable<string>) {
    this.#notes = notes;
    this.#groupsOf = groupsOf;
  }

  /** Puts a note in place of what it was. To be told before it changes who is who. */
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

  /** Gives up all places: it is known anew who is who. */
  forget(): void {
    this.#isForgotten = true;
    this.#members = new MultiMap();
    this.#waiting.clear();
  }

  /** By group, the URIs of its notes. */
  get members(): MultiMap<string, string> {
    runToCompletion(this.settle());
    return this.#members;
  }

  /** Gives each note that waits its place, in steps. */
  *settle(): Cooperative<void> {
    for (;;) {
      if (this.#isForgotten) {
        this.#isForgotten = false;
        for (const note of this.#notes.all()) this.#waiting.set(note.uri, note);
      }
      const next = this.#waiting.values().next();
      if (next.done) {
        return;
      }
      this.#waiting.delete(next.value.uri);
      for (const group of this.#groupsOf(next.value)) {
        this.#members.add(group, next.value.uri);
      }
      yield;
    }
  }
}
