import { type CivilDate, monthNamed } from '../dates/civilDate';
import { findDate, MONTH_WORD, ORDINAL_SUFFIX } from '../dates/findDate';
import type { Block } from '../markdown/block';
import { type FrontMatter, lookUp } from '../markdown/frontMatter';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { FrontMatterValue, FrontMatterValues } from '../markdown/plainYaml';
import { givenNameFirst, nameFromFileName, nameIn, namesIn, personKey } from '../people/names';
import type { Relation } from '../people/person';
import { splitLines } from '../text/lines';
import { detach, Interner, trimToSize } from '../text/retained';
import type { Participant } from './note';
import { namesInTitle } from './namesInTitle';
import { isPossibleName } from './nameShape';
import { isOneOnOneTag, isOneOnOneType, isTemplate, namesOneOnOne, namesOneOnOnes } from './oneOnOne';
import { placedNames } from './participantsFromPath';
import { withoutCopyMark } from './syncCopy';
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
  ['person'],
  ['people', 'with'],
  ['attendee', 'attendees', 'participant', 'participants'],
  ['member', 'report', 'manager'],
];
/** The keys with the name of one person, which may have the family name first. */
const SINGLE_KEYS = new Set(['person', 'attendee', 'participant', 'member', 'report', 'manager']);
const TYPE_KEYS = ['type', 'meeting_type', 'subtype'];
const DATE_KEYS = ['date', 'meeting_date', 'day', 'started_at'];
/** Many plugins write this key into every note, so it dates only a note that is a 1:1 for certain. */
const CREATED_KEYS = ['created'];
const participant = new Interner<Participant>((name) => ({ name }));
const report = participantWhoIs('report');
const PARTICIPANT_OF_KEY: Readonly<Record<string, Interner<Participant>>> = {
  member: report,
  report,
  manager: participantWhoIs('manager'),
};

/**
 * The evidence that a note is a 1:1. `proof`: its type, a tag, or the path setting. `clue`: a word for 1:1 in its title,
 * file name or folders, which also occurs in articles about 1:1s.
 */
export type Evidence = 'proof' | 'clue';

/** Returns the evidence that a note is a 1:1, or `undefined` if there is none. */
export function oneOnOneEvidence(header: NoteHeader, paths: LayoutPaths): Evidence | undefined {
  if (isProven(header) || personInSetting(header, paths)) {
    return 'proof';
  }
  return namesOneOnOne(header.path) || namesOneOnOne(titleOf(header)) ? 'clue' : undefined;
}

/** Returns the title: the first heading, or else the one in the front matter. */
export function titleOf({ title, frontMatter }: NoteHeader): string {
  return title || textOf(lookUp(frontMatter, 'title'));
}

/** Returns the name in a path that matches the path setting, or `undefined`. */
function personInSetting({ path }: NoteHeader, paths: LayoutPaths): string | undefined {
  const match = paths.notes.match(path);
  if (!match) return undefined;
  if (match.person === undefined) return '';
  const [name = nameFromFileName(match.person)] = namesInTitle(match.person).names;
  return isPossibleName(name) ? name : undefined;
}

/** Tests whether the type or a tag of a note is that of a 1:1. */
export function isProven(header: NoteHeader): boolean {
  const isTagged = (said: FrontMatterSource): boolean => said.values.size > 0 && tagsOf(said).some(isOneOnOneTag);
  return isOneOnOneByType(header) || isTagged(header.frontMatter) || isTagged({ values: header.properties });
}

/** Tests whether the type of a note is that of a 1:1. */
export function isOneOnOneByType({ frontMatter, properties }: NoteHeader): boolean {
  return [frontMatter, { values: properties }].some(
    (said) => said.values.size > 0 && TYPE_KEYS.flatMap((key) => textsOf(lookUp(said, key))).some(isOneOnOneType),
  );
}

function participantWhoIs(relation: Relation): Interner<Participant> {
  return new Interner((name) => ({ name, relation }));
}

/** The ways to read who is in a 1:1, the most likely first. */
export interface Readings {
  readonly evidence: Evidence;
  readonly participants: readonly Participant[];
  /** Other ways to read the participants. */
  readonly others: readonly (readonly Participant[])[];
  /** Whether a folder per person, a pair of names, or two places in agreement support the first reading. */
  readonly isSupported: boolean;
  /** Whether the text has the form of a match result: `Leeds 1-1 Hull`. */
  readonly isScore: boolean;
}

/**
 * Returns the participants as written: from front matter, else the path setting, folders, title, file name, or the
 * property lines. The reader may be among them.
 */
export function readings(header: NoteHeader, paths: LayoutPaths): Readings {
  const named = namedParticipants(header.frontMatter);
  const inSetting = named.length > 0 ? '' : personInSetting(header, paths);
  if (named.length > 0 || inSetting) {
    const proven = named.length > 0 ? named : [participant.get(inSetting ?? '')];
    return { evidence: 'proof', participants: proven, others: [], isSupported: true, isScore: false };
  }
  const inFile = withoutCopyMark(fileName(header.path));
  const placed = placedNames({ folders: foldersOf(header.path), fileName: inFile, title: titleOf(header) });
  const said = namedParticipants({ values: header.properties });
  const inTexts = placed.filter(({ place }) => place !== 'otherFolder').map(({ names }) => participantsNamed(names));
  const inFolder = placed.filter(({ place }) => place === 'otherFolder').map(({ names }) => participantsNamed(names));
  const all = [...inTexts, ...(said.length > 0 ? [said] : []), ...inFolder];
  const [likely = [], ...others] = all;
  const participants = all.find((each) => isFullerName(each, likely)) ?? likely;
  const [first, second] = placed;
  const alternatives = first?.isLoose === true ? participants.map((each) => [each]) : [];
  const isScore = participants.length === 2 && [titleOf(header), inFile].some((text) => SCORE.test(text));
  return {
    evidence: 'clue',
    isScore,
    participants,
    others: [...others, ...alternatives],
    isSupported:
      first?.place === 'personFolder' ||
      (first !== undefined && first.names.length > 1 && !first.isLoose) ||
      (first?.place !== undefined && second !== undefined && second.names[0] === first.names[0]) ||
      said.length > 0,
  };
}

