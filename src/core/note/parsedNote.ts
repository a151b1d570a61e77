import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { isInRange, type LineRange } from '../text/range';
import { type Privacy, readPrivacy } from './privacy';

/** The text of a note with its structure and its private lines. */
export class ParsedNote extends ParsedMarkdown {
  static #last: ParsedNote | undefined;
  #privacy: Privacy | undefined;

  /**
   * Returns the parsed text of a note in an editor. The last one is kept, because all editor features read the same text
   * after each change.
   */
  static inEditor(text: string): ParsedNote {
    if (ParsedNote.#last?.text !== text) ParsedNote.#last = new ParsedNote(text);
    return ParsedNote.#last;
  }

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
