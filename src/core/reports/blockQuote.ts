import type { CivilDate } from '../dates/civilDate';
import type { Note } from '../note/note';
import { bold, escapeMarkdown } from '../noteEdit/escape';
import { meetingHeading } from '../noteEdit/logHeading';
import { type LinkRequest, linkTo } from '../noteEdit/relativeLinks';
import { wordMessage, type WordText } from '../text/message';
import { listLines } from './document';
import { type NoteLine, type Report, withoutPrivate } from './report';

/** The note to insert a report into, with the context for its links. */
export interface QuotePlace extends Pick<LinkRequest, 'from' | 'style' | 'root'> {
  readonly today: CivilDate;
  /** Whether the place is private. Otherwise private entries are omitted. */
  readonly isPrivate: boolean;
  readonly note: (uri: string) => Note | undefined;
}

/** A report as a block quote for a note. */
export interface BlockQuote {
  /** Lines of the block quote. None of them is read as a question, an answer or a follow-up. */
  readonly lines: readonly string[];
  /** Number of private entries omitted. */
  readonly leftOut: number;
}

/** Returns a report with its quotations as a block quote. Each entry ends with a link to its note. */
export function writeBlockQuote(report: Report, place: QuotePlace, word: WordText = wordMessage): BlockQuote {
  const shown = place.isPrivate ? report : withoutPrivate(report);
  const blocks = [
    [bold(`${word(report.title)}, ${place.today}`)],
    ...shown.introduction.map((each) => [escapeMarkdown(word(each))]),
    ...shown.sections.flatMap((section) => [
      ...(section.title === '' ? [] : [[bold(word(section.title))]]),
      listLines(section, word).map(
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

/** Returns a link to the note with the date of the meeting as its label, as for carried follow-ups. */
function linkOf(at: NoteLine | undefined, { from, style, root, note }: QuotePlace): string {
  const to = at && note(at.uri);
  if (!to) {
    return '';
  }
  const index = to.meetings.findLastIndex(({ line, endLine }) => line <= at.line && at.line <= endLine);
  const label = to.meetings[index]?.date ?? to.title.replace(/[[\]|\\]/g, '');
  return ` (${linkTo({ from, to: to.uri, heading: meetingHeading(to, index), label, style, root })})`;
}
