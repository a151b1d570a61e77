import { carryCount } from '../index/carriedCopy';
import type { CarryPlan, CarryRequest } from './carry';

import { carryFromNote } from './carrySource';
import { ExistingCopies } from './standingCopies';

const OFTEN = 3;

/**
 * Carries follow-ups into a new note or one made in advance: a copy there that says where it comes from, and a mark at the
 * source that says where it went. A copy that stands there already, after a carry that was cut short, is not made again:
 * only the mark is. What cannot be proved to stand in its note is left alone, and named.
 */
export function planCarryOver(request: CarryRequest): CarryPlan {
  const copies = new ExistingCopies(request.target);
  const carried = request.sources.map((source) => carryFromNote(source, request, copies));
  const trees = carried.flatMap((source) => source.trees);
  return {
    lines: trees.filter(({ isPrivate }) => !isPrivate).flatMap(({ lines }) => lines),
    privateLines: trees.filter(({ isPrivate }) => isPrivate).flatMap(({ lines }) => lines),
    changes: carried.flatMap(({ change }) => (change ? [change] : [])),
    left: [...(request.unreachable ?? []), ...carried.flatMap(({ left }) => left)],
    carriedOften: trees
      .flatMap(({ followUps, isPrivate }) =>
        followUps.map((followUp) => ({ text: followUp.text, times: carryCount(followUp) + 1, isPrivate })),
      )
      .filter(({ times }) => times >= OFTEN),
  };
}

/** What is said of a follow-up that was carried so often; `undefined` up to twice. */
export function carriedOftenHint(times: number): string | undefined {
  return times >= OFTEN ? `carried ${times}×: do, drop or delegate` : undefined;
}
