import type { NoteEdits } from '../edit';
import type { CarriedOften, CarryRequest, LeftFollowUp } from './carry';
import { carriedOftenHint, planCarryOver } from './carryOver';
import type { CarriedLines } from './nextNote';
import { takeParkedLines, type ParkingSource } from './parkedLines';

/** What may come along into a new note. */
export interface CarryInput {
  /** Without it nothing is carried over. */
  readonly carry?: CarryRequest | undefined;
  /** The person's logs and page. */
  readonly parked: readonly ParkingSource[];
}

/** What comes along, and what that changes in the notes that it comes from: belongs to the new note's own plan. */
export interface CarryResult {
  readonly brought: CarriedLines;
  readonly changes: readonly NoteEdits[];
  readonly left: readonly LeftFollowUp[];
}

/** Carries follow-ups and moves parked lines into a new note: `brought` goes into its content, `changes` into its plan. */
export function carryIntoNewNote({ carry, parked }: CarryInput): CarryResult {
  const taken = takeParkedLines(parked);
  const carried = carry && planCarryOver(carry);
  return {
    brought: {
      agenda: taken.items,
      followUps: carried?.lines ?? [],
      privateFollowUps: [...taken.privateItems, ...(carried?.privateLines ?? [])],
      followUpsHint: hintFor(carried?.carriedOften ?? []),
    },
    changes: [...(carried?.changes ?? []), ...taken.changes],
    left: carried?.left ?? [],
  };
}

/** Names what does not get done; nothing private, as the hint stands among what may be shared. */
function hintFor(often: readonly CarriedOften[]): string | undefined {
  const named = often
    .filter(({ isPrivate }) => !isPrivate)
    .map(({ text, times }) => `${text}: ${carriedOftenHint(times) ?? ''}`);
  return named.length === 0 ? undefined : named.join('; ');
}
