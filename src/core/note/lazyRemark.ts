import type { FollowUpRecord } from '../followUp/lazyFollowUp';
import { detach } from '../ownCopy';
import { nameCandidates, tagCandidates, tagsIn } from './namedIn';
import type { NameCandidate, Mention, MentionTopic } from './note';

/** A line that somebody wrote, and where it stands. */
export interface MentionLine extends Pick<Mention, 'line' | 'private'> {
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
export class LineMention implements Mention {
  readonly line: number;
  readonly private: boolean;
  readonly about: MentionTopic | undefined;
  readonly #written: string;
  readonly #opens: boolean;
  #named: readonly NameCandidate[] | undefined = undefined;

  constructor({ line, private: isPrivate, written, opens }: MentionLine, about: MentionTopic | undefined) {
    this.line = line;
    this.private = isPrivate;
    this.about = about;
    this.#written = detach(written);
    this.#opens = opens;
  }

  get named(): readonly NameCandidate[] {
    return (this.#named ??=
      this.about === undefined ? tagsIn(this.#written) : nameCandidates(this.#written, this.#opens));
  }
}

/** What a follow-up names: its tags, and whom it says is to be thanked. Read when somebody asks. */
export class FollowUpMention implements Mention {
  readonly #followUp: FollowUpRecord;

  private constructor(followUp: FollowUpRecord) {
    this.#followUp = followUp;
  }

  /** `undefined` where a look at the letters shows that nothing of the kind can stand there. */
  static of(followUp: FollowUpRecord): FollowUpMention | undefined {
    return MAY_NAME.some((sign) => followUp.holds(sign)) ? new FollowUpMention(followUp) : undefined;
  }

  get line(): number {
    return this.#followUp.line;
  }

  get private(): boolean {
    return this.#followUp.private;
  }

  get about(): MentionTopic | undefined {
    return this.#isThanks() ? 'thanks' : undefined;
  }

  get named(): readonly NameCandidate[] {
    const { text, tags } = this.#followUp;
    return [...tagCandidates(tags), ...(this.#isThanks() ? nameCandidates(text, false) : [])];
  }

  #isThanks(): boolean {
    const { text, tags } = this.#followUp;
    const mayThank = OF_THANKS.some((letters) => text.includes(letters));
    return (mayThank && THANKS.test(text)) || tags.some((tag) => THANKS_TAGS.has(tag.toLowerCase()));
  }
}
