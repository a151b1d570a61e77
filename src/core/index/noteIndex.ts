import type { Note, NoteProblem } from '../note/note';
import { type Link, linkBaseName } from '../note/links';
import { withoutCopyMark } from '../note/noteHeader';
import type { NameRecord, PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import type { Cooperative } from '../text/cooperative';
import { Interner } from '../text/retained';
import { type DatedMeeting, type IndexChange, type ListedFollowUp } from './listedFollowUp';
import { ListedRecord, NoteListing } from './listing';
import { groupByOwners, type Owner } from './ownership';
import { compareText } from '../text/collections';
import { folderOf, ParticipantCounts } from './participantCounts';
import { Acquaintances } from './acquaintances';
import { NoteGroups } from './noteGroups';
import { NoteLookup } from './noteLookup';
import { type MeetingsOfPerson, PersonMeetings } from './personMeetings';
import { sameFollowUps, sameMeetings, sameProblem } from './changes';
import { copyProblem, type MisreadNote, misreadNotes, peopleProblem } from './notUnderstood';
import { CarryResolution } from './carryResolution';

/** The configured people: the reader and the roster. */
export interface PeopleConfig {
  /** The reader's names from the setting. If it is empty, the name is inferred from the notes. */
  readonly me: readonly string[];
  /** The people of the roster. */
  readonly roster: readonly NameRecord[];
}

/** The names of notes without the mark of a copy. Many notes have a date as their name. */
const originalNames = new Interner(withoutCopyMark);

/** The group of follow-ups outside the notes of a person. */
export const OTHER_NOTES = '';

/**
 * All notes of the workspace with their people, meetings and follow-ups. Results are computed on demand and cached
 * until a change affects them. The cost of a change depends on the affected notes, not on the number of all notes.
 */
export class NoteIndex {
  readonly #notes = new NoteLookup();
  readonly #tally = new ParticipantCounts();
  readonly #carries = new CarryResolution(this.#notes);
  #acquaintance: PeopleConfig;
  #known: Acquaintances | undefined;
  readonly #groups = new NoteGroups(this.#notes, (note) => this.#groupsOf(note));
  readonly #meetings = new PersonMeetings();
  readonly #followUps = new Map<string, readonly ListedFollowUp[]>();

  constructor(acquaintance: PeopleConfig) {
    this.#acquaintance = acquaintance;
  }

  get size(): number {
    return this.#notes.size;
  }

  /** All people in notes, pages and roster, except the reader. */
  get people(): PeopleDirectory {
    return this.#acquaintances.people;
  }

  get #acquaintances(): Acquaintances {
    if (!this.#known) {
      const { me, roster } = this.#acquaintance;
      const inferred = me.length > 0 ? me : [this.#tally.inferredReader()].filter((name) => name !== undefined);
      this.#known = new Acquaintances(this.#tally, roster, inferred);
    }
    return this.#known;
  }

  /** Returns the names that may be the reader's, if neither the settings nor the notes decide which one is. */
  readerCandidates(): readonly string[] {
    return this.#acquaintance.me.length > 0 ? [] : this.#tally.readerCandidates();
  }

  note(uri: string): Note | undefined {
    return this.#notes.get(uri);
  }

  /** Returns the note that a link leads to, or `undefined` if it is not in the index. */
  noteAt(link: Link): Note | undefined {
    return this.#notes.linked(link);
  }

  notes(): IterableIterator<Note> {
    return this.#notes.all();
  }

  /** Updates the configured people. */
  updatePeople(acquaintance: PeopleConfig): void {
    this.#acquaintance = acquaintance;
    this.#forgetPeople();
  }

  /** Adds or replaces a note. Returns what looks different now, or `undefined` if nothing does. */
  put(note: Note): IndexChange | undefined {
    return this.#change(this.#notes.get(note.uri), note);
  }

  /** Removes a note. Returns what looks different now, or `undefined` if the note was not in the index. */
  remove(uri: string): IndexChange | undefined {
    const before = this.#notes.get(uri);
    return before && this.#change(before, undefined);
  }

  /** Adds or replaces many notes and removes others. */
  putAll(notes: Iterable<Note>, gone: Iterable<string> = []): void {
    this.stage(notes, gone);
    this.commit();
  }

  /**
   * Adds or removes notes without updating groups or people. Call `commit` when the batch is complete; until then views
   * keep their current lists.
   */
  stage(notes: Iterable<Note>, gone: Iterable<string> = []): void {
    for (const uri of gone) {
      this.#recount(this.#notes.get(uri), undefined);
    }
    for (const note of notes) {
      this.#recount(this.#notes.get(note.uri), note);
    }
  }

  /** Updates groups and people after `stage`. */
  commit(): void {
    this.#forgetPeople();
  }

  /**
   * Returns the person of a 1:1 or page: its only participant besides the reader, if known. `undefined` for other
   * notes.
   */
  personOf(note: Note): Person | undefined {
    return this.#acquaintances.personOf(note);
  }

  /** Returns the two others of a 1:1:1, or nothing for other notes: see `Acquaintances.groupOf`. */
  groupOf(note: Note): readonly Person[] {
    return this.#acquaintances.groupOf(note);
  }

  /** Returns the owner that `@me` means in a note: see `Acquaintances.writerOf`. */
  writerOf(note: Note): Owner | undefined {
    return this.#acquaintances.writerOf(note);
  }

  /**
   * Returns the name for the reader in a note: `me`, unless the note names both people. Without a note, that is a new
   * one, which names both as soon as the reader's name is known.
   */
  ownNameIn(note: Note | undefined): string {
    const { readerName } = this.people;
    return readerName !== undefined && this.isReadByBoth(note) ? this.people.shortName(readerName) : 'me';
  }

  /** Tests whether two people read a note, because it names both. Without a note, that is a new one. */
  isReadByBoth(note: Note | undefined): boolean {
    const { people } = this;
    if (!note) return people.readerName !== undefined;
    return this.#acquaintances.participants(note).some(({ name }) => people.isMe(name));
  }

  /**
   * Returns the note that a sync tool or file manager copied: a note in the same folder, named alike, with the same
   * dates and person. The meetings and follow-ups of the copy are not listed.
   */
  originalOf(note: Note): Note | undefined {
    const name = linkBaseName(note.uri);
    const original = note.meetings.length === 0 ? name : originalNames.get(name);
    if (original === name) return undefined;
    const folder = folderOf(note);
    return [...this.#notes.named(original)].find(
      (other) =>
        folderOf(other) === folder && hasSameDates(other, note) && this.personOf(other) === this.personOf(note),
    );
  }

  /** Returns the reason why a note that seems to be a 1:1 could not be placed, or `undefined`. */
  problemOf(note: Note): NoteProblem | undefined {
    const original = this.originalOf(note);
    if (original) return copyProblem(original);
    if (note.problem || this.groupOf(note).length > 0) return note.problem;
    return peopleProblem(note, this.#acquaintances.others(note));
  }

  /** Returns the names of the people who may be meant in a note, without the reader. */
  candidatesOf(note: Note): readonly string[] {
    const named = [...this.#acquaintances.others(note), ...note.otherParticipants.flat()];
    return [...new Set(named.map(({ name }) => name))].filter((name) => !this.people.isMe(name));
  }

  /** Returns the notes that seem to be 1:1s and could not be placed, in the order of their URIs. */
  notUnderstood(): readonly MisreadNote[] {
    return misreadNotes(this.#notes.all(), (note) => this.problemOf(note));
  }

  /** Returns the 1:1s with a person, by key, oldest first. The private half of a 1:1 is part of it. */
  meetingsWith(key: string): readonly DatedMeeting[] {
    return this.#meetingsOf(key).ofTwo;
  }

  /**
   * Returns the 1:1:1s with a person, by key, oldest first. Only their dates and public lines are about the person: a
   * private line may be about the other one, and nothing says who of the two gave an answer.
   */
  groupMeetingsWith(key: string): readonly DatedMeeting[] {
    return this.#meetingsOf(key).ofThree;
  }

  /** Returns the 1:1s and the 1:1:1s with a person, by key, oldest first. */
  timelineWith(key: string): readonly DatedMeeting[] {
    return this.#meetingsOf(key).all;
  }

  #meetingsOf(key: string): MeetingsOfPerson {
    return this.#meetings.get(key, () => {
      const members = key === OTHER_NOTES ? [] : [...this.#notes.at(this.#groups.members.get(key))];
      const notes = members.filter((note) => !this.originalOf(note));
      return {
        ofTwo: notes.filter((note) => this.personOf(note)?.key === key),
        ofThree: notes.filter((note) => this.groupOf(note).some((person) => person.key === key)),
      };
    });
  }

  /**
   * Returns all open and closed follow-ups of a person, by key, or of `OTHER_NOTES`, in the order of notes and lines.
   */
  followUpsOf(group: string): readonly ListedFollowUp[] {
    const known = this.#followUps.get(group);
    if (known) {
      return known;
    }
    const notes = [...this.#notes.at(this.#groups.members.get(group))].sort((a, b) => compareText(a.uri, b.uri));
    const listed = notes.flatMap((note) => this.#list(note).filter((item) => item.group === group));
    this.#followUps.set(group, listed);
    return listed;
  }

  /**
   * Computes the groups of all notes in steps, before a caller lists all of them. Later changes are handled by the next
   * query.
   */
  warmUp(): Cooperative<void> {
    return this.#groups.settle();
  }

  /** Returns the keys of all groups with follow-ups or meetings, including `OTHER_NOTES`. */
  groups(): readonly string[] {
    return [...this.#groups.members.keys()];
  }

  /** Returns the current follow-up with this id, or `undefined` if it no longer exists. */
  followUp(uri: string, id: string): ListedFollowUp | undefined {
    const note = this.#notes.get(uri);
    return note && this.#list(note).find((item) => item.id === id);
  }

  /** Returns the follow-up at a line of a note, or `undefined`. */
  followUpAt(uri: string, line: number): ListedFollowUp | undefined {
    return this.followUpsIn(uri).find(({ followUp }) => followUp.line <= line && line <= followUp.endLine);
  }

  /** Returns all listed follow-ups of a note, in the order of its lines. */
  followUpsIn(uri: string): readonly ListedFollowUp[] {
    const note = this.#notes.get(uri);
    return note ? this.#list(note) : [];
  }

  #change(before: Note | undefined, after: Note | undefined): IndexChange | undefined {
    const touched = new Set(this.#groupsTouchedBy(before));
    const personBefore = before && this.personOf(before)?.key;
    const people = this.#replace(before, after);
    for (const group of this.#groupsTouchedBy(after)) {
      touched.add(group);
    }
    for (const group of touched) {
      this.#meetings.delete(group);
      this.#followUps.delete(group);
    }
    const isSame =
      before && after && sameFollowUps(before, after) && sameMeetings(before, after) && sameProblem(before, after);
    const isAboutTheSame = !people && personBefore === (after && this.personOf(after)?.key);
    return isSame && isAboutTheSame ? undefined : { groups: touched, people };
  }

  /** Replaces a note. Returns whether the known people changed. */
  #replace(before: Note | undefined, after: Note | undefined): boolean {
    this.#groups.replace(before, after);
    this.#exchange(before, after);
    const people = this.#tally.replace(before, after, this.#acquaintances.haveNotesAboutReader([before, after]));
    if (people) {
      this.#forgetPeople();
    }
    return people;
  }

  #recount(before: Note | undefined, after: Note | undefined): void {
    this.#exchange(before, after);
    this.#tally.recount(before, after);
  }

  #exchange(before: Note | undefined, after: Note | undefined): void {
    if (before) {
      this.#notes.remove(before);
      this.#carries.remove(before);
    }
    if (after) {
      this.#notes.add(after);
      this.#carries.add(after);
    }
  }

  /** Returns the listed follow-ups of a note in the order of its lines. */
  #list(note: Note): readonly ListedFollowUp[] {
    if (this.originalOf(note)) return [];
    const person = this.personOf(note);
    const listing = new NoteListing(note, person, this.#acquaintances);
    const meetings = (): readonly DatedMeeting[] => this.meetingsWith(person?.key ?? OTHER_NOTES);
    const carries = this.#carries.of(note, meetings, (holder) => this.originalOf(holder) !== undefined);
    return listing.followUps.map((followUp) => new ListedRecord(listing, followUp, carries.resolve(followUp)));
  }

  #groupsOf(note: Note): ReadonlySet<string> {
    const person = this.personOf(note);
    if (person) return new Set([person.key]);
    const owners = note.followUps.map((followUp) => groupByOwners(followUp, this.people));
    return new Set([...this.groupOf(note).map(({ key }) => key), ...owners]);
  }

  *#groupsTouchedBy(note: Note | undefined): Generator<string> {
    if (note) {
      yield* this.#groupsOf(note);
      for (const other of this.#carries.touchedBy(note)) {
        yield* this.#groupsOf(other);
      }
    }
  }

  #forgetPeople(): void {
    this.#known = undefined;
    this.#groups.forget();
    this.#meetings.clear();
    this.#followUps.clear();
  }
}

function hasSameDates(a: Note, b: Note): boolean {
  return a.meetings.length === b.meetings.length && a.meetings.every(({ date }, at) => date === b.meetings[at]?.date);
}
