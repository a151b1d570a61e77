import type { CivilDate } from '../dates/civilDate';
import { type Due, type FollowUp, type FollowUpStatus, isPastDue } from '../followUp/followUp';
import type { LineAnchor } from '../followUp/locate';
import type { Meeting, Note } from '../note/note';
import { addToGroup, groupBy } from '../text/collections';
import type { Owners } from './ownership';

/** The meeting that a follow-up was carried to: the URI of its note and its index there. */
export interface CarriedTo {
  readonly uri: string;
  readonly meeting: number;
}

/** A follow-up with the facts that depend on other notes. */
export interface ListedFollowUp extends Owners {
  readonly note: Note;
  readonly followUp: FollowUp;
  /** Built from the URI, the text and the position among items with the same text, so that it survives line changes. */
  readonly id: string;
  /** The text of the follow-up, without the full names of owners before or after the sentence. */
  readonly text: string;
  /** Key of the person in whose group it is listed, or `''` for *Other notes*. */
  readonly group: string;
  /** The resolved status. It is `moved` only if the new place is known. */
  readonly status: FollowUpStatus;
  /** Whether the item is open and has no carried copy in a later note. */
  readonly isOpen: boolean;
  readonly due: Due;
  /** The meeting with its carried copy, if this item is still marked as open. */
  readonly carriedTo?: CarriedTo | undefined;
  /**
   * The date since which it is open: its created date, else the date of its origin, else its meeting's date.
   * `undefined` if none of them exists.
   */
  readonly since?: CivilDate | undefined;
}

/** Tests whether a follow-up is open and its due date is before `today`. */
export function isOverdue(item: ListedFollowUp, today: CivilDate): boolean {
  return item.isOpen && isPastDue(item.due, today);
}

/** Tests whether a follow-up is done or dropped. A moved one is neither, because its copy is open in another note. */
export function isClosed({ status }: Pick<ListedFollowUp, 'status'>): boolean {
  return status === 'done' || status === 'dropped';
}

/**
 * Returns the date on which a follow-up was closed: its own, else that of its meeting. `undefined` if it is not closed
 * or has neither date.
 */
export function closedOn({ note, followUp, status }: ListedFollowUp): CivilDate | undefined {
  if (!isClosed({ status })) return undefined;
  const { done, cancelled } = followUp.fields;
  return done ?? cancelled ?? note.meetings[followUp.meeting]?.date;
}

/**
 * Identifies a listed follow-up as plain data, for the arguments of commands. `NoteIndex.followUp` returns its current
 * state.
 */
export interface FollowUpRef {
  /** URI of the note. */
  readonly uri: string;
  /** The `ListedFollowUp.id` of the follow-up. */
  readonly id: string;
  /** The line when the row was shown. It identifies the item if the note has changed since. */
  readonly anchor?: LineAnchor;
}

/**
 * Tests whether an unknown value, such as a command's argument, identifies a follow-up. The follow-up may no longer
 * exist.
 */
export function isFollowUpRef(value: unknown): value is FollowUpRef {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    'id' in value &&
    typeof value.uri === 'string' &&
    typeof value.id === 'string'
  );
}

/** Returns the follow-ups in an unknown value: the value itself, or those of a group. */
export function followUpRefsIn(value: unknown): readonly FollowUpRef[] {
  if (isFollowUpRef(value)) {
    return [value];
  }
  const isGroup = typeof value === 'object' && value !== null && 'followUps' in value;
  return isGroup && Array.isArray(value.followUps) ? value.followUps.filter(isFollowUpRef) : [];
}

/** A 1:1 with its note. */
export interface DatedMeeting {
  readonly note: Note;
  readonly meeting: Meeting;
  /** Index of the meeting in its note. */
  readonly index: number;
  /** The private halves of the meeting in other notes. */
  readonly privateHalves?: readonly DatedMeeting[];
}

/** Returns a meeting and its private halves. */
export function partsOf(dated: DatedMeeting): readonly DatedMeeting[] {
  return dated.privateHalves ? [dated, ...dated.privateHalves] : [dated];
}

/** Returns the meeting that a note's meeting is part of: for a private half, the meeting that it belongs to. */
export function wholeOf(part: DatedMeeting, meetings: readonly DatedMeeting[]): DatedMeeting {
  const isSame = ({ note, index }: DatedMeeting): boolean => note.uri === part.note.uri && index === part.index;
  return meetings.find((dated) => partsOf(dated).some(isSame)) ?? part;
}

/**
 * Joins meetings of one person, in order, with their private halves: notes that are private as a whole, of the same day
 * as another note. A half without another note is a meeting by itself.
 */
export function withPrivateHalves(meetings: readonly DatedMeeting[]): readonly DatedMeeting[] {
  if (!meetings.some(({ note }) => note.private) || meetings.every(({ note }) => note.private)) return meetings;
  const halves = new Map<DatedMeeting, DatedMeeting[]>();
  const joined = new Set<DatedMeeting>();
  for (const ofDay of groupBy(meetings, ({ meeting }) => meeting.date).values()) {
    const shared = ofDay.filter(({ note }) => !note.private);
    const last = shared.at(-1);
    for (const [nth, half] of ofDay.filter(({ note }) => last && note.private).entries()) {
      addToGroup(halves, shared[nth] ?? last ?? half, half);
      joined.add(half);
    }
  }
  return meetings
    .filter((dated) => !joined.has(dated))
    .map((dated) => {
      const privateHalves = halves.get(dated);
      return privateHalves ? { ...dated, privateHalves } : dated;
    });
}

/** The parts of the index affected by a change, so that views only update those. */
export interface IndexChange {
  /** Groups whose follow-ups may look different: keys of people, or `''` for *Other notes*. */
  readonly groups: ReadonlySet<string>;
  /** Whether the known people or their names changed, so that everything may look different. */
  readonly people: boolean;
}
