import type { Brief } from '../insight/brief';
import type { BriefEntry, BriefSection } from '../insight/briefEntry';
import { escapeListItem, escapeMarkdown } from './asText';
import type { LinkedText, TextLink } from './linkedText';

const BULLET = '- ';

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

/** What stands behind the words of an entry. */
export function detailsOf({ details, private: isPrivate }: BriefEntry): string {
  return [...details.map(escapeMarkdown), ...(isPrivate ? ['private'] : [])].map((detail) => ` · ${detail}`).join('');
}

/** The line that says how many entries are left out, if any. */
export function moreLine(more: number): readonly string[] {
  return more === 0 ? [] : [`${BULLET}and ${more} more`];
}