/** Tests whether one reading is the full name of another one: `Jane Doe` of `Jane`. */
function isFullerName([full, ...more]: readonly Participant[], [first, ...others]: readonly Participant[]): boolean {
  return (
    full !== undefined &&
    first !== undefined &&
    more.length === 0 &&
    others.length === 0 &&
    personKey(full.name).startsWith(`${personKey(first.name)} `)
  );
}

function participantsNamed(names: readonly string[]): readonly Participant[] {
  return names.map((name) => participant.get(name));
}

/** Returns the names of the folders of a note, the outermost first. */
export function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1).map(withoutExportId);
}

const SCORE = /\p{L}\)?\s*1\s?[:\p{Pd}]\s?1\s*\p{L}/u;

const PUBLISHING_KEYS = [
  ...['categories', 'category', 'layout', 'slug', 'permalink', 'description', 'excerpt', 'draft', 'published'],
  ...['publishdate', 'image', 'cover', 'author', 'authors', 'weight', 'sidebar_position', 'url', 'source', 'canonical'],
];
const PUBLISHING_FOLDER =
  /(?:^|\/)(?:_?posts|_?drafts|blogs?|articles?|handbook|guides?|templates?|changelogs?|releases?|books?|clippings|highlights|readwise|wiki)\//i;

/** Tests whether a note seems to be published or a template, so that it is about 1:1s at most. */
export function isPublication({ path, frontMatter }: NoteHeader): boolean {
  return PUBLISHING_FOLDER.test(path) || PUBLISHING_KEYS.some((key) => lookUp(frontMatter, key) !== undefined);
}

/** Tests whether the title or file name speaks of 1:1s in the plural or in lower case, as articles do. */
export function seemsArticle(header: NoteHeader): boolean {
  const texts = [titleOf(header), fileName(header.path)].filter(namesOneOnOne);
  return texts.some((text) => namesOneOnOnes(text) || text === text.toLowerCase());
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
  const isSingle = SINGLE_KEYS.has(key) && /^\p{L}+,\s*\p{L}+$/u.test(textOf(value).trim());
  return namesOf(isSingle ? [value] : value).map((name) => named.get(name));
}

/** Returns the date in the front matter or the file name. A note without one may be a log. */
export function ownDate({ frontMatter, path }: NoteHeader): CivilDate | undefined {
  return writtenDate(frontMatter) ?? findDate(fileName(path))?.date;
}

/** Returns the date in the title or the property lines, for a note that has no other date and is not a log. */
export function dateInText(header: NoteHeader): CivilDate | undefined {
  return findDate(titleOf(header))?.date ?? writtenDate({ values: header.properties });
}

/** Returns the date on which the note was created, which is the last resort for a 1:1. */
export function createdDate({ frontMatter, properties }: NoteHeader): CivilDate | undefined {
  return writtenDate(frontMatter, CREATED_KEYS) ?? writtenDate({ values: properties }, CREATED_KEYS);
}

function writtenDate(said: FrontMatterSource, keys: readonly string[] = DATE_KEYS): CivilDate | undefined {
  for (const key of said.values.size > 0 ? keys : []) {
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
    return value.flatMap((entry) => (isFamilyNameFirst(entry) ? [givenNameFirst(entry)] : namesOf(entry)));
  }
  if (typeof value === 'object' && value !== null) {
    return namesOf(value.name ?? value.email ?? value.mail);
  }
  const text = textOf(value);
  return isTemplate(text) ? [] : namesIn(text);
}

/** Tests whether an entry of a list is a single name with the family name first: `Doe, Jane`. */
function isFamilyNameFirst(entry: FrontMatterValue): entry is string {
  return typeof entry === 'string' && /^[\p{L}’' -]+,[\p{L}.’'\s-]+$/u.test(entry);
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
  const inFile = fileName(header.path);
  return (
    nameIn(written) ||
    nameBesideToken(header.title) ||
    nameBesideToken(inFile) ||
    header.title ||
    nameFromFileName(inFile)
  );
}

/** Returns the name in a text that also says 1:1, or `''`. */
function nameBesideToken(text: string): string {
  return namesOneOnOne(text) ? (namesInTitle(text).names[0] ?? '') : '';
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

/** Returns the first unparsable date in front matter, a heading or the file name, for a 1:1 without another date. */
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
  const inFileName = unreadIn(fileName(header.path));
  return inFileName === undefined ? undefined : { line: 0, written: inFileName };
}

/** Returns the first heading of a log that begins with an unparsable date, on the level of its dated headings. */
export function unparsableLogDate({ text, blocks }: ParsedMarkdown, level: number): UnparsableDate | undefined {
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.parent >= 0 || block.level !== level) continue;
    const title = text.slice(block.start, block.end).trim();
    const written = findDate(title) ? undefined : unreadIn(title);
    if (written !== undefined && title.startsWith(written)) return { line: block.line, written };
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
