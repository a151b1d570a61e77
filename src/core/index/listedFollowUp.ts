import type { CivilDate } from '../dates/civilDate';
import { isPastDue } from '../followUp/state';
import type { FollowUp, FollowUpStatus } from '../followUp/followUp';
import type { LineAnchor } from '../followUp/locate';
import type { Meeting, Note } from '../note/note';
import type { Owners } from './ownership';

/** The meeting that a follow-up was carried to: a note, and the index of the meeting in it. */
export interface CarriedTo {
  readonly uri: string;
  readonly meeting: number;
}

/** A follow-up with all that only the other notes can tell of it. */
export interface ListedFollowUp extends Owners {
  readonly note: Note;
  readonly followUp: FollowUp;
  /** URI, text and which of equal ones it is: stays the same while lines move. */
  readonly id: string;
  /** Key of the person under whom it stands, or `''` for *Other notes*. */
  readonly group: string;
  /** Settled: `moved` only when the place it went to is known. */
  readonly status: FollowUpStatus;
  /** Open, and not standing on as a carried copy in a later note. */
  readonly isOpen: boolean;
  /** Where its carried copy stands, when the mark here is missing still. */
  readonly carriedTo?: CarriedTo | undefined;
  /** Since when it is open: created, else the date in its origin, else its meeting's; `undefined` outside meetings. */
  readonly since?: CivilDate | undefined;
}

/** Whether a follow-up is open and its due date is before `today`. */
export function isOverdue({ isOpen, followUp }: ListedFollowUp, today: CivilDate): boolean {
  return isOpen && isPastDue(followUp.fields, today);
}

/** Whether a follow-up is done or dropped. A moved one is neither: its copy is open in another note. */
export function isClosed({ status }: Pick<ListedFollowUp, 'status'>): boolean {
  return status === 'done' || status === 'dropped';
}

/** The date on which a follow-up was closed: its own, else that of its meeting. `undefined` if it is not closed, or without both. */
export function closedOn({ note, followUp, status }: ListedFollowUp): CivilDate | undefined {
  if (!isClosed({ status })) return undefined;
  const { done, cancelled } = followUp.fields;
  return done ?? cancelled ?? note.meetings[followUp.meeting]?.date;
}

/**
 * Names a listed follow-up as plain data: what a row of a tree hands to a command. `NoteIndex.followUp` finds it again,
 * so that nobody acts on what a follow-up was when the row was drawn.
 */
export interface FollowUpRef {
  /** URI of its note. */
  readonly uri: string;
  /** Its `ListedFollowUp.id`. */
  readonly id: string;
  /** Its line as it was read when the row was shown: what is meant, should the note have changed since. */
  readonly proof?: LineAnchor;
}

/** Whether a value of unknown make, such as a command's argument, names a follow-up. It may be gone meanwhile. */
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

/** The follow-ups that such a value names: itself, or all of a group that has them as `followUps`. */
export function followUpRefsIn(value: unknown): readonly FollowUpRef[] {
  if (isFollowUpRef(value)) {
    return [value];
  }
  const isGroup = typeof value === 'object' && value !== null && 'followUps' in value;
  return isGroup && Array.isArray(value.followUps) ? value.followUps.filter(isFollowUpRef) : [];
}

/** One 1:1 with the note it stands in. */
export interface DatedMeeting {
  readonly note: Note;
  readonly meeting: Meeting;
  /** Index of the meeting in its note. */
  readonly index: number;
}

/** What of the index a change touched, so that a view asks again for no more than that. */
export interface IndexChange {
  /** Groups whose follow-ups look different now: keys of people, `''` for *Other notes*. */
  readonly groups: ReadonlySet<string>;
  /** Who is known, or who is meant by which name, changed: everything may look different. */
  readonly people: boolean;
}
