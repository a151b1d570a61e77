import type { Note, Participant } from '../note/note';
import type { NameRecord } from '../people/directory';
import { personKey } from '../people/names';
import { readRelation } from '../people/person';

/** Minimum number of notes with two names before a name is inferred to be the reader's. */
const FEWEST_NOTES = 3;

/**
 * Returns the inferred reader name: the most frequent one in 1:1 notes with two names, if it occurs in at least three
 * and in more than half of them. `undefined` if no name qualifies.
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

/** Counts the names in notes, so that the cost of a change depends only on the names of the changed note. */
export class ParticipantCounts {
  readonly #participants = new Map<string, { participant: Participant; notes: number }>();
  /** A note for each set of participants read from clues, and the number of such notes. */
  readonly #clues = new Map<string, { note: Note; notes: number }>();
  readonly #pages = new Map<string, NameRecord>();
  /** Number of notes with two names that contain a name, by key. */
  readonly #inPairs = new Map<string, number>();
  #pairs = 0;

  /** Replaces the names of a note. Returns whether the known people changed. */
  replace(before: Note | undefined, after: Note | undefined): boolean {
    const isPaired = before?.participants.length === 2 || after?.participants.length === 2;
    const meBefore = isPaired ? this.me() : undefined;
    const isChanged = this.recount(before, after);
    return isChanged || (isPaired && this.me() !== meBefore);
  }

  /**
   * Replaces the names of a note, without a check of the reader's name. Returns whether a name or page is new or gone.
   */
  recount(before: Note | undefined, after: Note | undefined): boolean {
    if (before && after && sameNames(before, after)) {
      return false;
    }
    const forgotten = before !== undefined && this.#count(before, -1);
    const met = after !== undefined && this.#count(after, 1);
    return forgotten || met;
  }

  /** Returns one note for each set of participants that was read from clues. */
  clues(): readonly Note[] {
    return [...this.#clues.values()].map(({ note }) => note);
  }

  /** Returns the names that are certain, in increasing precedence: notes, then the roster, then person pages. */
  namings(roster: readonly NameRecord[]): readonly NameRecord[] {
    const participants = [...this.#participants.values()].map(({ participant }) => participant);
    return [...participants, ...roster, ...this.#pages.values()];
  }

  /** Returns the reader's name as inferred from the notes, or `undefined`. */
  me(): string | undefined {
    return inferReaderName(this.#inPairs, this.#pairs);
  }

  /** Adds or subtracts the names of a note. Returns whether a name appeared or disappeared, or the note has a page. */
  #count(note: Note, step: 1 | -1): boolean {
    let isChanged = false;
    // More than two names are a group meeting, which does not count as a 1:1 with each of them.
    const isCertain = note.certainty === 'proof' && note.participants.length <= 2;
    for (const participant of isCertain ? note.participants : []) {
      const id = `${participant.name}\n${participant.relation ?? ''}`;
      const notes = (this.#participants.get(id)?.notes ?? 0) + step;
      isChanged ||= notes === (step > 0 ? 1 : 0);
      if (notes > 0) {
        this.#participants.set(id, { participant, notes });
      } else {
        this.#participants.delete(id);
      }
    }
    if (note.certainty === 'clue') isChanged = this.#countClue(note, step) || isChanged;
    if (note.participants.length === 2 && note.certainty !== 'known') {
      this.#pairs += step;
      for (const { name } of note.participants) {
        const key = personKey(name);
        this.#inPairs.set(key, (this.#inPairs.get(key) ?? 0) + step);
      }
    }
    return this.#countPage(note, step) || isChanged;
  }

  #countClue(note: Note, step: 1 | -1): boolean {
    const id = JSON.stringify([note.participants, note.otherParticipants]);
    const notes = (this.#clues.get(id)?.notes ?? 0) + step;
    if (notes > 0) {
      this.#clues.set(id, { note: this.#clues.get(id)?.note ?? note, notes });
    } else {
      this.#clues.delete(id);
    }
    return notes === (step > 0 ? 1 : 0);
  }

  #countPage(note: Note, step: 1 | -1): boolean {
    if (!note.page) {
      return false;
    }
    if (step < 0) {
      return this.#pages.delete(note.uri);
    }
    const { name, aliases, relation, cadence, awayUntil, started, leaving, reportsTo } = note.page;
    const known = readRelation(relation ?? '');
    this.#pages.set(note.uri, {
      name,
      isDeclared: true,
      aliases,
      page: note.uri,
      ...(known && { relation: known }),
      ...(cadence !== undefined && { cadence }),
      ...(awayUntil && { awayUntil }),
      ...(started && { started }),
      ...(leaving && { leaving }),
      ...(reportsTo !== undefined && { reportsTo }),
    });
    return true;
  }
}

function sameNames(a: Note, b: Note): boolean {
  return JSON.stringify(named(a)) === JSON.stringify(named(b));
}

function named({ participants, otherParticipants, certainty, page }: Note): readonly unknown[] {
  return [participants, otherParticipants, certainty, page];
}
