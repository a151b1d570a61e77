import { type FollowUp, isOpen } from '../followUp/followUp';
import type { Note } from '../note/note';
import { readTarget } from '../taskText/origin';
import { isCarriedCopy, openSince, carryCount, type PlacedFollowUp } from './carriedCopy';

/** Follow-ups of one note with the same words, and the copies that may have been carried from them. */
interface Twins {
  readonly note: Note;
  readonly sources: readonly FollowUp[];
  readonly copies: readonly PlacedFollowUp[];
  /** Returns the note that the target of a moved follow-up leads to. */
  readonly targetOf: (source: FollowUp) => Note | undefined;
}

/**
 * Assigns each copy to one source. Follow-ups with the same words are promises of their own, so a copy never accounts
 * for two of them. Sources marked as moved come first: an interrupted carry leaves only unmarked ones.
 */
export function matchCopies({ note, sources, copies, targetOf }: Twins): ReadonlyMap<FollowUp, PlacedFollowUp> {
  const matched = new Map<FollowUp, PlacedFollowUp>();
  if (copies.length === 0) {
    return matched;
  }
  const free = new Set(copies);
  type Fit = (copy: PlacedFollowUp, source: PlacedFollowUp) => boolean;
  const assignEach = (some: readonly FollowUp[], fits: Fit): void => {
    for (const followUp of some) {
      if (matched.has(followUp)) continue;
      for (const copy of free) {
        if (isCopyOf(copy, { note, followUp }) && fits(copy, { note, followUp })) {
          matched.set(followUp, copy);
          free.delete(copy);
          break;
        }
      }
    }
  };
  // A copy may name another owner than its source.
  const assign = (some: readonly FollowUp[], fits: Fit): void => {
    assignEach(some, (copy, source) => copy.followUp.text === source.followUp.text && fits(copy, source));
    assignEach(some, fits);
  };
  const isAtTarget = (copy: PlacedFollowUp, { followUp }: PlacedFollowUp) => targetOf(followUp) === copy.note;
  const moved = sources.filter(({ status }) => status === 'moved');
  const open = sources.filter(({ status }) => isOpen(status));
  assign(moved, (copy, source) => isAtTarget(copy, source) && isNextCopy(copy, source));
  assign(moved, isAtTarget);
  for (const some of [moved, open.filter((each) => !isReopened(each)), open]) {
    assign(some, isNextCopy);
    assign(some, () => true);
  }
  return matched;
}

function isCopyOf(copy: PlacedFollowUp, source: PlacedFollowUp): boolean {
  return isCarriedCopy(copy, source) && !(isReopened(source.followUp) && isClosedCopy(copy));
}

/** Tests whether a copy has the count and the age that carrying the source once more would have given it. */
function isNextCopy(copy: PlacedFollowUp, source: PlacedFollowUp): boolean {
  return (
    carryCount(copy.followUp) === carryCount(source.followUp) + 1 && copy.followUp.origin?.since === openSince(source)
  );
}

/** Tests whether an open follow-up was marked as moved before. A closed copy then no longer accounts for it. */
function isReopened({ status, source, continuation }: FollowUp): boolean {
  return isOpen(status) && (readTarget(source) ?? readTarget(continuation)) !== undefined;
}

function isClosedCopy({ followUp: { status } }: PlacedFollowUp): boolean {
  return status === 'done' || status === 'dropped';
}
