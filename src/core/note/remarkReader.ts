import type { FollowUpRecord } from '../followUp/lazyFollowUp';
import { FollowUpMention, LineMention } from './lazyRemark';
import type { Mention, MentionTopic } from './note';

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
