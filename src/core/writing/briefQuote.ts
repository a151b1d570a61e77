import type { CivilDate } from '../civilDate';
import type { Note } from '../note/note';
import type { Brief } from '../insight/brief';
import type { BriefEntry, NoteLine } from '../insight/briefEntry';
import { escapeListItem, bold } from './asText';
import { detailsOf, moreLine } from './briefText';
import { linkTo, type LinkRequest } from './links';
import { meetingAnchor } from './logHeading';

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
