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

/** A note's frame: all that says what it is, with whom and when, without what it holds. */
export interface NoteHeader {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly frontMatter: FrontMatter;
  /** The text of the first heading of level 1, or `''`. */
  readonly title: string;
  /** What a note without front matter says in lines of its own: it counts after all else. */
  readonly properties: FrontMatterValues;
}

/** What a frame says under keys. */
type FrontMatterSource = Pick<FrontMatter, 'values'>;

/** Where the settings put notes and people's pages. */
export interface LayoutPaths {
  readonly notes: PathPattern;
  readonly people: PathPattern;
}

/** The paths that the settings `notes.path` and `people.path` describe. */
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

/** Whether the frame says that this is a 1:1: by type, tag, the path of the setting, then a word in title, file or folder. */
export function isOneOnOne(frame: NoteHeader, paths: LayoutPaths): boolean {
  return (
    saysOneOnOne(frame.frontMatter) ||
    paths.notes.match(frame.path) !== undefined ||
    namesOneOnOne(frame.title) ||
    namesOneOnOne(frame.path) ||
    saysOneOnOne({ values: frame.properties })
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

/** The people that the note is with, as written: front matter first, then path, then title. The reader may be among them. */
export function participants(frame: NoteHeader, paths: LayoutPaths): readonly Participant[] {
  const named = namedParticipants(frame.frontMatter);
  if (named.length > 0) {
    return named;
  }
  const inSetting = paths.notes.match(frame.path)?.person;
  const names = inSetting === undefined ? participantsFromPath(pathCandidates(frame)) : [nameFromFileName(inSetting)];
  const said = names.length > 0 ? [] : namedParticipants({ values: frame.properties });
  if (said.length > 0) {
    return said;
  }
  // Any folder at all is the last resort.
  const found = names.length > 0 ? names : namesIn(nameOfFolder(pathCandidates(frame).path)).map(nameFromFileName);
  return found.map((name) => participant.get(name));
}

function pathCandidates({ path, title }: NoteHeader): PathNames {
  const folders = path.split('/').slice(0, -1).map(withoutExportId);
  return { path: [...folders, ''].join('/'), fileName: fileName(path), title };
}

/** The people that a front matter names as those whom the note is with. */
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

/** The date that front matter or file name give the note; without one it may be a log. */
export function ownDate({ frontMatter, path }: NoteHeader): CivilDate | undefined {
  return writtenDate(frontMatter) ?? findDate(fileName(path))?.date;
}

/** The date of a note that neither says it nor is a log: that of its title, else of its properties. */
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

/** What a front matter without a date that can be read says instead of one, or `undefined`. */
function unparsableHeaderDate({ frontMatter }: NoteHeader): string | undefined {
  return DATE_KEYS.map((key) => textOf(lookUp(frontMatter, key))).find((date) => date !== '' && !isTemplate(date));
}

/** The tags of a front matter, however they are listed, as written. */
export function tagsOf(said: FrontMatterSource): readonly string[] {
  if (said.values.size === 0) {
    return [];
  }
  const value = lookUp(said, 'tags') ?? lookUp(said, 'tag');
  const tags = Array.isArray(value) ? textsOf(value) : textOf(value).split(/[\s,]+/);
  return trimToSize(tags.filter((tag) => tag !== '').map(detach));
}

/** The file's name without folder, `.md`, and the id that an export of Notion puts behind it. */
export function fileName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  return withoutExportId(name);
}

/** The names in a front matter's value: plain, a wiki-link, a list, or several in one text; none in a template. */
export function namesOf(value: FrontMatterValue | undefined): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry) => namesOf(entry));
  }
  const text = textOf(value);
  return isTemplate(text) ? [] : namesIn(text);
}

/** A front matter's value as text; `''` for none, a list or a map. */
export function textOf(value: FrontMatterValue | undefined): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

/** A front matter's value as texts: those of a list, else the only one. */
function textsOf(value: FrontMatterValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : [textOf(value)];
}

/** The id that an export of Notion puts behind a name. */
function withoutExportId(name: string): string {
  return name.replace(/\s[\da-f]{32}$/, '');
}

/** A person's name in a page: front matter, title, else file name. */
export function pageName(frame: NoteHeader): string {
  const written = textOf(lookUp(frame.frontMatter, 'person')) || textOf(lookUp(frame.frontMatter, 'name'));
  return nameIn(written) || frame.title || nameFromFileName(fileName(frame.path));
}

/** A date that a 1:1 was surely meant to have, and nobody can read for sure. */
export interface UnparsableDate {
  readonly line: number;
  readonly written: string;
}

const DAY_OR_MONTH = /(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d./-])/;
const WITHOUT_YEAR = new RegExp(
  String.raw`^(?:\p{L}+,\s*)?(?:(${MONTH_WORD})\.?\s+\d{1,2}|\d{1,2}\.?\s+(${MONTH_WORD}))${ORDINAL_SUFFIX}?\.?$`,
  'u',
);

/** The first date in front matter or in a heading that cannot be read; for a 1:1 that has no other date. */
export function unparsableDate({ text, blocks }: ParsedMarkdown, frame: NoteHeader): UnparsableDate | undefined {
  const inFrontMatter = unparsableHeaderDate(frame);
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

/** `Date: November 30, 2026`, `**Attendees:** Jane, Sam` */
const PROPERTY = /^(?:\*\*|__)?([\p{L}][\p{L} _-]{0,30}?)(?:\*\*|__)?:(?:\*\*|__)?[ \t]+(\S.*)$/u;

/**
 * The properties that a note without front matter opens with, below its title: a paragraph, or list items, of lines like
 * `Date: November 30, 2026`, as exports and templates have them. None if any line of it says something else.
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
