import { applyEdits } from '../text/edit';
import type { Block } from '../markdown/block';
import { readFrontMatter } from '../markdown/frontMatter';
import { htmlComments } from '../markdown/htmlComments';
import { scan } from '../markdown/scan';
import { readPrivacy } from '../note/privacy';
import { NoteLines } from '../noteEdit/noteLines';
import { isInRange, type LineRange } from '../text/range';

/** A note of which only what is public is left. */
export interface RedactedText {
  /** Line for line the note's, each ending in `\n`: what is private and what nobody sees (comments) is empty. */
  readonly text: string;
  /** The lines that were private, in order and without overlap. */
  readonly privateLines: readonly LineRange[];
}

const UNSEEN_HTML = /^<(?:script|style|\?|!\[|![a-z])/i;
const CODE_OR_HIDDEN = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)|%%[^]*?%%/g;

/**
 * Empties all that is not for others, so that whatever reads the rest cannot give it away. Says nothing of notes that are
 * private as a whole, nor of marks that are in doubt: that is for `checkShareable`.
 */
export function redact(text: string): RedactedText {
  const blocks = scan(text, readFrontMatter(text));
  const { ranges } = readPrivacy(text, blocks);
  const lines = new NoteLines(withoutUnseen(text, blocks));
  const left = Array.from({ length: lines.count }, (_, line) => (isInRange(ranges, line) ? '' : lines.get(line)));
  return { text: left.join('\n'), privateLines: ranges };
}

function withoutUnseen(text: string, blocks: readonly Block[]): string {
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
