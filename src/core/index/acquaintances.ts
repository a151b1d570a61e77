import type { Note, Participant } from '../note/note';
import { type NameRecord, PeopleDirectory } from '../people/directory';
import { type Person, UNNAMED } from '../people/person';
import type { Owner } from './ownership';
import { folderOf, type LoneParticipant, loneParticipant, type ParticipantCounts } from './participantCounts';

/** The people of all notes, and who of them is in a note. */
export class Acquaintances {
  /** All people in notes, pages and roster, except the reader. */
  readonly people: PeopleDirectory;
  readonly #tally: ParticipantCounts;
  /** The people known for certain. */
  readonly #proven: PeopleDirectory;
  /** The reader's manager, according to the reader's page or the roster. */
  readonly #manager: string | undefined;
  readonly #hasNotesAboutReader: boolean;

  constructor(tally: ParticipantCounts, roster: readonly NameRecord[], me: readonly string[]) {
    this.#tally = tally;
    const named = tally.namings(roster);
    const directory = new PeopleDirectory(named, me);
    this.#manager = named.findLast(({ name, reportsTo }) => reportsTo !== undefined && directory.isMe(name))?.reportsTo;
    const aboutReader = tally.lone().filter(({ name }) => directory.isMe(name));
    this.#hasNotesAboutReader = aboutReader.length > 0;
    const others = new Set(aboutReader.map((lone) => this.#otherSide(lone, directory)));
    const inThrees = tally.threes().map((three) => this.#others(three, directory));
    const met = [...[...others].map((name) => ({ name })), ...inThrees.filter(({ length }) => length === 2).flat()];
    const certain = [...met, ...named];
    this.#proven = met.length === 0 ? directory : new PeopleDirectory(certain, me);
    const clues = tally.clues();
    const guessed = clues.map((note) => this.#others(this.#chosen(note, this.#proven), this.#proven));
    // Two names of which neither is the reader leave open whose 1:1 it is.
    const single = guessed.filter((each) => each.length === 1).flat();
    this.people = clues.length === 0 ? this.#proven : new PeopleDirectory([...single, ...certain], me);
  }

  /** Tests whether the index or one of these notes has a 1:1 that names only the reader. */
  haveNotesAboutReader(notes: readonly (Note | undefined)[]): boolean {
    const isAboutReader = (note: Note | undefined): boolean => {
      const lone = note && loneParticipant(note);
      return lone !== undefined && this.people.isMe(lone.name);
    };
    return this.#hasNotesAboutReader || notes.some(isAboutReader);
  }

  /** Returns the person of a 1:1 or page: its only participant besides the reader, if known. */
  personOf(note: Note): Person | undefined {
    const [other, ...more] = this.others(note);
    return other && more.length === 0 ? this.people.personOrUndefined(other.name) : undefined;
  }

  /**
   * Returns the two others of a 1:1:1: a meeting of the reader with exactly two people whom the front matter names. The
   * reader must be named too, or be the author, because it may otherwise be a 1:1 of those two. Empty for other notes.
   */
  groupOf(note: Note): readonly Person[] {
    const { participants, author, certainty, meetings } = note;
    if (participants.length < 2 || certainty !== 'proof' || meetings.length === 0) return [];
    const others = this.#others(participants, this.people);
    const isThere = others.length < participants.length || (author !== undefined && this.people.isMe(author));
    if (others.length !== 2 || !isThere) return [];
    const people = others.flatMap(({ name }) => this.people.personOrUndefined(name) ?? []);
    return people[0] === people[1] ? [] : people;
  }

  /** Returns the participants of a note without the reader. If it names only the reader, that is the other side. */
  others(note: Note): readonly Pick<Participant, 'name'>[] {
    const named = this.participants(note);
    const others = this.#others(named, this.people);
    if (others.length > 0 || named.length === 0 || note.meetings.length === 0) return others;
    return [{ name: this.#otherSide({ author: note.author, folder: folderOf(note) }, this.people) }];
  }

  /**
   * Returns the owner that `@me` means in a note. `undefined` if two people may have written it, because then each of
   * them would read it as their own.
   */
  writerOf(note: Note): Owner | undefined {
    const author = note.author === undefined ? 'unknown' : this.people.find(note.author);
    if (author === 'me') return author;
    if (typeof author === 'object') return author.person;
    const person = this.personOf(note);
    const named = this.participants(note);
    if (!person || !named.some(({ name }) => this.people.isMe(name))) return 'me';
    return named.length === 1 ? person : undefined;
  }

  /** Returns the participants of a note: those with a person known from elsewhere, or else the most likely ones. */
  participants(note: Note): readonly Pick<Participant, 'name'>[] {
    if (note.participants.length === 0) return note.page ? [note.page] : [];
    return this.#chosen(note, note.certainty === 'known' ? this.people : this.#proven);
  }

  /**
   * Returns the other person of a 1:1 that names only the reader: its author, else the reader's manager, else the only
   * other person in the notes of that folder.
   */
  #otherSide({ author, folder }: Omit<LoneParticipant, 'name'>, people: PeopleDirectory): string {
    if (author !== undefined && !people.isMe(author)) return author;
    if (this.#manager !== undefined) return this.#manager;
    const [only, ...more] = this.#tally.namesInFolder(folder).filter((name) => !people.isMe(name));
    return only !== undefined && more.length === 0 ? only : UNNAMED;
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
