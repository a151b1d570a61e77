import type { FollowUpRecord } from '../followUp/parse';
import { detach } from '../text/retained';
import { nameCandidates, tagCandidates, tagsIn } from './nameCandidates';
import type { Mention, MentionTopic, NameCandidate } from './note';

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

/** A stretch of a note that somebody wrote. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Line of `start`. */
  readonly line: number;
}

const TAG = '#';
const LINE_END = /\r\n|\n|\r/;
const QUOTE_OR_INDENT = /^[\s>]+/;

/** Finds where something may be named: where a meeting speaks of thanks, of blockers or of what is on somebody's mind, and all tags. */
export class MentionCollector {
  readonly #text: string;
  readonly #isPrivate: (line: number) => boolean;
  #remarks: Mention[] = [];
  /** Offset of the next `#` after what was read. */
  #nextTag = -1;

  constructor(text: string, isPrivate: (line: number) => boolean) {
    this.#text = text;
    this.#isPrivate = isPrivate;
  }

  /** Takes in a stretch, which must stand behind those before. Most speak of nothing that is kept. */
  read(stretch: Stretch, about: MentionTopic | undefined): void {
    const { start, end } = stretch;
    if (start >= end || (about === undefined && this.#tagFrom(start) >= end)) {
      return;
    }
    const written = this.#text.slice(start, end);
    const lines = LINE_END.test(written) ? written.split(LINE_END) : [written];
    for (const [at, line] of lines.entries()) {
      // Only a tag counts where nothing is spoken of.
      if (line === '' || (about === undefined && !line.includes(TAG))) continue;
      const inLine = stretch.line + at;
      const written = at === 0 ? line : line.replace(QUOTE_OR_INDENT, '');
      const opens = at === 0 && about !== 'onMyMind';
      this.#remarks.push(new LineMention({ line: inLine, private: this.#isPrivate(inLine), written, opens }, about));
    }
  }

  /** Takes in a follow-up, if it may name anything. */
  readFollowUp(followUp: FollowUpRecord): void {
    const remark = FollowUpMention.of(followUp);
    if (remark) this.#remarks.push(remark);
  }

  /** What was read since the last call. */
  taken(): readonly Mention[] {
    const remarks = this.#remarks;
    this.#remarks = remarks.length > 0 ? [] : remarks;
    return remarks;
  }

  /** Asked from left to right, all questions together take time linear in the text. */
  #tagFrom(start: number): number {
    if (this.#nextTag < start) {
      const found = this.#text.indexOf(TAG, start);
      this.#nextTag = found < 0 ? Infinity : found;
    }
    return this.#nextTag;
  }
}
