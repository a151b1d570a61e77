import { type CivilDate, monthNamed } from '../dates/civilDate';
import { findDate, MONTH_WORD, ORDINAL_SUFFIX } from '../dates/findDate';
import type { Block } from '../markdown/block';
import { type FrontMatter, lookUp } from '../markdown/frontMatter';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { FrontMatterValue, FrontMatterValues } from '../markdown/plainYaml';
import { nameFromFileName, nameIn, namesIn } from '../people/names';
import type { Relation } from '../people/person';
import { splitLines } from '../text/lines';
import { detach, Interner, trimToSize } from '../text/retained';
import type { Participant } from './note';
import { isOneOnOneTag, isOneOnOneType, isTemplate, namesOneOnOne } from './oneOnOne';
import { nameOfFolder, participantsFromPath, type PathNames } from './participantsFromPath';
import { pathPattern, type PathPattern } from './pathPattern';

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
type FrontMatterSource = Pick<FrontMatter, 'values'>;

/** The path patterns of 1:1 notes and person pages. */
export interface LayoutPaths {
  readonly notes: PathPattern;
  readonly people: PathPattern;
}

/** Returns the patterns of the settings `notes.path` and `people.path`. */
export function layoutPaths(notes: string, people: string): LayoutPaths {
  return { notes: pathPattern(notes), people: pathPattern(people.replace('{name}', '{person}')) };
}

const PARTICIPANT_KEYS: readonly (readonly string[])[] = [
  ['person', 'people', 'with'],
  ['attendee', 'attendees', 'participant', 'participants'],
  ['member', 'report', 'manager'],
];
const TYPE_KEYS = ['type', 'meeting_type', 'subtype'];
const DATE_KEYS = ['date', 'meeting_date', 'day', 'started_at', 'created'];
const participant = new Interner<Participant>((name) => ({ name }));
const report = participantWhoIs('report');
const PARTICIPANT_OF_KEY: Readonly<Record<string, Interner<Participant>>> = {
  member: report,
  report,
  manager: participantWhoIs('manager'),
};

/** Tests whether a note is a 1:1: by its type or tag, the path setting, or a word in its title, file or folder name. */
export function isOneOnOne(header: NoteHeader, paths: LayoutPaths): boolean {
  return (
    saysOneOnOne(header.frontMatter) ||
    paths.notes.match(header.path) !== undefined ||
    namesOneOnOne(header.title) ||
    namesOneOnOne(header.path) ||
    saysOneOnOne({ values: header.properties })
  );
}

function saysOneOnOne(said: FrontMatterSource): boolean {
  if (said.values.size === 0) {
    return false;
  }
  const types = TYPE_KEYS.flatMap((key) => textsOf(lookUp(said, key)));
  return types.some(isOneOnOneType) || tagsOf(said).some(isOneOnOneTag);
}

function participantWhoIs(relation: Relation): Interner<Participant> {
  return new Interner((name) => ({ name, relation }));
}

/**
 * Returns the participants as written: from front matter, else the path, the title, or the property lines. The reader
 * may be among them.
 */
export function participants(header: NoteHeader, paths: LayoutPaths): readonly Participant[] {
  const named = namedParticipants(header.frontMatter);
  if (named.length > 0) {
    return named;
  }
  const inSetting = paths.notes.match(header.path)?.person;
  const names = inSetting === undefined ? participantsFromPath(pathCandidates(header)) : [nameFromFileName(inSetting)];
  const said = names.length > 0 ? [] : namedParticipants({ values: header.properties });
  if (said.length > 0) {
    return said;
  }
  // The name of any other folder is the last resort.
  const found = names.length > 0 ? names : namesIn(nameOfFolder(pathCandidates(header).path)).map(nameFromFileName);
  return found.map((name) => participant.get(name));
}

function pathCandidates({ path, title }: NoteHeader): PathNames {
  const folders = path.split('/').slice(0, -1).map(withoutExportId);
  return { path: [...folders, ''].join('/'), fileName: fileName(path), title };
}

/** Returns the participants named in front matter. */
export function namedParticipants(said: FrontMatterSource): readonly Participant[] {
  for (const keys of said.values.size > 0 ? PARTICIPANT_KEYS : []) {
    const found = keys.flatMap((key) => participantsIn(said, key));
    if (found.length > 0) {
      return trimToSize(found);
    }
  }
  return [];
}

