import type { CivilDate } from '../dates/civilDate';
import type { FollowUp } from '../followUp/followUp';
import { pointsTo } from '../note/links';
import type { Note } from '../note/note';
import { hasSameText } from '../taskText/normalizedText';

/** A follow-up with its note. */
export interface PlacedFollowUp {
  readonly note: Note;
  readonly followUp: FollowUp;
}

/**
 * Tests whether one follow-up is the carried copy of another: its origin is the other's note and date, its words are
 * the same, it is in another meeting, and it was carried more often. If an item was carried back and forth between two notes of one day, the last
 * copy counts.
 */
export function isCarriedCopy(copy: PlacedFollowUp, source: PlacedFollowUp): boolean {
  const { origin } = copy.followUp;
  if (!origin || carryCount(copy.followUp) <= carryCount(source.followUp) || isInMeetingOf(copy, source)) {
    return false;
  }
  const sourceDate = dateOf(source);
  const copyDate = dateOf(copy);
  if (sourceDate !== undefined && copyDate !== undefined && copyDate < sourceDate) {
    return false;
  }
  return (
    isFromMeetingOf(copy.followUp, source) &&
    hasSameText(copy.followUp.words, source.followUp.words) &&
    pointsTo({ from: copy.note.uri, link: origin.link }, source.note.uri)
  );
}

/** Two meetings of a log may be on one day, so a shared date does not prove that two items share a meeting. */
function isInMeetingOf(copy: PlacedFollowUp, source: PlacedFollowUp): boolean {
  return copy.note.uri === source.note.uri && copy.followUp.meeting === source.followUp.meeting;
}

/** Tests the origin of a follow-up: a log contains many meetings, so the date of the link identifies the source. */
export function isFromMeetingOf({ origin }: FollowUp, source: PlacedFollowUp): boolean {
  return source.note.kind !== 'log' || origin?.from === undefined || origin.from === dateOf(source);
}

/**
 * Returns the number of times a follow-up was carried. A `(from [Anna](anna.md))` without a date is ordinary text and
 * returns 0.
 */
export function carryCount({ origin }: FollowUp): number {
  return origin && (origin.from !== undefined || origin.since !== undefined) ? origin.times : 0;
}

/** Returns the date of a follow-up's meeting, or `undefined` outside meetings. */
export function dateOf({ note, followUp }: PlacedFollowUp): CivilDate | undefined {
  return note.meetings[followUp.meeting]?.date;
}

/**
 * Returns the date since which a follow-up is open: its created date, else the date of its origin, else its meeting's
 * date. `undefined` if none of them exists.
 */
export function openSince({ note, followUp }: PlacedFollowUp): CivilDate | undefined {
  const { fields, origin } = followUp;
  return fields.created ?? origin?.since ?? origin?.from ?? dateOf({ note, followUp });
}
