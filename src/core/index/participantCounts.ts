import type { Note, Participant } from '../note/note';
import type { NameRecord } from '../people/directory';
import { personKey } from '../people/names';
import { readRelation } from '../people/person';
import { compareText } from '../text/collections';

/** Minimum number of notes with two names before a name is inferred to be the reader's. */
const FEWEST_NOTES = 3;
/** Minimum number of notes with two names before the reader is asked which name is theirs. */
const FEWEST_TO_ASK = 2;

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

/** The one participant that a note names, and where the other one may be found. */
export interface LoneParticipant {
  readonly name: string;
  /** The name of the person who wrote the note, if it says so. */
  readonly author: string | undefined;
  readonly folder: string;
}

/** Returns the URI of the folder of a note. */
export function folderOf({ uri }: Pick<Note, 'uri'>): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** Returns the only participant of a 1:1 with its author and folder, or `undefined` for other notes. */
export function loneParticipant({ participants, author, meetings, uri }: Note): LoneParticipant | undefined {
  const [only, ...others] = participants;
  return only && others.length === 0 && meetings.length > 0
    ? { name: only.name, author, folder: folderOf({ uri }) }
    : undefined;
}

/** Values with the number of notes that have them. */
class Tally<Value> {
  readonly #values = new Map<string, { readonly value: Value; notes: number }>();

  get all(): readonly Value[] {
    return [...this.#values.values()].map(({ value }) => value);
  }

  /** Adds or subtracts a note. Returns whether the value appeared or disappeared. */
  count(id: string, step: 1 | -1, value: Value): boolean {
    const known = this.#values.get(id);
    const counted = known ?? { value, notes: 0 };
    counted.notes += step;
    if (counted.notes > 0) {
      this.#values.set(id, counted);
    } else {
      this.#values.delete(id);
    }
    return counted.notes === (step > 0 ? 1 : 0);
  }
}

/** Counts the names in notes, so that the cost of a change depends only on the names of the changed note. */
export class ParticipantCounts {
  readonly #participants = new Tally<Participant>();
  /** A note for each set of participants read from clues. */
  readonly #clues = new Tally<Note>();
  /** The participants that are alone in a note, by name, author and folder. */
  readonly #lone = new Tally<LoneParticipant>();
  /** The names in each folder: of authors, and of participants beside another one. */
  readonly #inFolders = new Map<string, Tally<string>>();
  /** Whether the last note added or removed one of the above. */
  #arePlacesChanged = false;
  /** The names in each note with three names, which may be a meeting of the reader with two others. */
  readonly #threes = new Tally<readonly Participant[]>();
  readonly #pages = new Map<string, NameRecord>();
  /** Number of notes with two names that contain a name, by key. */
  readonly #inPairs = new Map<string, number>();
  #pairs = 0;

