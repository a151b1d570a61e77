import type { Note } from '../note/note';
import type { Link } from '../note/links';
import { type NameRecord, PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import type { Cooperative } from '../text/cooperative';
import type { DatedMeeting, IndexChange, ListedFollowUp } from './listedFollowUp';
import { ListedRecord, NoteListing } from './listing';
import { groupByOwners } from './ownership';
import { compareText } from '../text/collections';
import { ParticipantCounts } from './participantCounts';
import { NoteGroups } from './noteGroups';
import { NoteLookup } from './noteLookup';
import { sameFollowUps, sameMeetings } from './changes';
import { CarryResolution } from './carryResolution';

/** What is known of people besides the notes. */
export interface PeopleConfig {
  /** The reader's own names, from the setting; empty to let the notes tell. */
  readonly me: readonly string[];
  /** The people of the roster. */
  readonly roster: readonly NameRecord[];
}

/** The group of follow-ups that belong to no person's 1:1. */
export const OTHER_NOTES = '';

/**
 * All notes of the workspace, joined: who is who, which meetings a person had, and what is open. Answers are worked out
 * when asked for and kept until a change touches them; a changed note costs what it touches, not what there is.
 */
export class NoteIndex {
  readonly #notes = new NoteLookup();
  readonly #tally = new ParticipantCounts();
  readonly #carries = new CarryResolution(this.#notes);
  #acquaintance: PeopleConfig;
  #directory: PeopleDirectory | undefined;
  readonly #groups = new NoteGroups(this.#notes, (note) => this.#groupsOf(note));
  readonly #meetings = new Map<string, readonly DatedMeeting[]>();
  readonly #followUps = new Map<string, readonly ListedFollowUp[]>();

  constructor(acquaintance: PeopleConfig) {
    this.#acquaintance = acquaintance;
  }

  get size(): number {
    return this.#notes.size;
  }

  /** Everybody the notes, the pages and the roster name, the reader aside. */
  get people(): PeopleDirectory {
    if (!this.#directory) {
      const { me, roster } = this.#acquaintance;
      const told = me.length > 0 ? me : [this.#tally.me()].filter((name) => name !== undefined);
      this.#directory = new PeopleDirectory(this.#tally.namings(roster), told);
    }
    return this.#directory;
  }

  note(uri: string): Note | undefined {
    return this.#notes.get(uri);
  }

  /** The note that a link leads to, or `undefined` when it leads to none of these. */
  noteAt(link: Link): Note | undefined {
    return this.#notes.linked(link);
  }

  notes(): IterableIterator<Note> {
    return this.#notes.all();
  }

  /** Takes new settings or a changed roster. */
  updatePeople(acquaintance: PeopleConfig): void {
    this.#acquaintance = acquaintance;
    this.#forgetPeople();
  }

  /** Puts a note in place of what was known of it. Returns what looks different now, or `undefined` if nothing does. */
  put(note: Note): IndexChange | undefined {
    return this.#change(this.#notes.get(note.uri), note);
  }

  /** Forgets a note. Returns what looks different now, or `undefined` if it was not known. */
  remove(uri: string): IndexChange | undefined {
    const before = this.#notes.get(uri);
    return before && this.#change(before, undefined);
  }

  /** Puts many notes at once and forgets others. */
  putAll(notes: Iterable<Note>, gone: Iterable<string> = []): void {
    this.stage(notes, gone);
    this.commit();
  }

  /**
   * Takes in some of many notes, and forgets others. They stand in no group, and nobody new is known, until `commit`: so
   * whoever lists what there is while thousands are read is not thrown back by each of them.
   */
  stage(notes: Iterable<Note>, gone: Iterable<string> = []): void {
    for (const uri of gone) {
      this.#recount(this.#notes.get(uri), undefined);
    }
    for (const note of notes) {
      this.#recount(this.#notes.get(note.uri), note);
    }
  }

  /** Has all that was collected count. */
  commit(): void {
    this.#forgetPeople();
  }

  /** The person that a 1:1 or a page is about: the only one left when the reader is left out; `undefined` for others. */
  personOf(note: Note): Person | undefined {
    const { people } = this;
    const names = note.participants.length > 0 ? note.participants : note.page ? [note.page] : [];
    const others = names.filter(({ name }) => !people.isMe(name));
    const [other, ...more] = others;
    return other && more.length === 0 ? people.personOrUndefined(other.name) : undefined;
  }

  /** The 1:1s with a person, by key, oldest first. */
  meetingsWith(key: string): readonly DatedMeeting[] {
    const known = this.#meetings.get(key);
    if (known || key === OTHER_NOTES) {
      return known ?? [];
    }
    const notes = [...this.#notes.at(this.#groups.members.get(key))].filter((note) => this.personOf(note)?.key === key);
    const meetings = notes
      .flatMap((note) => note.meetings.map((meeting, index) => ({ note, meeting, index })))
      .sort(byDate);
    this.#meetings.set(key, meetings);
    return meetings;
  }

  /** Everything listed under a person, by key, or in `OTHER_NOTES`: open and closed, in the order of notes and lines. */
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
   * Works out in steps which notes stand in which group, for those who ask about all of them and must not take that time at
   * once. Of what changes afterwards, the next question does the rest.
   */
  warmUp(): Cooperative<void> {
    return this.#groups.settle();
  }

  /** Keys of all groups that have follow-ups or meetings, `OTHER_NOTES` among them if it has any. */
  groups(): readonly string[] {
    return [...this.#groups.members.keys()];
  }

  /** The follow-up with this id as it is now, or `undefined` when it is gone. */
  followUp(uri: string, id: string): ListedFollowUp | undefined {
    const note = this.#notes.get(uri);
    return note && this.#list(note).find((item) => item.id === id);
  }

  /** The follow-up that a line of a note belongs to, or `undefined`. */
  followUpAt(uri: string, line: number): ListedFollowUp | undefined {
    return this.followUpsIn(uri).find(({ followUp }) => followUp.line <= line && line <= followUp.endLine);
  }

  /** Everything listed from one note, in the order of its lines. */
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
    const isSame = before && after && sameFollowUps(before, after) && sameMeetings(before, after);
    const isAboutTheSame = !people && personBefore === (after && this.personOf(after)?.key);
    return isSame && isAboutTheSame ? undefined : { groups: touched, people };
  }

  /** Returns whether that changed who is known. */
  #replace(before: Note | undefined, after: Note | undefined): boolean {
    this.#groups.replace(before, after);
    this.#exchange(before, after);
    const people = this.#tally.replace(before, after);
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

  /** The follow-ups of a note in the order of its lines, without those whose status is documented as no task. */
  #list(note: Note): readonly ListedFollowUp[] {
    const person = this.personOf(note);
    const listing = new NoteListing(note, person, this.people);
    const meetings = (): readonly DatedMeeting[] => this.meetingsWith(person?.key ?? OTHER_NOTES);
    return listing.followUps.map(
      (followUp) => new ListedRecord(listing, followUp, this.#carries.resolve({ note, followUp }, meetings)),
    );
  }

  #groupsOf(note: Note): ReadonlySet<string> {
    const person = this.personOf(note);
    return new Set(person ? [person.key] : note.followUps.map((followUp) => groupByOwners(followUp, this.people)));
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
    this.#directory = undefined;
    this.#groups.forget();
    this.#meetings.clear();
    this.#followUps.clear();
  }
}

function byDate(a: DatedMeeting, b: DatedMeeting): number {
  return (
    compareText(a.meeting.date, b.meeting.date) || compareText(nameOf(a.note), nameOf(b.note)) || a.index - b.index
  );
}

/** Without its ending, so that the second note of a day, `2026-11-30-2.md`, comes after the first. */
function nameOf({ uri }: Note): string {
  return uri.replace(/\.\w+$/, '');
}
