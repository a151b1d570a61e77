import { applyEdits } from '../text/edit';
import type { Block } from '../markdown/block';
import { htmlComments } from '../markdown/htmlComments';
import { ParsedNote } from '../note/parsedNote';
import { isPrivateNote } from '../note/privacy';
import { TextLines } from '../text/lines';
import { hasLine, type LineRange } from '../text/range';

const UNSEEN_HTML = /^<(?:script|style|\?|!\[|![a-z])/i;
const CODE_OR_HIDDEN = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)|%%[^]*?%%/g;

/**
 * Returns a note without private lines, the lines `without`, and comments. All other lines keep their numbers, and each line ends in `\n`.
 * Does not check whether the whole note is private or its markers are uncertain; see `checkShareable`.
 */
export function redact(note: ParsedNote, without: readonly LineRange[] = []): ParsedNote {
  const lines = new TextLines(withoutUnseen(note));
  const isHidden = (line: number): boolean => note.isPrivateLine(line) || without.some((range) => hasLine(range, line));
  const left = Array.from({ length: lines.count }, (_, line) => (isHidden(line) ? '' : lines.get(line)));
  return new ParsedNote(left.join('\n'));
}

/** Returns the text of a file as others may see it on the screen. Lines keep their numbers. */
export function publicText(path: string, text: string): string {
  const note = new ParsedNote(text);
  return isPrivateNote(path, note) ? '' : redact(note).text;
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

/** Returns only the line ends of a text, so that later lines keep their numbers. */
function emptied(text: string): string {
  return text.replace(/[^\r\n]+/g, '');
}