  /**
   * Replaces the names of a note. Returns whether the known people changed. Where names appear matters only to notes
   * about the reader, `hasNotesAboutReader`.
   */
  replace(before: Note | undefined, after: Note | undefined, hasNotesAboutReader: boolean): boolean {
    const isPaired = before?.participants.length === 2 || after?.participants.length === 2;
    const meBefore = isPaired ? this.me() : undefined;
    this.#arePlacesChanged = false;
    const isChanged = this.recount(before, after) || (hasNotesAboutReader && this.#arePlacesChanged);
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
    return this.#clues.all;
  }

  /** Returns the participants of notes with three names, without duplicates. */
  threes(): readonly (readonly Participant[])[] {
    return this.#threes.all;
  }

  /** Returns the participants that are alone in a note, once for each author and folder. */
  lone(): readonly LoneParticipant[] {
    return this.#lone.all;
  }

  /** Returns the authors in a folder, and the participants of its notes with two names. */
  namesInFolder(folder: string): readonly string[] {
    return this.#inFolders.get(folder)?.all ?? [];
  }

  /** Returns the names that are certain, in increasing precedence: notes, then the roster, then person pages. */
  namings(roster: readonly NameRecord[]): readonly NameRecord[] {
    return [...this.#participants.all, ...roster, ...this.#pages.values()];
  }

  /** Returns the key of the reader's name as inferred from the notes, or `undefined`. */
  me(): string | undefined {
    return inferReaderName(this.#inPairs, this.#pairs);
  }

  /** Returns the reader's name as inferred from the notes and as written there, or `undefined`. */
  inferredReader(): string | undefined {
    const key = this.me();
    return key === undefined ? key : this.#asWritten(key);
  }

  /**
   * Returns the names that may be the reader's, the most frequent first: those in at least half of the notes with two
   * names. Empty if the name is inferred, or with fewer than two such notes.
   */
  readerCandidates(): readonly string[] {
    if (this.#pairs < FEWEST_TO_ASK || this.me() !== undefined) return [];
    return [...this.#inPairs]
      .filter(([, notes]) => notes * 2 >= this.#pairs)
      .sort(([a, notesOfA], [b, notesOfB]) => notesOfB - notesOfA || compareText(a, b))
      .map(([key]) => this.#asWritten(key));
  }

  #asWritten(key: string): string {
    const named = [...this.#participants.all, ...this.#clues.all.flatMap(({ participants }) => participants)];
    return named.find(({ name }) => personKey(name) === key)?.name ?? key;
  }

  /** Adds or subtracts the names of a note. Returns whether a name appeared or disappeared, or the note has a page. */
  #count(note: Note, step: 1 | -1): boolean {
    let isChanged = false;
    // More than two names are a group meeting, which does not count as a 1:1 with each of them.
    const isCertain = note.certainty === 'proof' && note.participants.length <= 2;
    if (note.certainty === 'proof' && note.participants.length === 3) {
      isChanged = this.#threes.count(JSON.stringify(note.participants), step, note.participants);
    }
    for (const participant of isCertain ? note.participants : []) {
      const id = `${participant.name}\n${participant.relation ?? ''}`;
      isChanged = this.#participants.count(id, step, participant) || isChanged;
    }
    if (note.certainty === 'clue') {
      const id = JSON.stringify([note.participants, note.otherParticipants]);
      isChanged = this.#clues.count(id, step, note) || isChanged;
    }
    if (note.participants.length === 2 && note.certainty !== 'known') {
      this.#pairs += step;
      for (const { name } of note.participants) {
        const key = personKey(name);
        this.#inPairs.set(key, (this.#inPairs.get(key) ?? 0) + step);
      }
    }
    this.#countPlaces(note, step);
    return this.#countPage(note, step) || isChanged;
  }

  /** Counts a participant that is alone, and other names by folder. */
  #countPlaces(note: Note, step: 1 | -1): void {
    const { participants, author } = note;
    const lone = loneParticipant(note);
    const names = participants.length === 2 ? participants.map(({ name }) => name) : [];
    if (author !== undefined) names.push(author);
    if (lone) this.#arePlacesChanged = this.#lone.count(JSON.stringify(lone), step, lone) || this.#arePlacesChanged;
    if (names.length === 0) return;
    const folder = folderOf(note);
    const inFolder = this.#inFolders.get(folder) ?? new Tally();
    this.#inFolders.set(folder, inFolder);
    for (const name of names) this.#arePlacesChanged = inFolder.count(name, step, name) || this.#arePlacesChanged;
  }

  #countPage(note: Note, step: 1 | -1): boolean {
    if (!note.page) {
      return false;
    }
    if (step < 0) {
      return this.#pages.delete(note.uri);
    }
    const { name, aliases, relation, cadence, awayUntil, started, leaving, reportsTo, shape } = note.page;
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
      ...(shape !== undefined && { shape }),
    });
    return true;
  }
}

function sameNames(a: Note, b: Note): boolean {
  return JSON.stringify(named(a)) === JSON.stringify(named(b));
}

function named({ participants, author, otherParticipants, certainty, page }: Note): readonly unknown[] {
  return [participants, author, otherParticipants, certainty, page];
}
