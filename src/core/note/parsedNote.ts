import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { message } from '../text/message';
import { hasLine, isInRange, type LineRange, mergedLines } from '../text/range';
import { withBlankLines } from '../markdown/conflicts';
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
    return (this.#privacy ??= this.conflicts.length > 0 ? privacyInConflict(this) : readPrivacy(this));
  }

  /** The lines that others may not see, in order and without overlap. Lines in doubt are among them. */
  get privateLines(): readonly LineRange[] {
    return this.privacy.ranges;
  }

  isPrivateLine(line: number): boolean {
    return isInRange(this.privateLines, line);
  }
}

/** In a conflict, a line is private if either version makes it private. Every conflict is in doubt. */
function privacyInConflict(note: ParsedMarkdown): Privacy {
  const { conflicts, lines } = note;
  const versions = [0, 1].map((version) => {
    const isLeftOut = (line: number): boolean =>
      conflicts.some((each) => hasLine(each, line) && !hasLine(each.versions[version] ?? each, line));
    return readPrivacy(new ParsedMarkdown(withBlankLines(lines, isLeftOut)));
  });
  const whole = readPrivacy(note);
  const doubts = conflicts.map(({ line }) => ({ line, message: message('share.conflict') }));
  return {
    ranges: mergedLines([whole, ...versions].flatMap(({ ranges }) => ranges)),
    doubts: [...whole.doubts, ...doubts].sort((a, b) => a.line - b.line),
  };
}
