import { type ParsedNote, unclosedBlocks } from '../note/parsedNote';
import { isPrivateNote } from '../note/privacy';
import type { Refusal } from '../text/edit';
import type { LineProblem } from '../text/lines';
import { message } from '../text/message';

/** The reason why nothing can be shared, with the line of the problem if there is one. */
export interface ShareRefusal extends Refusal {
  readonly line?: number;
}

/**
 * Returns the reason why a note cannot be shared, or `undefined` if it can. A note is refused if it is private or if
 * its private parts are uncertain, for example because of a misspelt marker or a malformed heading.
 */
export function checkShareable(path: string, note: ParsedNote): ShareRefusal | undefined {
  const { frontMatter } = note;
  if (frontMatter.problem) {
    return refusal({
      line: frontMatter.problem.line,
      message: message('share.frontMatter', frontMatter.problem.message),
    });
  }
  if (isPrivateNote(path, note)) {
    return { refused: message('share.privateNote') };
  }
  const [first] = [...unclosedBlocks(note), ...note.privacy.doubts].sort((a, b) => a.line - b.line);
  return first && refusal(first);
}

function refusal({ line, message: problem }: LineProblem): ShareRefusal {
  return { refused: message('share.atLine', line + 1, problem), line };
}
