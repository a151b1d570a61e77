import { bold, escapeListItem, escapeMarkdown } from '../noteEdit/escapeMarkdown';
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

/** An entry as Markdown for a list item: the words that lead to its source, and the words after them. */
export interface EntryMarkdown {
  readonly linked: string;
  readonly rest: string;
}

/** A line of a list, and the entry that it shows; the line that counts the entries left out shows none. */
export interface ListLine extends EntryMarkdown {
  readonly indent: string;
  readonly entry?: ReportEntry;
}

/** A report as a Markdown document, in which each entry leads to its source. */
export function writeDocument({ title, introduction, sections }: Report): LinkedText {
  const lines = [`# ${escapeMarkdown(title)}`, '', ...introduction.flatMap((each) => [escapeMarkdown(each), ''])];
  const links: TextLink[] = [];
  for (const section of sections) {
    if (section.title !== '') lines.push(`## ${escapeMarkdown(section.title)}`, '');
    for (const { indent, linked, rest, entry } of listLines(section)) {
      const start = indent.length + BULLET.length;
      if (entry?.source) {
        links.push({ line: lines.length, start, end: start + linked.length, at: entry.source });
      }
      lines.push(indent + BULLET + linked + rest);
    }
    lines.push('');
  }
  return { text: lines.join('\n'), links };
}

export const BULLET = '- ';

/** The entries of a section in the order of a list, each followed by the entries that belong to it. */
export function listLines(
  { entries = [], more = 0 }: Pick<ReportEntry, 'entries' | 'more'>,
  indent = '',
): readonly ListLine[] {
  return [
    ...entries.flatMap((entry) => [{ ...entryMarkdown(entry), indent, entry }, ...listLines(entry, `${indent}  `)]),
    ...(more > 0 ? [{ linked: `and ${more} more`, rest: '', indent }] : []),
  ];
}

/** An entry as Markdown, whatever characters its words contain. */
function entryMarkdown({ label = [], text, details, private: isPrivate, entries }: ReportEntry): EntryMarkdown {
  const after = [...details.map(escapeMarkdown), ...(isPrivate ? ['private'] : [])]
    .map((each) => ` · ${each}`)
    .join('');
  if (label.length > 0) {
    const rest = (text === '' ? '' : `: ${escapeMarkdown(text)}`) + after;
    return { linked: escapeListItem(label.join(', ')), rest };
  }
  return { linked: entries ? bold(text) : escapeListItem(text), rest: after };
}
