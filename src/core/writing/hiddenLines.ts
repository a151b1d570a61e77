import { applyEdits, type Refusal } from '../edit';
import { readFrontMatter } from '../markdown/frontMatter';
import { LIST_MARKER } from '../markdown/listItem';
import { scan } from '../markdown/scan';
import type { Insertion } from './insertLines';

const SEEN_AS_BLOCK = new RegExp(String.raw`^(?:${LIST_MARKER}|#{1,6})\s`);

/**
 * Why lines must not be inserted: a heading or list item among them would be hidden, since what stands before it is code or
 * a comment that nobody closed. `undefined` when all would be seen.
 */
export function refuseIfHidden(text: string, { edit, line }: Insertion, lines: readonly string[]): Refusal | undefined {
  const after = applyEdits(text, [edit]);
  const seen = new Set(
    scan(after, readFrontMatter(after))
      .filter(({ kind, parent }) => (kind === 'item' || kind === 'heading') && parent < 0)
      .map((block) => block.line),
  );
  const isSeen = lines.every((written, index) => !SEEN_AS_BLOCK.test(written) || seen.has(line + index));
  return isSeen
    ? undefined
    : {
        refused:
          'The note has code or a comment that is not closed, and new lines would be hidden in it. Close it first.',
      };
}