function participantsIn(said: FrontMatterSource, key: string): readonly Participant[] {
  const value = lookUp(said, key);
  if (value === undefined) return [];
  const named = PARTICIPANT_OF_KEY[key] ?? participant;
  return namesOf(value).map((name) => named.get(name));
}

/** Returns the date in the front matter or the file name. A note without one may be a log. */
export function ownDate({ frontMatter, path }: NoteHeader): CivilDate | undefined {
  return writtenDate(frontMatter) ?? findDate(fileName(path))?.date;
}

/** Returns the date in the title or the property lines, for a note that has no other date and is not a log. */
export function dateInText({ title, properties }: NoteHeader): CivilDate | undefined {
  return findDate(title)?.date ?? writtenDate({ values: properties });
}

function writtenDate(said: FrontMatterSource): CivilDate | undefined {
  for (const key of said.values.size > 0 ? DATE_KEYS : []) {
    const date = findDate(textOf(lookUp(said, key)));
    if (date) {
      return date.date;
    }
  }
  return undefined;
}

/** Returns the first value of a date key that is neither empty nor a template placeholder, or `undefined`. */
function unparsableHeaderDate({ frontMatter }: NoteHeader): string | undefined {
  return DATE_KEYS.map((key) => textOf(lookUp(frontMatter, key))).find((date) => date !== '' && !isTemplate(date));
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

/** Returns the file name without folder, `.md` and the id that a Notion export appends. */
export function fileName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  return withoutExportId(name);
}

/**
 * Returns the names in a front matter value: plain text, a wiki-link, a list, or several names in one text. Templates
 * contain no names.
 */
export function namesOf(value: FrontMatterValue | undefined): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry) => namesOf(entry));
  }
  const text = textOf(value);
  return isTemplate(text) ? [] : namesIn(text);
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
function textsOf(value: FrontMatterValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : [textOf(value)];
}

/** Returns a name without the id that a Notion export appends. */
function withoutExportId(name: string): string {
  return name.replace(/\s[\da-f]{32}$/, '');
}

/** Returns the name of a page's person: from front matter, the title, or else the file name. */
export function pageName(header: NoteHeader): string {
  const written = textOf(lookUp(header.frontMatter, 'person')) || textOf(lookUp(header.frontMatter, 'name'));
  return nameIn(written) || header.title || nameFromFileName(fileName(header.path));
}

/** Text that is meant as the date of a 1:1, but cannot be parsed or is ambiguous. */
export interface UnparsableDate {
  readonly line: number;
  readonly written: string;
}

const DAY_OR_MONTH = /(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d./-])/;
const WITHOUT_YEAR = new RegExp(
  String.raw`^(?:\p{L}+,\s*)?(?:(${MONTH_WORD})\.?\s+\d{1,2}|\d{1,2}\.?\s+(${MONTH_WORD}))${ORDINAL_SUFFIX}?\.?$`,
  'u',
);

/** Returns the first unparsable date in front matter or a heading, for a 1:1 without another date. */
export function unparsableDate({ text, blocks }: ParsedMarkdown, header: NoteHeader): UnparsableDate | undefined {
  const inFrontMatter = unparsableHeaderDate(header);
  if (inFrontMatter !== undefined) {
    const before = text.slice(0, text.indexOf(inFrontMatter));
    return { line: splitLines(before).length - 1, written: inFrontMatter };
  }
  for (const { kind, parent, start, end, line } of blocks) {
    const written = kind === 'heading' && parent < 0 ? unreadIn(text.slice(start, end).trim()) : undefined;
    if (written !== undefined) return { line, written };
  }
  return undefined;
}

function unreadIn(title: string): string | undefined {
  const [, monthFirst, monthLast] = WITHOUT_YEAR.exec(title) ?? [];
  return monthNamed(monthFirst ?? monthLast ?? '') === undefined ? DAY_OR_MONTH.exec(title)?.[0] : title;
}

/** A property line, such as `Date: November 30, 2026` or `**Attendees:** Jane, Sam`. */
const PROPERTY = /^(?:\*\*|__)?([\p{L}][\p{L} _-]{0,30}?)(?:\*\*|__)?:(?:\*\*|__)?[ \t]+(\S.*)$/u;

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
