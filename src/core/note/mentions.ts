import type { FollowUp } from '../followUp/followUp';
import type { FollowUpRecord } from '../followUp/parse';
import { splitLines } from '../text/lines';
import type { TextRange } from '../text/range';
import { detach } from '../text/retained';
import { nameCandidates, tagCandidates, tagsIn } from './nameCandidates';
import type { Mention, MentionTopic, NameCandidate } from './note';

/** A line of written content and its position. */
interface MentionLine extends Pick<Mention, 'line' | 'private'> {
  /** The text without quote markers and indentation. */
  readonly written: string;
  /** Whether the line begins an answer, so that its first words may be a name. */
  readonly opens: boolean;
}

/** A word of thanks in a follow-up. */
const THANKS = /\b(?:thank|kudos)/i;
/** Letters found in every word of thanks. This check is much faster than the pattern and excludes most texts. */
const OF_THANKS = ['hank', 'udos'];
const THANKS_TAGS: ReadonlySet<string> = new Set(['thanks', 'kudos']);
/** Strings of which one occurs in every follow-up with thanks or a tag. */
const MAY_NAME = ['#', ...OF_THANKS];

/** A line whose names are read on first access, because most are never needed. */
class LineMention implements Mention {
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

  /** Returns the line for storage. */
  stored(): StoredLine {
    const line = [this.line, this.private ? 1 : 0, this.#written, this.#opens ? 1 : 0] as const;
    return this.about ? [...line, this.about] : line;
  }

  get named(): readonly NameCandidate[] {
    return (this.#named ??=
      this.about === undefined ? tagsIn(this.#written) : nameCandidates(this.#written, this.#opens));
  }
}

/** The tags of a follow-up and the people thanked in it, read on access. */
class FollowUpMention implements Mention {
  readonly #followUp: FollowUp;

  constructor(followUp: FollowUp) {
    this.#followUp = followUp;
  }

  /** Returns `undefined` if the text certainly contains neither thanks nor tags. */
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

/** A line that may name something, as plain data. */
type StoredLine = readonly [line: number, isPrivate: 0 | 1, written: string, opens: 0 | 1, about?: MentionTopic];

/** A mention as plain data: a line, or the line number of a follow-up. */
export type StoredMention = StoredLine | number;

/** Converts a mention for storage. */
export function storeMention(mention: Mention): StoredMention {
  return mention instanceof LineMention ? mention.stored() : mention.line;
}

/** Restores a mention of a note with these follow-ups, by line. */
export function restoreMention(
  stored: StoredMention,
  followUps: ReadonlyMap<number, FollowUp>,
): LineMention | FollowUpMention | undefined {
  if (typeof stored !== 'number') {
    const [line, isPrivate, written, opens, about] = stored;
    return new LineMention({ line, private: isPrivate === 1, written, opens: opens === 1 }, about);
  }
  const followUp = followUps.get(stored);
  return followUp && new FollowUpMention(followUp);
}

/** A range of written content in a note. */
interface Stretch extends TextRange {
  /** The line of `start`. */
  readonly line: number;
  /** The line of `end`. */
  readonly endLine: number;
}

const TAG = '#';
const QUOTE_OR_INDENT = /^[\s>]+/;

/**
 * Collects the lines that may name something: those about thanks, blockers or a person's mind, and all lines with tags.
 */
export class MentionCollector {
  readonly #text: string;
  readonly #isPrivate: (line: number) => boolean;
  #mentions: Mention[] = [];
  /** Offset of the next `#` after the text read so far, or infinity. */
  #nextTag = -1;

  constructor(text: string, isPrivate: (line: number) => boolean) {
    this.#text = text;
    this.#isPrivate = isPrivate;
  }

  /** Reads a range, which must follow all previous ones. Most contain no mentions. */
  read(stretch: Stretch, about: MentionTopic | undefined): void {
    const { start, end } = stretch;
    if (start >= end || (about === undefined && this.#tagFrom(start) >= end)) {
      return;
    }
    const written = this.#text.slice(start, end);
    const lines = stretch.line < stretch.endLine ? splitLines(written) : [written];
    for (const [at, line] of lines.entries()) {
      // Without a topic, only lines with tags count.
      if (line === '' || (about === undefined && !line.includes(TAG))) continue;
      const inLine = stretch.line + at;
      const written = at === 0 ? line : line.replace(QUOTE_OR_INDENT, '');
      const opens = at === 0 && about !== 'onMyMind';
      this.#mentions.push(new LineMention({ line: inLine, private: this.#isPrivate(inLine), written, opens }, about));
    }
  }

  /** Reads a follow-up if it may name anything. */
  readFollowUp(followUp: FollowUpRecord): void {
    const mention = FollowUpMention.of(followUp);
    if (mention) this.#mentions.push(mention);
  }

  /** Returns the mentions read since the last call. */
  taken(): readonly Mention[] {
    const mentions = this.#mentions;
    this.#mentions = mentions.length > 0 ? [] : mentions;
    return mentions;
  }

  /** Returns the offset of the next `#`. Calls with increasing `start` take linear time in total. */
  #tagFrom(start: number): number {
    if (this.#nextTag < start) {
      const found = this.#text.indexOf(TAG, start);
      this.#nextTag = found < 0 ? Infinity : found;
    }
    return this.#nextTag;
  }
}
