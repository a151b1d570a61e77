import { applyEdits } from '../text/edit';
import type { Block } from '../markdown/block';
import { htmlComments } from '../markdown/htmlComments';
import { ParsedNote } from '../note/parsedNote';
import { TextLines } from '../text/lines';

const UNSEEN_HTML = /^<(?:script|style|\?|!\[|![a-z])/i;
const CODE_OR_HIDDEN = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)|%%[^]*?%%/g;

/**
 * Empties all that is not for others (private lines, comments) and keeps every other line on its number, so that a reader of
 * the result cannot give anything away. Each line of the result ends in `\n`. Does not test whether the note is private as a
 * whole, or whether its marks are in doubt: `checkShareable` does.
 */
export function redact(note: ParsedNote): ParsedNote {
  const lines = new TextLines(withoutUnseen(note));
  const left = Array.from({ length: lines.count }, (_, line) => (note.isPrivateLine(line) ? '' : lines.get(line)));
  return new ParsedNote(left.join('\n'));
}

function withoutUnseen({ text, blocks }: ParsedNote): string {
  return applyEdits(
    text,
    blocks
      .filter(({ kind }) => kind !== 'item' && kind !== 'quote')
      .map((block) => ({ start: block.start, end: block.end, text: seenIn(text, block) })),
  );
}

function seenIn(text: string, block: Block): string {
  const written = text.slice(block.start, block.end);
  const comments = htmlComments(text, block).map(({ start, end }) => {
    return { start: start - block.start, end: end - block.start, text: emptied(text.slice(start, end)) };
  });
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return applyEdits(written, comments).replace(CODE_OR_HIDDEN, (match: string, ticks?: string) =>
        ticks === undefined ? emptied(match) : match,
      );
    case 'html':
      return UNSEEN_HTML.test(written) ? emptied(written) : applyEdits(written, comments);
    case 'comment':
      return emptied(written);
    default:
      return written;
  }
}

/** Its line ends alone, so that every line keeps its number. */
function emptied(text: string): string {
  return text.replace(/[^\r\n]+/g, '');
}
