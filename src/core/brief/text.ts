import type { CivilDate } from '../dates/civilDate';
import type { Note } from '../note/note';
import { bold, escapeListItem, escapeMarkdown } from '../noteEdit/escapeMarkdown';
import { meetingAnchor } from '../noteEdit/logHeading';
import { type LinkRequest, linkTo } from '../noteEdit/relativeLinks';
import { type BriefEntry, type BriefSection, BULLET, detailsOf, moreLine, type NoteLine } from '../reports/entries';
import type { LinkedText, TextLink } from '../reports/linkedText';
import type { Brief } from './brief';

/** A brief as a Markdown document, each of its lines with the place that it speaks of. */
export function briefText({ person, facts, sections }: Brief): LinkedText {
  const lines: string[] = [];
  const links: TextLink[] = [];
  const write = ({ entries, more }: Pick<BriefSection, 'entries' | 'more'>): void => {
    for (const entry of entries) {
      const words = escapeListItem(entry.words);
      if (entry.at) {
        links.push({ line: lines.length, start: BULLET.length, end: BULLET.length + words.length, at: entry.at });
      }
      lines.push(BULLET + words + detailsOf(entry));
    }
    lines.push(...moreLine(more), '');
  };
  lines.push(`# Brief: ${escapeMarkdown(person.name)}`, '');
  write({ entries: facts, more: 0 });
  for (const section of sections) {
    lines.push(`## ${escapeMarkdown(section.title)}`, '');
    write(section);
  }
  return { text: lines.join('\n'), links };
}

/** The note that a brief is put into, and what its links lead to. */
export interface QuotePlace extends Pick<LinkRequest, 'from' | 'style' | 'root'> {
  readonly today: CivilDate;
  /** Whether the place is private itself: elsewhere what is private is left out. */
  readonly isPrivate: boolean;
  readonly note: (uri: string) => Note | undefined;
}

/** A brief for a note. */
export interface BriefQuote {
  /** A block quote: what stands in one is neither asked nor answered, and none of its lines is a follow-up. */
  readonly lines: readonly string[];
  /** How many entries were left out because they are private. */
  readonly leftOut: number;
}

/** A brief as a block quote, each line with a link to the note that it speaks of. */
export function briefQuote({ person, facts, sections }: Brief, place: QuotePlace): BriefQuote {
  const isShown = (entry: BriefEntry): boolean => place.isPrivate || !entry.private;
  const all = [...facts, ...sections.flatMap(({ entries }) => entries)];
  const item = (entry: BriefEntry): string =>
    `- ${escapeListItem(entry.words)}${detailsOf(entry)}${linkOf(entry.at, place)}`;
  const blocks = [
    [bold(`Brief: ${person.name}, ${place.today}`)],
    facts.filter(isShown).map(item),
    ...sections
      .map((section) => ({ ...section, entries: section.entries.filter(isShown) }))
      .filter(({ entries }) => entries.length > 0)
      .flatMap(({ title, entries, more }) => [[bold(title)], [...entries.map(item), ...moreLine(more)]]),
  ].filter((block) => block.length > 0);
  const lines = blocks.flatMap((block, index) => [...(index === 0 ? [] : ['']), ...block]);
  return {
    lines: lines.map((line) => `> ${line}`.trimEnd()),
    leftOut: all.filter((entry) => !isShown(entry)).length,
  };
}

/** Named by its day, as carried follow-ups name where they come from. */
function linkOf(at: NoteLine | undefined, { from, style, root, note }: QuotePlace): string {
  const to = at && note(at.uri);
  if (!to) {
    return '';
  }
  const index = to.meetings.findLastIndex(({ line, endLine }) => line <= at.line && at.line <= endLine);
  const label = to.meetings[index]?.date ?? to.title.replace(/[[\]|\\]/g, '');
  return ` (${linkTo({ from, to: to.uri, anchor: meetingAnchor(to, index), label, style, root })})`;
}
