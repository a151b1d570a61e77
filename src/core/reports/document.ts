import { bold, escapeListItem, escapeMarkdown } from '../noteEdit/escape';
import { message, type Text, wordMessage, type WordText } from '../text/message';
import {
  type NoteLine,
  type Report,
  type ReportEntry,
  type ReportSection,
  type ReportTable,
  withoutPrivate,
} from './report';
import type { CivilDate } from '../dates/civilDate';
import type { Note } from '../note/note';
import { meetingHeading } from '../noteEdit/logHeading';
import { type LinkRequest, linkTo } from '../noteEdit/relativeLinks';

/** A range of words in a document that links to a line of a note. */
export interface TextLink {
  readonly line: number;
  /** UTF-16 columns in that line. */
  readonly start: number;
  readonly end: number;
  readonly at: NoteLine;
}

/** A document generated from the notes, with its links. */
export interface LinkedText {
  readonly text: string;
  readonly links: readonly TextLink[];
}

/** A line of a Markdown list or table. */
interface ListLine {
  /** The indent and the bullet, or the border of the table. */
  readonly bullet: string;
  /** The words that link to the source of the entry. */
  readonly linked: string;
  /** The words after the link. */
  readonly rest: string;
  /** The entry of this line, or `undefined` for the line that counts omitted entries and the head of a table. */
  readonly entry?: ReportEntry;
}

/** Returns a report as a Markdown document. Each entry links to its source. */
export function writeDocument({ title, introduction, sections }: Report, word: WordText = wordMessage): LinkedText {
  const lines = [
    `# ${escapeMarkdown(word(title))}`,
    '',
    ...introduction.flatMap((each) => [escapeMarkdown(word(each)), '']),
  ];
  const links: TextLink[] = [];
  for (const section of sections) {
    if (section.title !== '') lines.push(`## ${escapeMarkdown(word(section.title))}`, '');
    for (const { bullet, linked, rest, entry } of sectionLines(section, word)) {
      if (entry?.source) {
        const start = bullet.length;
        links.push({ line: lines.length, start, end: start + linked.length, at: entry.source });
      }
      lines.push(bullet + linked + rest);
    }
    lines.push('');
  }
  return { text: lines.join('\n'), links };
}

/** Returns the lines of a section: those of a list, or of a table. */
function sectionLines(section: ReportSection, word: WordText): readonly ListLine[] {
  const { table, entries } = section;
  if (!table) return listLines(section, word);
  const cell = (text: Text): string => escapeMarkdown(word(text)).replaceAll('|', '\\|');
  const afterFirst = (texts: readonly string[]): string => `${texts.map((text) => ` | ${text}`).join('')} |`;
  const [first = '', ...others] = table.columns;
  return [
    { bullet: '| ', linked: '', rest: cell(first) + afterFirst(others.map(cell)) },
    { bullet: '| ', linked: '', rest: `---${afterFirst(others.map(() => '---'))}` },
    ...entries.map((entry) => {
      const mark = entry.private ? ` · ${word(message('followUp.private'))}` : '';
      return { bullet: '| ', linked: cell(entry.text), rest: mark + afterFirst(entry.details.map(cell)), entry };
    }),
  ];
}

/** Returns the entries of a section as list lines, each followed by its nested entries. */
export function listLines(
  { entries = [], more = 0, table }: Pick<ReportEntry, 'entries' | 'more'> & Pick<ReportSection, 'table'>,
  word: WordText = wordMessage,
  bullet = '- ',
  isMarked = false,
): readonly ListLine[] {
  return [
    ...entries.flatMap((entry) => [
      { ...entryMarkdown(withColumns(entry, table), word, isMarked), bullet, entry },
      ...listLines(entry, word, `  ${bullet}`, entry.private),
    ]),
    ...(more > 0 ? [{ bullet, linked: word(message('list.more', more)), rest: '' }] : []),
  ];
}

/** Returns the entry of a table with the names of the columns before its details. */
function withColumns(entry: ReportEntry, table: ReportTable | undefined): ReportEntry {
  if (!table) return entry;
  const details = entry.details.map((detail, at) => message('list.labeled', table.columns[at + 1] ?? '', detail));
  return { ...entry, details };
}

/** Returns the words of an entry as escaped Markdown. It is not marked as private if the entry around it is. */
function entryMarkdown(
  { label = [], text: written, details, private: isPrivate, entries }: ReportEntry,
  word: WordText,
  isMarked: boolean,
): Pick<ListLine, 'linked' | 'rest'> {
  const facts: readonly Text[] = isPrivate && !isMarked ? [...details, message('followUp.private')] : details;
  const after = facts.map((fact) => ` · ${escapeMarkdown(word(fact))}`).join('');
  const text = word(written);
  if (label.length > 0) {
    const rest = (text === '' ? '' : `: ${escapeMarkdown(text)}`) + after;
    return { linked: escapeListItem(label.map(word).join(', ')), rest };
  }
  return { linked: entries ? bold(text) : escapeListItem(text), rest: after };
}

/** The note to insert a report into, with the context for its links. */
export interface QuotePlace extends Pick<LinkRequest, 'from' | 'style' | 'root'> {
  readonly today: CivilDate;
  /** Whether the place is private. Otherwise private entries are omitted. */
  readonly isPrivate: boolean;
  readonly note: (uri: string) => Note | undefined;
}

/** A report as a block quote for a note. */
interface BlockQuote {
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
