import type { CivilDate } from '../civilDate';
import type { FollowUp } from '../followUp/followUp';
import { hasSameText } from '../followUp/textKey';
import { pointsTo } from '../note/links';
import type { Note } from '../note/note';

/** A follow-up in the note that it stands in. */
export interface PlacedFollowUp {
  readonly note: Note;
  readonly followUp: FollowUp;
}

/**
 * Whether one follow-up is the carried copy of another: its origin names that one's note and day, it says the same, and it
 * was carried more often. So of two notes of one day, between which an item went back and forth, the last one counts.
 */
export function isCarriedCopy(copy: PlacedFollowUp, source: PlacedFollowUp): boolean {
  const { origin } = copy.followUp;
  if (!origin || carryCount(copy.followUp) <= carryCount(source.followUp)) {
    return false;
  }
  const sourceDate = dateOf(source);
  const copyDate = dateOf(copy);
  if (sourceDate !== undefined && copyDate !== undefined && copyDate < sourceDate) {
    return false;
  }
  // A log holds many meetings: the link's own date says which one the copy came from.
  const isFromThatMeeting = source.note.kind !== 'log' || origin.from === undefined || origin.from === sourceDate;
  return (
    isFromThatMeeting &&
    hasSameText(copy.followUp.text, source.followUp.text) &&
    pointsTo({ from: copy.note.uri, link: origin.link }, source.note.uri)
  );
}

/** How often a follow-up was carried; 0 also for a `(from [Anna](anna.md))` without a date, which is somebody's own words. */
export function carryCount({ origin }: FollowUp): number {
  return origin && (origin.from !== undefined || origin.since !== undefined) ? origin.times : 0;
}

/** The day of the meeting that a follow-up stands in; `undefined` outside meetings. */
export function dateOf({ note, followUp }: PlacedFollowUp): CivilDate | undefined {
  return note.meetings[followUp.meeting]?.date;
}

/** Since when a follow-up is open: created, else what its origin says, else its meeting's day; `undefined` outside meetings. */
export function openSince({ note, followUp }: PlacedFollowUp): CivilDate | undefined {
  const { fields, origin } = followUp;
  return fields.created ?? origin?.since ?? origin?.from ?? dateOf({ note, followUp });
}
