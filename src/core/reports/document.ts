import { bold, escapeListItem, escapeMarkdown } from '../noteEdit/escape';
import type { NoteLine, Report, ReportEntry } from './report';

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

/** A line of a Markdown list. */
export interface ListLine {
  /** The indent and the bullet. */
  readonly bullet: string;
  /** The words that link to the source of the entry. */
  readonly linked: string;
  /** The words after the link. */
  readonly rest: string;
  /** The entry of this line, or `undefined` for the line that counts omitted entries. */
  readonly entry?: ReportEntry;
}

/** Returns a report as a Markdown document. Each entry links to its source. */
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

/** Returns the entries of a section as list lines, each followed by its nested entries. */
export function listLines(
  { entries = [], more = 0 }: Pick<ReportEntry, 'entries' | 'more'>,
  bullet = '- ',
): readonly ListLine[] {
  return [
    ...entries.flatMap((entry) => [{ ...entryMarkdown(entry), bullet, entry }, ...listLines(entry, `  ${bullet}`)]),
    ...(more > 0 ? [{ bullet, linked: `and ${more} more`, rest: '' }] : []),
  ];
}

/** Returns the words of an entry as escaped Markdown. */
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
