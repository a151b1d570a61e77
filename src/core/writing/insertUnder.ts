import type { Block } from '../markdown/block';
import { readFrontMatter } from '../markdown/frontMatter';
import { withoutMarkers } from '../markdown/listItem';
import { scan } from '../markdown/scan';
import { isInRange, readPrivacy, type LineRange } from '../note/privacy';
import { headedSections, type HeadedSection, type Lines } from '../note/headedSections';
import { meetingTitle } from '../note/meetingTitle';
import { insertLines, type Insertion } from './insertLines';
import { NoteLines } from './noteLines';

/** A note that lines are put into, with what is known of its structure. */
export interface OpenNote {
  readonly lines: NoteLines;
  readonly blocks: readonly Block[];
  readonly privateLines: readonly LineRange[];
}

/** Under which heading lines belong. */
export type HeadingWanted = 'agenda' | 'followUps' | 'private' | 'next';

const TITLES: Readonly<Record<HeadingWanted, string>> = {
  agenda: 'Agenda',
  followUps: 'Follow-ups',
  private: 'Private',
  next: 'Next 1:1',
};

/** A note as it is now, ready to take lines. */
export function openNote(text: string): OpenNote {
  const blocks = scan(text, readFrontMatter(text));
  return { lines: new NoteLines(text), blocks, privateLines: readPrivacy(text, blocks).ranges };
}

/** What to put where. */
export interface LinesUnder {
  readonly heading: HeadingWanted;
  /** List items, the outermost beginning with `- `. */
  readonly items: readonly string[];
  /** The meeting they belong to; without it the whole note. */
  readonly within?: Lines | undefined;
  /** Parts of the note whose headings are not meant. */
  readonly outside?: readonly Lines[] | undefined;
  /** The level of the heading if it has to be made; without it as the headings around. */
  readonly level?: number | undefined;
}

/**
 * Puts list items under a heading, known by its synonyms: behind the last item there, in that list's own bullet, but
 * before an empty one. The heading is made if there is none. What is not private never goes under a private heading.
 */
export function insertUnder(note: OpenNote, wanted: LinesUnder): Insertion {
  const { heading, items, within, outside = [], level } = wanted;
  const sections = headedSections(note.lines.text, note.blocks, within);
  const hidden = heading === 'private' ? outside : [...outside, ...note.privateLines];
  const known = sections.find(({ kind, line }) => kind === heading && !isInRange(hidden, line));
  if (known) {
    return insertIntoSection(note, known, items);
  }
  const title = meetingTitle(sections, within?.line);
  const others = sections.filter((section) => section !== title);
  const levelAround = others[0]?.level ?? (title ? title.level + 1 : 2);
  const made = `${'#'.repeat(Math.min(level ?? levelAround, 6))} ${TITLES[heading]}`;
  const end = within ? note.lines.nextWritten(within.endLine + 1) : note.lines.count;
  const insertion = insertLines(note.lines, placeOfNew(heading, others) ?? end, { lines: [made, '', ...items] });
  return { ...insertion, line: insertion.line + 2, ends: insertion.ends.slice(2) };
}

/** The line of the section before which a new heading belongs; `undefined` for the end. */
function placeOfNew(heading: HeadingWanted, sections: readonly HeadedSection[]): number | undefined {
  switch (heading) {
    case 'agenda':
      return sections[0]?.line;
    case 'followUps': {
      const afterAgenda = sections[sections.findIndex(({ kind }) => kind === 'agenda') + 1];
      const hasAgenda = sections.some(({ kind }) => kind === 'agenda');
      return hasAgenda ? afterAgenda?.line : sections.find(({ kind }) => kind === 'private')?.line;
    }
    default:
      return undefined;
  }
}

function insertIntoSection({ lines, blocks }: OpenNote, section: HeadedSection, items: readonly string[]): Insertion {
  const list = blocks.filter(
    ({ kind, parent, line }) => kind === 'item' && parent < 0 && line > section.line && line <= section.endLine,
  );
  const last = lines.lastWritten(section.endLine);
  const lastItem = list.at(-1);
  if (!lastItem || lastItem.endLine < last) {
    return insertLines(lines, last + 1, { lines: items });
  }
  // An empty item waits to be filled in, so what is added comes before it.
  const isEmpty = ({ line, endLine }: Block) => line === endLine && withoutMarkers(lines.get(line)).trim() === '';
  const filled = list.findLastIndex((item) => !isEmpty(item));
  const bullet = /^[*+]/.exec(lines.text.slice(lastItem.marker))?.[0] ?? '-';
  const inItsBullet = items.map((item) => item.replace(/^-(?= )/, bullet));
  return insertLines(lines, list[filled + 1]?.line ?? last + 1, { lines: inItsBullet, isTight: true });
}
