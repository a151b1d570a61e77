import { checkboxAt } from '../../markdown/listItem';
import { isTextOfItem } from '../../followUp/taskItem';
import type { Block } from '../../markdown/block';
import { paragraphLines } from '../../markdown/paragraphLines';
import type { Section, SectionKind } from '../../note/note';
import { brokenBoxAt } from './boxHints';
import type { BulletHint, NoteToHint } from './noteHint';

const OF_FOLLOW_UPS: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>(['followUps', 'mine', 'theirs']);
/** What people write where there is nothing to do, and how they mark what is done. */
const NOTHING_TO_DO = /^[\s*_]*(?:none|nothing|nil|n\/?a|no \p{L}+|tbd|[-–—]+)[\s*_.!]*$|^(?:~~|✅|✔|☑)/iu;

/** The bullets directly below a heading of follow-ups that are none, and so on nobody's list. */
export function bulletHints({ note, text }: NoteToHint, blocks: readonly Block[]): readonly BulletHint[] {
  const sections = note.meetings.flatMap((meeting) => meeting.sections).filter(({ kind }) => OF_FOLLOW_UPS.has(kind));
  if (sections.length === 0) return [];
  let at = 0;
  return blocks.flatMap((block, index) => {
    // Blocks and sections come in the order of the note.
    while ((sections[at]?.endLine ?? Infinity) < block.line) at++;
    const section = sections[at];
    const isBullet = isTextOfItem(blocks, index) && blocks[index - 1]?.parent === -1;
    return section && isBullet && section.line < block.line ? hintsFor(text, block, section) : [];
  });
}

function hintsFor(text: string, block: Block, { line, title, prompts }: Section): BulletHint[] {
  const [first] = paragraphLines(text, block);
  if (!first || checkboxAt(text, first.start) || brokenBoxAt(text, first, true)) return [];
  const isAsked = prompts.some((prompt) => prompt.line === block.line);
  if (isAsked || NOTHING_TO_DO.test(text.slice(first.start, first.end))) return [];
  const message = `It stands below “${title}” without a box, so it is on nobody’s list.`;
  return [{ kind: 'bullets', line: block.line, start: first.start, end: first.end, message, heading: { line, title } }];
}
