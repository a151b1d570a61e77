import { bold, escapeListItem, escapeMarkdown } from '../noteEdit/escape';
import type { NoteLine, Report, ReportEntry } from './report';

/** Words of a document that lead to a line of a note. */
export interface TextLink {
  readonly line: number;
  /** UTF-16 columns in that line. */
  readonly start: number;
  readonly end: number;
  readonly at: NoteLine;
}

/** A document written from the notes, and where its words lead. */
export interface LinkedText {
  readonly text: string;
  readonly links: readonly TextLink[];
}

/** A line of a Markdown list. */
export interface ListLine {
  /** The bullet with its indent. */
  readonly bullet: string;
  /** The words that lead to the source of the entry. */
  readonly linked: string;
  /** The words after them. */
  readonly rest: string;
  /** The entry in this line; `undefined` in the line that counts entries left out. */
  readonly entry?: ReportEntry;
}

/** A report as a Markdown document, in which each entry leads to its source. */
export function writeDocument({ title, introduction, sections }: Report): LinkedText {
  const lines = [`# ${escapeMarkdown(title)}`, '', ...introduction.flatMap((each) => [escapeMarkdown(each), ''])];
  const links: TextLink[] = [];
  for (const section of sections) {
    if (section.title !== '') lines.push(`## ${escapeMarkdown(section.title)}`, '');
    for (const { bullet, linked, rest, entry } of listLines(section)) {
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

/** The entries of a section as lines of a list, each followed by the entries that belong to it. */
export function listLines(
  { entries = [], more = 0 }: Pick<ReportEntry, 'entries' | 'more'>,
  bullet = '- ',
): readonly ListLine[] {
  return [
    ...entries.flatMap((entry) => [{ ...entryMarkdown(entry), bullet, entry }, ...listLines(entry, `  ${bullet}`)]),
    ...(more > 0 ? [{ bullet, linked: `and ${more} more`, rest: '' }] : []),
  ];
}

/** The words of an entry as Markdown. No character of theirs acts as a mark. */
function entryMarkdown({
  label = [],
  text,
  details,
  private: isPrivate,
  entries,
}: ReportEntry): Pick<ListLine, 'linked' | 'rest'> {
  const after = [...details.map(escapeMarkdown), ...(isPrivate ? ['private'] : [])]
    .map((each) => ` · ${each}`)
    .join('');
  if (label.length > 0) {
    const rest = (text === '' ? '' : `: ${escapeMarkdown(text)}`) + after;
    return { linked: escapeListItem(label.join(', ')), rest };
  }
  return { linked: entries ? bold(text) : escapeListItem(text), rest: after };
}
