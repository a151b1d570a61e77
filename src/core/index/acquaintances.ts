import type { Note, Participant } from '../note/note';
import { type NameRecord, PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import type { ParticipantCounts } from './participantCounts';

/** The people of all notes, and who of them is in a note. */
export class Acquaintances {
  /** All people in notes, pages and roster, except the reader. */
  readonly people: PeopleDirectory;
  /** The people known for certain. */
  readonly #proven: PeopleDirectory;

  constructor(tally: ParticipantCounts, roster: readonly NameRecord[], me: readonly string[]) {
    const certain = tally.namings(roster);
    this.#proven = new PeopleDirectory(certain, me);
    const clues = tally.clues();
    const guessed = clues.map((note) => this.#others(this.#chosen(note, this.#proven), this.#proven));
    // Two names of which neither is the reader leave open whose 1:1 it is.
    const single = guessed.filter((others) => others.length === 1).flat();
    this.people = clues.length === 0 ? this.#proven : new PeopleDirectory([...single, ...certain], me);
  }

  /** Returns the person of a 1:1 or page: its only participant besides the reader, if known. */
  personOf(note: Note): Person | undefined {
    const [other, ...more] = this.others(note);
    return other && more.length === 0 ? this.people.personOrUndefined(other.name) : undefined;
  }

  /** Returns the participants of a note without the reader. */
  others(note: Note): readonly Pick<Participant, 'name'>[] {
    return this.#others(this.participants(note), this.people);
  }

  /** Returns the participants of a note: those with a person known from elsewhere, or else the most likely ones. */
  participants(note: Note): readonly Pick<Participant, 'name'>[] {
    if (note.participants.length === 0) return note.page ? [note.page] : [];
    return this.#chosen(note, note.certainty === 'known' ? this.people : this.#proven);
  }

  #chosen(note: Note, known: PeopleDirectory): readonly Participant[] {
    if (note.certainty === 'proof' || note.otherParticipants.length === 0) return note.participants;
    const choices = [note.participants, ...note.otherParticipants];
    return (
      choices.find((each) => {
        const others = this.#others(each, known).filter(({ name }) => known.personOrUndefined(name));
        return others.length > 1 || (others.length === 1 && this.#others(each, known).length === 1);
      }) ?? note.participants
    );
  }

  #others<Named extends Pick<Participant, 'name'>>(named: readonly Named[], people: PeopleDirectory): readonly Named[] {
    return named.filter(({ name }) => !people.isMe(name));
  }
}
