import { type Block, isFirstParagraphOfItem, paragraphLines } from '../markdown/block';
import { checkboxAt, LIST_MARKER } from '../markdown/listItem';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { Note, Section, SectionKind } from '../note/note';
import type { TextEdit } from '../text/edit';
import type { TextRange } from '../text/range';
import type { BulletDiagnostic, CheckboxDiagnostic } from './diagnostic';
import { message } from '../text/message';

/** Matches a malformed checkbox after a bullet, up to its text. Links also begin with brackets and are excluded. */
const BEHIND_BULLET = /^\[(?<mark>[ \t]*(?:x[ \t]*)?)\](?:[ \t]+|(?![([:]))(?=\S)/iu;
/** Matches a bullet without a space before its checkbox, or a checkbox without a bullet. */
const AT_START = new RegExp(
  String.raw`^(?:(?<bullet>${LIST_MARKER})\[(?<mark>[ \tx]?)\](?:[ \t]+|(?![([:]))|\[[ \t]\][ \t]+)(?=\S)`,
  'iu',
);
const MALFORMED = message('checkbox.malformed');
const MISSING = message('checkbox.missing');

/** Finds malformed checkboxes: lines that are clearly meant as follow-ups but are not recognized. */
export function checkboxDiagnostics({ text, blocks }: ParsedMarkdown): readonly CheckboxDiagnostic[] {
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

/**
 * Returns the edit that corrects the checkbox at the start of a line, or `undefined` if there is no checkbox or it is
 * valid.
 */
function brokenCheckboxAt(text: string, { start, end }: TextRange, isBehindBullet: boolean): TextEdit | undefined {
  if (isBehindBullet && checkboxAt(text, start)) return undefined;
  const match = (isBehindBullet ? BEHIND_BULLET : AT_START).exec(text.slice(start, end));
  if (!match) return undefined;
  const { mark = '', bullet = '-' } = match.groups ?? {};
  const box = `[${mark.trim() === '' ? ' ' : 'x'}] `;
  return { start, end: start + match[0].length, text: isBehindBullet ? box : `${bullet} ${box}` };
}

const OF_FOLLOW_UPS: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>(['followUps', 'mine', 'theirs']);
/** Matches entries such as *none*, and items marked as done by other means. */
const NOTHING_TO_DO = /^[\s*_]*(?:none|nothing|nil|n\/?a|no \p{L}+|tbd|[-–—]+)[\s*_.!]*$|^(?:~~|✅|✔|☑)/iu;

/** Finds top-level bullets without a checkbox under a heading for follow-ups. They are not tracked. */
export function bulletDiagnostics(note: Note, { text, blocks }: ParsedMarkdown): readonly BulletDiagnostic[] {
  const sections = note.meetings.flatMap((meeting) => meeting.sections).filter(({ kind }) => OF_FOLLOW_UPS.has(kind));
  if (sections.length === 0) return [];
  let at = 0;
  return blocks.flatMap((block, index) => {
    // Blocks and sections are both in document order.
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
