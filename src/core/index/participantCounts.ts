import type { Note, Participant } from '../note/note';
import type { NameRecord } from '../people/directory';
import { personKey } from '../people/names';

/** A name must stand in at least this many notes with two names before it is taken for the reader's. */
const FEWEST_NOTES = 3;

/**
 * The reader's name, when no setting gives it: the one name that stands in more than half, and at least three, of the
 * 1:1 notes with two names, and more often than any other. `undefined` when there is none.
 */
export function inferReaderName(
  notesByName: ReadonlyMap<string, number>,
  notesWithTwoNames: number,
): string | undefined {
  let [name, most, next] = ['', 0, 0];
  for (const [each, notes] of notesByName) {
    if (notes > most) {
      [name, most, next] = [each, notes, most];
    } else if (notes > next) {
      next = notes;
    }
  }
  return most >= FEWEST_NOTES && most * 2 > notesWithTwoNames && most > next ? name : undefined;
}

/** How often which names stand in the notes, so that a changed note costs what its own names cost. */
export class ParticipantCounts {
  readonly #participants = new Map<string, { participant: Participant; notes: number }>();
  readonly #pages = new Map<string, NameRecord>();
  /** By key, in how many notes with two names it stands. */
  readonly #inPairs = new Map<string, number>();
  #pairs = 0;

  /** Counts the names of a note that takes the place of another. Returns whether that changed who is known. */
  replace(before: Note | undefined, after: Note | undefined): boolean {
    const isPaired = before?.participants.length === 2 || after?.participants.length === 2;
    const meBefore = isPaired ? this.me() : undefined;
    const isChanged = this.recount(before, after);
    return isChanged || (isPaired && this.me() !== meBefore);
  }

  /** The same for one of many notes. Returns whether somebody is named for the first time, or was for the last time. */
  recount(before: Note | undefined, after: Note | undefined): boolean {
    if (before && after && sameNames(before, after)) {
      return false;
    }
    const forgotten = before !== undefined && this.#count(before, -1);
    const met = after !== undefined && this.#count(after, 1);
    return forgotten || met;
  }

  /** Who is named, in the order of care: notes first, then the roster, people's pages last. */
  namings(roster: readonly NameRecord[]): readonly NameRecord[] {
    const participants = [...this.#participants.values()].map(({ participant }) => participant);
    return [...participants, ...roster, ...this.#pages.values()];
  }

  /** The reader's name as the notes tell it, or `undefined`. */
  me(): string | undefined {
    return inferReaderName(this.#inPairs, this.#pairs);
  }

  /** Returns whether a name came up for the first time, or stood there for the last time. */
  #count(note: Note, step: 1 | -1): boolean {
    let isChanged = false;
    // More names than two are a group, and whoever sits in a group is not met in a 1:1 for that.
    for (const participant of note.participants.length <= 2 ? note.participants : []) {
      const id = `${participant.name}\n${participant.relation ?? ''}`;
      const notes = (this.#participants.get(id)?.notes ?? 0) + step;
      isChanged ||= notes === (step > 0 ? 1 : 0);
      if (notes > 0) {
        this.#participants.set(id, { participant, notes });
      } else {
        this.#participants.delete(id);
      }
    }
    if (note.participants.length === 2) {
      this.#pairs += step;
      for (const { name } of note.participants) {
        const key = personKey(name);
        this.#inPairs.set(key, (this.#inPairs.get(key) ?? 0) + step);
      }
    }
    return this.#countPage(note, step) || isChanged;
  }

  #countPage(note: Note, step: 1 | -1): boolean {
    if (!note.page) {
      return false;
    }
    if (step < 0) {
      return this.#pages.delete(note.uri);
    }
    const { name, aliases, relation, cadence, awayUntil } = note.page;
    const known = relation?.toLowerCase();
    this.#pages.set(note.uri, {
      name,
      aliases,
      page: note.uri,
      ...((known === 'report' || known === 'manager' || known === 'peer') && { relation: known }),
      ...(cadence !== undefined && { cadence }),
      ...(awayUntil && { awayUntil }),
    });
    return true;
  }
}

function sameNames(a: Note, b: Note): boolean {
  return JSON.stringify([a.participants, a.page]) === JSON.stringify([b.participants, b.page]);
}
