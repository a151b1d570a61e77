import type { FollowUp } from '../followUp/followUp';
import { textKey } from '../followUp/textKey';
import { pointsTo } from '../note/links';
import type { CarryTarget } from './carry';

/** The carried copies that stand in a meeting already. Each stands for one follow-up: of two alike, two may be carried. */
export class StandingCopies {
  readonly #uri: string;
  readonly #left: Set<FollowUp>;

  constructor({ uri, standing }: CarryTarget) {
    this.#uri = uri;
    const followUps = standing?.note.followUps ?? [];
    this.#left = new Set(followUps.filter(({ meeting, origin }) => origin && meeting === standing?.meeting));
  }

  /** Takes the copy of a follow-up, if there is one: same text, and an origin that names its note, and its day. */
  take(followUp: FollowUp, uri: string, date: string | undefined): boolean {
    const key = textKey(followUp.text);
    for (const copy of this.#left) {
      const { origin } = copy;
      const isFromThere = origin && pointsTo({ from: this.#uri, link: origin.link }, uri);
      if (isFromThere && (origin.from ?? date) === date && textKey(copy.text) === key) {
        this.#left.delete(copy);
        return true;
      }
    }
    return false;
  }
}
