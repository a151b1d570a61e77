import { type Block, isUnclosed } from '../markdown/block';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { LineProblem } from '../text/lines';
import { message } from '../text/message';
import type { MessageId } from '../text/messages';
import { isInRange, type LineRange } from '../text/range';
import { type Privacy, readPrivacy } from './privacy';

/** The text of a note with its structure and its private lines. */
export class ParsedNote extends ParsedMarkdown {
  #privacy: Privacy | undefined;

  /** The private lines and the lines in doubt. A note can also be private as a whole: see `isPrivateNote`. */
  get privacy(): Privacy {
    return (this.#privacy ??= readPrivacy(this));
  }

  /** The lines that others may not see, in order and without overlap. Lines in doubt are among them. */
  get privateLines(): readonly LineRange[] {
    return this.privacy.ranges;
  }

  isPrivateLine(line: number): boolean {
    return isInRange(this.privateLines, line);
  }
}

const UNCLOSED: Readonly<Partial<Record<Block['kind'], MessageId>>> = {
  code: 'share.openCode',
  comment: 'share.openComment',
};

/** Finds code, comments and HTML without an end, which may hide private text. */
export function* unclosedBlocks({ text, blocks }: ParsedMarkdown): Generator<LineProblem> {
  for (const block of blocks) {
    if (isUnclosed(text, block)) {
      yield { line: block.line, message: message(UNCLOSED[block.kind] ?? 'share.openHtml') };
    }
  }
}
