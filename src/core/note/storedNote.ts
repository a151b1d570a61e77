import type { Statuses } from '../followUp/followUp';
import { type FollowUpPlace, FollowUpRecord } from '../followUp/parse';
import { Interner } from '../text/retained';
import { restoreMention, storeMention, type StoredMention } from './mentions';
import type { Meeting, Note, Section } from './note';

/** A note as plain data that JSON keeps whole. It depends on the rules by which the note was read. */
export interface StoredNote extends Omit<Note, 'meetings' | 'followUps'> {
  readonly meetings: readonly StoredMeeting[];
  readonly followUps: readonly StoredFollowUp[];
  /** The places of the follow-ups. Those under one heading share one. */
  readonly places: readonly Omit<FollowUpPlace, 'statuses'>[];
}

interface StoredMeeting extends Omit<Meeting, 'mentions'> {
  readonly mentions: readonly StoredMention[];
}

/** The index of its place, its lines, its texts, and the hashes of its context. */
type StoredFollowUp = readonly [
  place: number,
  line: number,
  endLine: number,
  source: string,
  continuation: string,
  heading: number,
  above: number,
  below: number,
];

const texts = new Interner((text) => text);

/** Converts a note for storage. */
export function storeNote(note: Note): StoredNote {
  const places: Omit<FollowUpPlace, 'statuses'>[] = [];
  const followUps = note.followUps.map(
    ({ meeting, section, private: isPrivate, owedByHeading, line, endLine, source, continuation, context }) => {
      const last = places.at(-1);
      const isThere = last?.meeting === meeting && last.section === section && last.private === isPrivate;
      if (!isThere || last.owedByHeading !== owedByHeading) {
        places.push({ meeting, section, private: isPrivate, owedByHeading });
      }
      const { heading, above, below } = context;
      return [places.length - 1, line, endLine, source, continuation, heading, above, below] as const;
    },
  );
  const meetings = note.meetings.map((meeting) => ({
    ...meeting,
    mentions: meeting.mentions.map(storeMention),
  }));
  return { ...note, meetings, followUps, places };
}

/** Restores a stored note. `statuses` must be those of the rules by which it was read. */
export function restoreNote({ places: stored, ...note }: StoredNote, statuses: Statuses): Note {
  const places = stored.map((place) => ({ ...place, section: texts.get(place.section), statuses }));
  const followUps = note.followUps.flatMap(([at, line, endLine, source, continuation, heading, above, below]) => {
    const place = places[at];
    const task = { line, endLine, source, continuation };
    return place ? new FollowUpRecord(task, place, { heading, above, below }) : [];
  });
  const byLine = new Map(followUps.map((followUp) => [followUp.line, followUp]));
  const meetings = note.meetings.map((meeting) => ({
    ...meeting,
    sections: meeting.sections.map(restoreSection),
    mentions: meeting.mentions.flatMap((mention) => restoreMention(mention, byLine) ?? []),
  }));
  return { ...note, meetings, followUps };
}

/** Shares the title, and restores the property that JSON omits if it is `undefined`. */
function restoreSection({ title, kind, ...section }: Section): Section {
  return { ...section, title: texts.get(title), kind };
}
