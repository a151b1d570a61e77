import type { Block } from '../markdown/block';
import type { FrontMatterValues } from '../markdown/frontMatterValue';

/** `Date: November 30, 2026`, `**Attendees:** Jane, Sam` */
const PROPERTY = /^(?:\*\*|__)?([\p{L}][\p{L} _-]{0,30}?)(?:\*\*|__)?:(?:\*\*|__)?[ \t]+(\S.*)$/u;
const PROPERTY_LINE_ENDS = /\r\n|\n|\r/;
const NONE: FrontMatterValues = new Map();

/**
 * The properties that a note without front matter opens with, below its title: a paragraph, or list items, of lines like
 * `Date: November 30, 2026`, as exports and templates have them. None if any line of it says something else.
 */
export function bodyProperties(text: string, blocks: readonly Block[]): FrontMatterValues {
  const start = blocks[0]?.kind === 'heading' ? 1 : 0;
  if (blocks[start]?.kind === 'paragraph') return propertiesOf(text, blocks.slice(start, start + 1));
  const end = blocks.findIndex(({ kind, parent }, index) => index >= start && kind !== 'item' && parent < 0);
  const items = blocks.slice(start, end < 0 ? blocks.length : end);
  return propertiesOf(
    text,
    items.filter(({ kind }) => kind === 'paragraph'),
  );
}

function propertiesOf(text: string, paragraphs: readonly Block[]): FrontMatterValues {
  const values = new Map<string, string>();
  for (const { start, end } of paragraphs) {
    for (const line of text.slice(start, end).split(PROPERTY_LINE_ENDS)) {
      const [, key = '', value = ''] = PROPERTY.exec(line.trim()) ?? [];
      if (key === '') return NONE;
      if (!values.has(key)) values.set(key, value.trim());
    }
  }
  return values;
}
