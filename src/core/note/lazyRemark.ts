import type { LazyFollowUp } from '../followUp/lazyFollowUp';
import { ownCopy } from '../ownCopy';
import { namedIn, tagged, tagsIn } from './namedIn';
import type { Named, Remark, RemarkTopic } from './note';

/** A line that somebody wrote, and where it stands. */
export interface WrittenLine extends Pick<Remark, 'line' | 'private'> {
  /** Without quote signs and indent. */
  readonly written: string;
  /** Whether an answer begins with it whose first words name something. */
  readonly opens: boolean;
}

/** A word by which a follow-up says that somebody is to be thanked. */
const THANKS = /\b(?:thank|kudos)/i;
/** A search for fixed letters takes a fraction of what a pattern does, and nearly all texts end there. */
const OF_THANKS = ['hank', 'udos'];
const THANKS_TAGS: ReadonlySet<string> = new Set(['thanks', 'kudos']);
/** What stands in every follow-up that thanks or has a tag. */
const MAY_NAME = ['#', ...OF_THANKS];

/** A line of which it is read what it names when somebody asks: most are never asked. */
export class LineRemark implements Remark {
  readonly line: number;
  readonly private: boolean;
  readonly about: RemarkTopic | undefined;
  readonly #written: string;
  readonly #opens: boolean;
  #named: readonly Named[] | undefined = undefined;

  constructor({ line, private: isPrivate, written, opens }: WrittenLine, about: RemarkTopic | undefined) {
    this.line = line;
    this.private = isPrivate;
    this.about = about;
    this.#written = ownCopy(written);
    this.#opens = opens;
  }

  get named(): readonly Named[] {
    return (this.#named ??= this.about === undefined ? tagsIn(this.#written) : namedIn(this.#written, this.#opens));
  }
}

/** What a follow-up names: its tags, and whom it says is to be thanked. Read when somebody asks. */
export class FollowUpRemark implements Remark {
  readonly #followUp: LazyFollowUp;

  private constructor(followUp: LazyFollowUp) {
    this.#followUp = followUp;
  }

  /** `undefined` where a look at the letters shows that nothing of the kind can stand there. */
  static of(followUp: LazyFollowUp): FollowUpRemark | undefined {
    return MAY_NAME.some((sign) => followUp.holds(sign)) ? new FollowUpRemark(followUp) : undefined;
  }

  get line(): number {
    return this.#followUp.line;
  }

  get private(): boolean {
    return this.#followUp.private;
  }

  get about(): RemarkTopic | undefined {
    return this.#isThanks() ? 'thanks' : undefined;
  }

  get named(): readonly Named[] {
    const { text, tags } = this.#followUp;
    return [...tagged(tags), ...(this.#isThanks() ? namedIn(text, false) : [])];
  }

  #isThanks(): boolean {
    const { text, tags } = this.#followUp;
    const mayThank = OF_THANKS.some((letters) => text.includes(letters));
    return (mayThank && THANKS.test(text)) || tags.some((tag) => THANKS_TAGS.has(tag.toLowerCase()));
  }
}
