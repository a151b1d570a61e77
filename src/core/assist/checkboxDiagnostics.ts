import { isFirstParagraphOfItem } from '../followUp/taskItem';
import { type Block, paragraphLines, type TextRange } from '../markdown/block';
import { checkboxAt, LIST_MARKER } from '../markdown/listItem';
import type { Section, SectionKind } from '../note/note';
import type { TextEdit } from '../text/edit';
import type { BulletDiagnostic, CheckboxDiagnostic, NoteToCheck } from './diagnostic';
import { message } from '../text/message';

/** A box as it stands behind a bullet, up to what is written there: a link, which has brackets too, goes on at once. */
const BEHIND_BULLET = /^\[(?<mark>[ \t]*x?[ \t]*)\](?:[ \t]+|(?![([:]))(?=\S)/iu;
/** A bullet that its box stands too near to, or a box without a bullet. */
const AT_START = new RegExp(
  String.raw`^(?:(?<bullet>${LIST_MARKER})\[(?<mark>[ \tx]?)\](?:[ \t]+|(?![([:]))|\[[ \t]\][ \t]+)(?=\S)`,
  'iu',
);
const MALFORMED = message('checkbox.malformed');
const MISSING = message('checkbox.missing');

/** The lines that were surely meant to have a box, and have none that anybody reads. */
export function checkboxDiagnostics(text: string, blocks: readonly Block[]): readonly CheckboxDiagnostic[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph' || !text.slice(block.start, block.end).includes('[')) return [];
    const isItem = isFirstParagraphOfItem(blocks, index);
    return paragraphLines(text, block).flatMap((line, nth) => {
      const edit = brokenCheckboxAt(text, line, isItem && nth === 0);
      const { start, end } = line;
      return edit ? [{ kind: 'boxes', line: block.line + nth, start, end, message: MALFORMED, edit }] : [];
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

const OF_FOLLOW_UPS: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>(['followUps', 'mine', 'theirs']);
/** What people write where there is nothing to do, and how they mark what is done. */
const NOTHING_TO_DO = /^[\s*_]*(?:none|nothing|nil|n\/?a|no \p{L}+|tbd|[-–—]+)[\s*_.!]*$|^(?:~~|✅|✔|☑)/iu;

/** The bullets directly below a heading of follow-ups that are none, and so on nobody's list. */
export function bulletDiagnostics({ note, text }: NoteToCheck, blocks: readonly Block[]): readonly BulletDiagnostic[] {
  const sections = note.meetings.flatMap((meeting) => meeting.sections).filter(({ kind }) => OF_FOLLOW_UPS.has(kind));
  if (sections.length === 0) return [];
  let at = 0;
  return blocks.flatMap((block, index) => {
    // Blocks and sections come in the order of the note.
    while ((sections[at]?.endLine ?? Infinity) < block.line) at++;
    const section = sections[at];
    const isBullet = isFirstParagraphOfItem(blocks, index) && blocks[index - 1]?.parent === -1;
    return section && isBullet && section.line < block.line ? hintsFor(text, block, section) : [];
  });
}

function hintsFor(text: string, block: Block, { line, title, prompts }: Section): BulletDiagnostic[] {
  const [first] = paragraphLines(text, block);
  if (!first || checkboxAt(text, first.start) || brokenCheckboxAt(text, first, true)) return [];
  const isAsked = prompts.some((prompt) => prompt.line === block.line);
  if (isAsked || NOTHING_TO_DO.test(text.slice(first.start, first.end))) return [];
  const { start, end } = first;
  return [{ kind: 'bullets', line: block.line, start, end, message: MISSING, heading: { line, title } }];
}
