import type { LazyFollowUp } from '../followUp/lazyFollowUp';
import type { Remark, RemarkTopic } from './note';
import { namedIn, tagged, tagsIn } from './namedIn';

/** A stretch of a note that somebody wrote. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Line of `start`. */
  readonly line: number;
}

/** A word by which a follow-up says that somebody is to be thanked. */
const THANKS = /\b(?:thank|kudos)/i;
/** A search for fixed letters takes a fraction of what a pattern does, and nearly all texts end there. */
const OF_THANKS = ['hank', 'udos'];
/** What stands in every follow-up that thanks or has a tag. */
const MAY_NAME = ['#', ...OF_THANKS];
const THANKS_TAGS: ReadonlySet<string> = new Set(['thanks', 'kudos']);

const LINE_END = /\r\n|\n|\r/;
const QUOTE_OR_INDENT = /^[\s>]+/;

/** Reads what is named where a meeting speaks of thanks, of blockers or of what is on somebody's mind, and all tags. */
export class RemarkReader {
  readonly #text: string;
  readonly #isPrivate: (line: number) => boolean;
  #remarks: Remark[] = [];
  /** Offset of the next `#` after what was read. */
  #nextTag = -1;

  constructor(text: string, isPrivate: (line: number) => boolean) {
    this.#text = text;
    this.#isPrivate = isPrivate;
  }

  /** Takes in a stretch, which must stand behind those before. Most speak of nothing that is kept. */
  read(stretch: Stretch, about: RemarkTopic | undefined): void {
    const { start, end } = stretch;
    if (start >= end || (about === undefined && this.#tagFrom(start) >= end)) {
      return;
    }
    const written = this.#text.slice(start, end);
    const lines = LINE_END.test(written) ? written.split(LINE_END) : [written];
    for (const [at, line] of lines.entries()) {
      const text = at === 0 ? line : line.replace(QUOTE_OR_INDENT, '');
      const named = about === undefined ? tagsIn(text) : namedIn(text, at === 0 && about !== 'onMyMind');
      if (named.length > 0) {
        const inLine = stretch.line + at;
        this.#remarks.push({ line: inLine, about, named, private: this.#isPrivate(inLine) });
      }
    }
  }

  /** Takes in a follow-up: its tags, and whom it says is to be thanked. */
  readFollowUp(followUp: LazyFollowUp): void {
    // Nearly all say nothing of the kind, and need not be read.
    if (!MAY_NAME.some((sign) => followUp.holds(sign))) {
      return;
    }
    const { line, text, tags, private: isPrivate } = followUp;
    const isThanks = saysThanks(text, tags);
    if (isThanks || tags.length > 0) {
      const named = [...tagged(tags), ...(isThanks ? namedIn(text, false) : [])];
      this.#remarks.push({ line, about: isThanks ? 'thanks' : undefined, named, private: isPrivate });
    }
  }

  /** What was read since the last call. */
  taken(): readonly Remark[] {
    const remarks = this.#remarks;
    this.#remarks = remarks.length > 0 ? [] : remarks;
    return remarks;
  }

  /** Asked from left to right, all questions together take time linear in the text. */
  #tagFrom(start: number): number {
    if (this.#nextTag < start) {
      const found = this.#text.indexOf('#', start);
      this.#nextTag = found < 0 ? Infinity : found;
    }
    return this.#nextTag;
  }
}

function saysThanks(text: string, tags: readonly string[]): boolean {
  const mayThank = OF_THANKS.some((letters) => text.includes(letters));
  return (mayThank && THANKS.test(text)) || tags.some((tag) => THANKS_TAGS.has(tag.toLowerCase()));
}
