import { isCarriedCopy, type PlacedFollowUp } from '../index/carriedCopy';
import type { CarryTarget } from './carry';

/** The carried copies that stand in a meeting already. Each stands for one follow-up: of two alike, two may be carried. */
export class ExistingCopies {
  readonly #left: Set<PlacedFollowUp>;

  constructor({ existing }: CarryTarget) {
    const copies = (existing?.note.followUps ?? []).filter(({ meeting }) => meeting === existing?.meeting);
    this.#left = new Set(existing ? copies.map((followUp) => ({ note: existing.note, followUp })) : []);
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
