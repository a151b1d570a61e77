import { checkboxAt } from '../../markdown/listItem';
import { isFirstParagraphOfItem } from '../../followUp/taskItem';
import type { Block } from '../../markdown/block';
import { paragraphLines } from '../../markdown/paragraphLines';
import type { Section, SectionKind } from '../../note/note';
import { brokenCheckboxAt } from './boxHints';
import type { BulletDiagnostic, NoteToCheck } from './noteHint';

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
  const message = `It stands below “${title}” without a box, so it is on nobody’s list.`;
  return [{ kind: 'bullets', line: block.line, start: first.start, end: first.end, message, heading: { line, title } }];
}
