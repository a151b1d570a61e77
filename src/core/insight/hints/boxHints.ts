import type { TextEdit } from '../../edit';
import { checkboxAt, LIST_MARKER } from '../../markdown/listItem';
import { isFirstParagraphOfItem } from '../../followUp/taskItem';
import type { Block } from '../../markdown/block';
import { paragraphLines, type TextRange } from '../../markdown/paragraphLines';
import type { CheckboxDiagnostic } from './noteHint';

/** A box as it stands behind a bullet, up to what is written there: a link, which has brackets too, goes on at once. */
const BEHIND_BULLET = /^\[(?<mark>[ \t]*x?[ \t]*)\](?:[ \t]+|(?![([:]))(?=\S)/iu;
/** A bullet that its box stands too near to, or a box without a bullet. */
const AT_START = new RegExp(
  String.raw`^(?:(?<bullet>${LIST_MARKER})\[(?<mark>[ \tx]?)\](?:[ \t]+|(?![([:]))|\[[ \t]\][ \t]+)(?=\S)`,
  'iu',
);
const MESSAGE = 'This looks like a follow-up, but its box is not read as one: write it like “- [ ] text”.';

/** The lines that were surely meant to have a box, and have none that anybody reads. */
export function checkboxDiagnostics(text: string, blocks: readonly Block[]): readonly CheckboxDiagnostic[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph' || !text.slice(block.start, block.end).includes('[')) return [];
    const isItem = isFirstParagraphOfItem(blocks, index);
    return paragraphLines(text, block).flatMap((line, nth) => {
      const edit = brokenCheckboxAt(text, line, isItem && nth === 0);
      const { start, end } = line;
      return edit ? [{ kind: 'boxes', line: block.line + nth, start, end, message: MESSAGE, edit }] : [];
    });
  });
}

/** What makes a proper box of the one that a line begins with, or `undefined` where there is none or it is one. */
export function brokenCheckboxAt(
  text: string,
  { start, end }: TextRange,
  isBehindBullet: boolean,
): TextEdit | undefined {
  if (isBehindBullet && checkboxAt(text, start)) return undefined;
  const match = (isBehindBullet ? BEHIND_BULLET : AT_START).exec(text.slice(start, end));
  if (!match) return undefined;
  const { mark = '', bullet = '-' } = match.groups ?? {};
  const box = `[${mark.trim() === '' ? ' ' : 'x'}] `;
  return { start, end: start + match[0].length, text: isBehindBullet ? box : `${bullet} ${box}` };
}
