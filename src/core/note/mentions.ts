import { type FollowUp, followUpAt } from '../followUp/followUp';
import type { FollowUpRecord } from '../followUp/parse';
import { splitLines } from '../text/lines';
import type { TextRange } from '../text/range';
import { type Packer, trimToSize, type Unpacker } from '../text/retained';
import { nameCandidates, tagCandidates, tagsIn } from './nameCandidates';
import type { Mention, MentionTopic, NameCandidate } from './note';

/** A line of written content and its position. */
interface MentionLine extends Pick<Mention, 'line' | 'private' | 'about'> {
  /** The text without quote markers and indentation. */
  readonly written: string;
  /** Whether the line begins an answer, so that its first words may be a name. */
  readonly opens: boolean;
}

/** A mention as plain data: a line, or the line number of a follow-up. */
export type PlainMention = MentionLine | number;

/** A word of thanks in a follow-up. */
const THANKS = /\b(?:thank|kudos)/i;
/** Letters found in every word of thanks. This check is much faster than the pattern and excludes most texts. */
const OF_THANKS = ['hank', 'udos'];
const THANKS_TAGS: ReadonlySet<string> = new Set(['thanks', 'kudos']);
/** Strings of which one occurs in every follow-up with thanks or a tag. */
const MAY_NAME = ['#', ...OF_THANKS];

/** A line whose names are read on first access, because most are never needed. */
class LineMention implements Mention, MentionLine {
  readonly line: number;
  readonly private: boolean;
  readonly about: MentionTopic | undefined;
  readonly written: string;
  readonly opens: boolean;
  #named: readonly NameCandidate[] | undefined = undefined;

  constructor({ line, private: isPrivate, about, written, opens }: MentionLine) {
    this.line = line;
    this.private = isPrivate;
    this.about = about;
    this.written = written;
    this.opens = opens;
  }

  get named(): readonly NameCandidate[] {
    return (this.#named ??= this.about === undefined ? tagsIn(this.written) : nameCandidates(this.written, this.opens));
  }
}

/** The tags of a follow-up and the people thanked in it, read on first access. */
class FollowUpMention implements Mention {
  readonly #followUp: FollowUp;
  #isThanks: boolean | undefined = undefined;
  #named: readonly NameCandidate[] | undefined = undefined;

  constructor(followUp: FollowUp) {
    this.#followUp = followUp;
  }

  get line(): number {
    return this.#followUp.line;
  }

  get private(): boolean {
    return this.#followUp.private;
  }

  get about(): MentionTopic | undefined {
    this.#isThanks ??= isThanks(this.#followUp);
    return this.#isThanks ? 'thanks' : undefined;
  }

  get named(): readonly NameCandidate[] {
    if (!this.#named) {
      const { text, tags } = this.#followUp;
      this.#named = [...tagCandidates(tags), ...(this.about === undefined ? [] : nameCandidates(text, false))];
    }
    return this.#named;
  }
}

function isThanks({ text, tags }: FollowUp): boolean {
  const mayThank = OF_THANKS.some((letters) => text.includes(letters));
  return (mayThank && THANKS.test(text)) || tags.some((tag) => THANKS_TAGS.has(tag.toLowerCase()));
}

/** Returns a mention as plain data. */
export function plainMention(mention: Mention): PlainMention {
  return mention instanceof LineMention ? mention : mention.line;
}

const TOPICS = [undefined, 'thanks', 'blockers', 'onMyMind'] as const satisfies readonly (MentionTopic | undefined)[];
/** Marks a follow-up among packed mentions, whose topics are indices in `TOPICS`. */
const OF_FOLLOW_UP = TOPICS.length;

/** Packs the mentions of a meeting. */
export function packMentions(mentions: readonly PlainMention[], packer: Packer): void {
  packer.number(mentions.length);
  for (const mention of mentions) {
    if (typeof mention === 'number') {
      packer.flagged(OF_FOLLOW_UP, false, false).number(mention);
    } else {
      const { line, private: isPrivate, about, written, opens } = mention;
      packer.flagged(TOPICS.indexOf(about), isPrivate, opens).number(line).text(written);
    }
  }
}

/** Unpacks the mentions of a meeting in a note with these follow-ups. */
export function unpackMentions(unpacker: Unpacker, followUps: readonly FollowUp[]): readonly Mention[] {
  const mentions = unpacker.list(() => {
    const [topic, isPrivate, opens] = unpacker.flagged();
    const line = unpacker.number();
    if (topic === OF_FOLLOW_UP) {
      const followUp = followUpAt(followUps, line);
      return followUp && new FollowUpMention(followUp);
    }
    return new LineMention({ line, private: isPrivate, about: TOPICS[topic], written: unpacker.text(), opens });
  });
  return trimToSize(mentions.filter((mention) => mention !== undefined));
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
  #mentions: PlainMention[] = [];
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
      this.#mentions.push({ line: inLine, private: this.#isPrivate(inLine), about, written, opens });
    }
  }

  /** Reads a follow-up, unless its text certainly contains neither thanks nor tags. */
  readFollowUp(followUp: FollowUpRecord): void {
    if (MAY_NAME.some((sign) => followUp.holds(sign))) this.#mentions.push(followUp.line);
  }

  /** Returns the mentions read since the last call. */
  taken(): readonly PlainMention[] {
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
