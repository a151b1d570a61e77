import { isCarriedCopy, type PlacedFollowUp } from '../index/carriedCopy';
import type { CarryTarget } from './carry';

/** The carried copies that stand in a meeting already. Each stands for one follow-up: of two alike, two may be carried. */
export class StandingCopies {
  readonly #left: Set<PlacedFollowUp>;

  constructor({ standing }: CarryTarget) {
    const copies = (standing?.note.followUps ?? []).filter(({ meeting }) => meeting === standing?.meeting);
    this.#left = new Set(standing ? copies.map((followUp) => ({ note: standing.note, followUp })) : []);
  }

  /** Takes the copy of a follow-up, if there is one that was not taken yet. */
  take(source: PlacedFollowUp): boolean {
    for (const copy of this.#left) {
      if (isCarriedCopy(copy, source)) {
        return this.#left.delete(copy);
      }
    }
    return false;
  }
}
