import type { Note } from '../note/note';
import { compareText } from '../text/collections';
import { type DatedMeeting, withPrivateHalves } from './listedFollowUp';

/** The meetings with one person, oldest first. The private half of a 1:1 is part of it. */
export interface MeetingsOfPerson {
  readonly ofTwo: readonly DatedMeeting[];
  readonly ofThree: readonly DatedMeeting[];
  readonly all: readonly DatedMeeting[];
}

/** The notes of one person: 1:1s, and meetings with one other person. */
interface NotesOfPerson {
  readonly ofTwo: readonly Note[];
  readonly ofThree: readonly Note[];
}

/** Meetings by the key of the person, computed on first access. */
export class PersonMeetings {
  readonly #known = new Map<string, MeetingsOfPerson>();

  /** Returns the meetings with a person. `notesOf` finds the notes if they are not known yet. */
  get(key: string, notesOf: () => NotesOfPerson): MeetingsOfPerson {
    const known = this.#known.get(key);
    if (known) return known;
    const notes = notesOf();
    const ofTwo = withPrivateHalves(meetingsIn(notes.ofTwo));
    const ofThree = meetingsIn(notes.ofThree);
    const meetings = { ofTwo, ofThree, all: ofThree.length === 0 ? ofTwo : [...ofTwo, ...ofThree].sort(byDate) };
    this.#known.set(key, meetings);
    return meetings;
  }

  /** Forgets the meetings with a person. */
  delete(key: string): void {
    this.#known.delete(key);
  }

  /** Forgets all meetings. */
  clear(): void {
    this.#known.clear();
  }
}

function meetingsIn(notes: readonly Note[]): readonly DatedMeeting[] {
  return notes.flatMap((note) => note.meetings.map((meeting, index) => ({ note, meeting, index }))).sort(byDate);
}

function byDate(a: DatedMeeting, b: DatedMeeting): number {
  return (
    compareText(a.meeting.date, b.meeting.date) || compareText(nameOf(a.note), nameOf(b.note)) || a.index - b.index
  );
}

/** Returns the URI without extension, so that the second note of a day, `2026-11-30-2.md`, comes after the first. */
function nameOf({ uri }: Note): string {
  return uri.replace(/\.\w+$/, '');
}
