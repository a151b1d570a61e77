import type { CivilDate } from '../dates/civilDate';
import type { Note } from '../note/note';
import { bold, escapeMarkdown } from '../noteEdit/escape';
import { meetingAnchor } from '../noteEdit/logHeading';
import { type LinkRequest, linkTo } from '../noteEdit/relativeLinks';
import { listLines } from './document';
import { type NoteLine, type Report, withoutPrivate } from './report';

/** The note that a report is put into, and what its links lead to. */
export interface QuotePlace extends Pick<LinkRequest, 'from' | 'style' | 'root'> {
  readonly today: CivilDate;
  /** Whether the place is private itself; elsewhere private entries are left out. */
  readonly isPrivate: boolean;
  readonly note: (uri: string) => Note | undefined;
}

/** A report for a note. */
export interface BlockQuote {
  /** Lines of a block quote, in which no line is a question, an answer or a follow-up. */
  readonly lines: readonly string[];
  /** Number of private entries that were left out. */
  readonly leftOut: number;
}

/** A report with its quotations as a block quote, in which each entry ends with a link to its note. */
export function writeBlockQuote(report: Report, place: QuotePlace): BlockQuote {
  const shown = place.isPrivate ? report : withoutPrivate(report);
  const blocks = [
    [bold(`${report.title}, ${place.today}`)],
    ...shown.introduction.map((each) => [escapeMarkdown(each)]),
    ...shown.sections.flatMap((section) => [
      ...(section.title === '' ? [] : [[bold(section.title)]]),
      listLines(section).map(
        ({ bullet, linked, rest, entry }) => bullet + linked + rest + linkOf(entry?.source, place),
      ),
    ]),
  ];
  const lines = blocks.flatMap((block, index) => [...(index === 0 ? [] : ['']), ...block]);
  return {
    lines: lines.map((line) => `> ${line}`.trimEnd()),
    leftOut: entryCount(report) - entryCount(shown),
  };
}

function entryCount({ sections }: Report): number {
  return sections.reduce((sum, { entries }) => sum + entries.length, 0);
}

/** A link to the note, named by the day of the meeting as in carried follow-ups. */
function linkOf(at: NoteLine | undefined, { from, style, root, note }: QuotePlace): string {
  const to = at && note(at.uri);
  if (!to) {
    return '';
  }
  const index = to.meetings.findLastIndex(({ line, endLine }) => line <= at.line && at.line <= endLine);
  const label = to.meetings[index]?.date ?? to.title.replace(/[[\]|\\]/g, '');
  return ` (${linkTo({ from, to: to.uri, anchor: meetingAnchor(to, index), label, style, root })})`;
}
