import type { Block } from '../markdown/block';
import { type FrontMatter, lookUp } from '../markdown/frontMatter';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { FrontMatterValue, FrontMatterValues } from '../markdown/yaml';
import { givenNameFirst, namesIn } from '../people/names';
import { splitLines } from '../text/lines';
import { detach, Interner, trimToSize } from '../text/retained';
import { isTemplate } from './oneOnOne';

/** The metadata of a note: everything that shows its kind, people and date, without its content. */
export interface NoteHeader {
  /** Path relative to the root, with `/`. */
  readonly path: string;
  readonly frontMatter: FrontMatter;
  /** The text of the first heading of level 1, or `''`. */
  readonly title: string;
  /** Property lines at the top of a note without front matter. They have the lowest precedence. */
  readonly properties: FrontMatterValues;
}

/** Key-value pairs from front matter or property lines. */
export type FrontMatterSource = Pick<FrontMatter, 'values'>;

/** Returns the title: the first heading, or else the one in the front matter. */
export function titleOf({ title, frontMatter }: NoteHeader): string {
  return title || textOf(lookUp(frontMatter, 'title'));
}

/** Returns the file name without folder, `.md` and the id that a Notion export appends. */
export function fileName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  return withoutExportId(name);
}

/** Returns the names of the folders of a note, from the root. */
export function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1).map(withoutExportId);
}

/** Returns a name without the id that a Notion export appends. */
function withoutExportId(name: string): string {
  return name.replace(/\s[\da-f]{32}$/, '');
}

/** Returns the tags in front matter as written. They may be a list or a single text. */
export function tagsOf(said: FrontMatterSource): readonly string[] {
  if (said.values.size === 0) {
    return [];
  }
  const value = lookUp(said, 'tags') ?? lookUp(said, 'tag');
  const tags = Array.isArray(value) ? textsOf(value) : textOf(value).split(/[\s,]+/);
  return trimToSize(tags.filter((tag) => tag !== '').map(detach));
}

/** Returns a front matter value as text, or `''` for a missing value, a list or a map. */
export function textOf(value: FrontMatterValue | undefined): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

/** Returns the entries of a list as texts, or a single value as a list of one text. */
export function textsOf(value: FrontMatterValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : [textOf(value)];
}

/**
 * Returns the names in a front matter value: plain text, a wiki-link, a list, or several names in one text. Templates
 * contain no names.
 */
export function namesOf(value: FrontMatterValue | undefined): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry) => (isFamilyNameFirst(entry) ? [givenNameFirst(entry)] : namesOf(entry)));
  }
  if (typeof value === 'object' && value !== null) {
    return namesOf(value.name ?? value.email ?? value.mail);
  }
  return NAMES_IN_TEXT.get(textOf(value));
}

const NAMES_IN_TEXT = new Interner<readonly string[]>((text) => (isTemplate(text) ? [] : trimToSize(namesIn(text))));

/** Tests whether an entry of a list is a single name with the family name first: `Doe, Jane`. */
function isFamilyNameFirst(entry: FrontMatterValue): entry is string {
  return typeof entry === 'string' && /^[\p{L}’' -]+,[\p{L}.’'\s-]+$/u.test(entry);
}

/** A property line, such as `Date: November 30, 2026`, `**Attendees:** Jane, Sam` or `person:: [[Jane Doe]]`. */
const PROPERTY = /^(?:\*\*|__)?([\p{L}][\p{L} _-]{0,30}?)(?:\*\*|__)?(?:::[ \t]*|:(?:\*\*|__)?[ \t]+)(\S.*)$/u;

/**
 * Returns the properties at the top of a note without front matter, below its title: a paragraph or list items with
 * lines like `Date: November 30, 2026`, as in exports and templates. The result is empty if any line is not a property.
 */
export function bodyProperties({ text, blocks }: ParsedMarkdown): FrontMatterValues {
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
    for (const line of splitLines(text.slice(start, end))) {
      const [, key = '', value = ''] = PROPERTY.exec(line.trim()) ?? [];
      if (key === '') return new Map();
      if (!values.has(key)) values.set(key, value.trim());
    }
  }
  return values;
}

/** *Copy* in the names that file managers give. */
const COPY = '(?:copy|kopie|copie|copia)';
/** The marks that sync tools and file managers add to the name of a copy. */
const COPY_MARK = new RegExp(
  [
    String.raw`\s*\([^()]*(?:conflict|konflikt|conflit)[^()]*\)`,
    String.raw`\s*\[[^[\]]*conflict[^[\]]*\]`,
    String.raw`[._](?:sync-)?conflict(?:-\d{8}-\d{6}(?:-\w+)?)?`,
    String.raw`\s\(\d{1,2}\)`,
    String.raw`\s[2-9]`,
    String.raw`\s(?:-\s)?${COPY}(?:\s\(?\d{1,2}\)?)?`,
    String.raw`-(?:DESKTOP|LAPTOP|PC|WIN|MAC)-[A-Z0-9]{2,15}`,
    String.raw`-[\p{L}\p{N}]+-(?:MacBook|iMac|iPhone|iPad)(?:-[\p{L}\p{N}]+)*`,
  ]
    .map((mark) => `(?:${mark})`)
    .join('|')
    .replace(/^(.*)$/, '(?:$1)$'),
  'iu',
);
const COPY_OF = /^(?:copy of|kopie von|copie de|copia de|copia di) /i;
const CAN_BE_COPY = /[)\]\d]$|conflict|cop(?:y|ie|ia)|kopie|desktop|laptop|macbook|imac|iphone|ipad/i;

/** Returns a file name, without extension, without the mark of a copy. */
export function withoutCopyMark(name: string): string {
  return CAN_BE_COPY.test(name) ? name.replace(COPY_OF, '').replace(COPY_MARK, '') || name : name;
}
