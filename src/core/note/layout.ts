import { monthNamed, type CivilDate } from '../civilDate';
import { compact } from '../compact';
import { lookUp, type FrontMatter } from '../markdown/frontMatter';
import type { FrontMatterValue, FrontMatterValues } from '../markdown/frontMatterValue';
import { Memo } from '../memo';
import { ownCopy } from '../ownCopy';
import { nameFromFileName, nameIn, namesIn } from '../people/names';
import type { Relation } from '../people/person';
import { dateIn } from './dateIn';
import { isOneOnOneTag, isOneOnOneType, namesOneOnOne, withoutOneOnOne } from './oneOnOne';
import type { Participant } from './note';
import type { PathPattern } from './pathPattern';

/** A note's frame: all that says what it is, with whom and when, without what it holds. */
export interface Frame {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly frontMatter: FrontMatter;
  /** The text of the first heading of level 1, or `''`. */
  readonly title: string;
  /** What a note without front matter says in lines of its own: it counts after all else. */
  readonly properties: FrontMatterValues;
}

/** What a frame says under keys. */
type Said = Pick<FrontMatter, 'values'>;

/** Where the settings put notes and people's pages. */
export interface LayoutPaths {
  readonly notes: PathPattern;
  readonly people: PathPattern;
}

const PARTICIPANT_KEYS: readonly (readonly string[])[] = [
  ['person', 'people', 'with'],
  ['attendee', 'attendees', 'participant', 'participants'],
  ['member', 'report', 'manager'],
];
const TYPE_KEYS = ['type', 'meeting_type', 'subtype'];
const DATE_KEYS = ['date', 'meeting_date', 'day', 'started_at', 'created'];
const participant = new Memo<Participant>((name) => ({ name }));
const report = participantWhoIs('report');
const PARTICIPANT_OF_KEY: Readonly<Record<string, Memo<Participant>>> = {
  member: report,
  report,
  manager: participantWhoIs('manager'),
};

/** Words around a name that are none of it. */
const FILLER = new Set(
  'with w/ meeting meetings note notes sync weekly biweekly monthly catch-up catchup check-in checkin chat log running agenda and me my index readme template people person team archive work journal daily docs src'.split(
    ' ',
  ),
);

/** What becomes of `1:1` where a file name may hold no colon. */
const WITHOUT_COLON = /(?<![\p{L}\p{N}_-])1[ _]1(?![\p{L}\p{N}_-])/gu;
/** Brackets, and emoji with all that joins and colours them. */
const NO_WORDS = /[[\]()]|\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\u{FE0F}|\u{200D}/gu;
const TEMPLATE_TAG = /\{\{|<%/;
const BETWEEN_PARTS = /,|\s[-–—|]+(?:\s|$)/u;
const PERIOD = /^(?:\d+|q[1-4]|(?:w|kw|week)\d{0,2})$/i;

/** Whether the frame says that this is a 1:1: by type, tag, the path of the setting, then a word in title, file or folder. */
export function isOneOnOne(frame: Frame, paths: LayoutPaths): boolean {
  return (
    saysOneOnOne(frame.frontMatter) ||
    paths.notes.match(frame.path) !== undefined ||
    namesOneOnOne(frame.title) ||
    namesOneOnOne(frame.path) ||
    saysOneOnOne({ values: frame.properties })
  );
}

function saysOneOnOne(said: Said): boolean {
  if (said.values.size === 0) {
    return false;
  }
  const types = TYPE_KEYS.flatMap((key) => textsOf(lookUp(said, key)));
  return types.some(isOneOnOneType) || tagsOf(said).some(isOneOnOneTag);
}

function participantWhoIs(relation: Relation): Memo<Participant> {
  return new Memo((name) => ({ name, relation }));
}

/** The people that the note is with, as written: front matter first, then path, then title. The reader may be among them. */
export function participants(frame: Frame, paths: LayoutPaths): readonly Participant[] {
  const named = namedParticipants(frame.frontMatter);
  if (named.length > 0) {
    return named;
  }
  const around = namesAround(frame, paths).map((name) => participant.of(name));
  return around.length > 0 ? around : namedParticipants({ values: frame.properties });
}

/** The people that a front matter names as those whom the note is with. */
export function namedParticipants(said: Said): readonly Participant[] {
  for (const keys of said.values.size > 0 ? PARTICIPANT_KEYS : []) {
    const found = keys.flatMap((key) => participantsIn(said, key));
    if (found.length > 0) {
      return compact(found);
    }
  }
  return [];
}

function participantsIn(said: Said, key: string): readonly Participant[] {
  const value = lookUp(said, key);
  if (value === undefined) return [];
  const named = PARTICIPANT_OF_KEY[key] ?? participant;
  return namesOf(value).map((name) => named.of(name));
}

/** The date that front matter or file name give the note; without one it may be a log. */
export function ownDate({ frontMatter, path }: Frame): CivilDate | undefined {
  return writtenDate(frontMatter) ?? dateIn(fileName(path))?.date;
}

/** The date of a note that neither says it nor is a log: that of its title, else of its properties. */
export function dateInText({ title, properties }: Frame): CivilDate | undefined {
  return dateIn(title)?.date ?? writtenDate({ values: properties });
}

function writtenDate(said: Said): CivilDate | undefined {
  for (const key of said.values.size > 0 ? DATE_KEYS : []) {
    const date = dateIn(textOf(lookUp(said, key)));
    if (date) {
      return date.date;
    }
  }
  return undefined;
}

/** What a front matter without a date that can be read says instead of one, or `undefined`. */
export function unreadableDate({ frontMatter }: Frame): string | undefined {
  return DATE_KEYS.map((key) => textOf(lookUp(frontMatter, key))).find(
    (date) => date !== '' && !TEMPLATE_TAG.test(date),
  );
}

/** The tags of a front matter, however they are listed, as written. */
export function tagsOf(said: Said): readonly string[] {
  if (said.values.size === 0) {
    return [];
  }
  const value = lookUp(said, 'tags') ?? lookUp(said, 'tag');
  const tags = Array.isArray(value) ? textsOf(value) : textOf(value).split(/[\s,]+/);
  return compact(tags.filter((tag) => tag !== '').map(ownCopy));
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
  return TEMPLATE_TAG.test(text) ? [] : namesIn(text);
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

function namesAround({ path, title, properties }: Frame, paths: LayoutPaths): string[] {
  const inSetting = paths.notes.match(path)?.person;
  if (inSetting !== undefined) {
    return [nameFromFileName(inSetting)];
  }
  const folders = path.split('/').slice(0, -1).reverse();
  const inFolders = folders.map((folder, index) => (isPeriod(folder, folders[index + 1]) ? '' : remainder(folder)));
  const fromFolders = inFolders.find((name) => name !== '') ?? '';
  const name = remainder(fileName(path)) || (folderIsPerson(folders) ? fromFolders : '') || remainder(title);
  // Any folder at all is the last resort.
  return namesIn(name || (namesSomebody(properties) ? '' : fromFolders)).map(nameFromFileName);
}

function namesSomebody(values: FrontMatterValues): boolean {
  return namedParticipants({ values }).length > 0;
}

/** Below a folder of 1:1s, or named as one itself, the nearest folder is a person's. */
function folderIsPerson(folders: readonly string[]): boolean {
  return folders.some(namesOneOnOne);
}

/** Whether a folder only says when: `2026`, `Q4 2026`, `W48`, `11-November`, or `November` in a folder of its year. */
function isPeriod(folder: string, around = ''): boolean {
  const words = folder.split(/[\s._-]+/);
  const isInYear = /^\d{4}$/.test(around) || words.some((word) => /^\d+$/.test(word));
  return words.every((word) => PERIOD.test(word) || (isInYear && monthNamed(word) !== undefined));
}

/**
 * What is left of a name or title without date, words for the meeting and separators: names, with commas between them.
 * What stands behind the date is a name only where none stands before it: else it is what the meeting was about.
 */
function remainder(text: string): string {
  const name = withoutExportId(text);
  const date = dateIn(name);
  return date ? namesLeft(name.slice(0, date.start)) || namesLeft(name.slice(date.end)) : namesLeft(name);
}

function namesLeft(text: string): string {
  return withoutOneOnOne(text)
    .replace(WITHOUT_COLON, ' ')
    .replace(NO_WORDS, ' ')
    .split(BETWEEN_PARTS)
    .map(nameInPart)
    .filter((part) => part !== '')
    .join(', ');
}

function nameInPart(part: string): string {
  const words = part.split(/(?:^|\s)[\s\-–—_.,:|@/]+|[\s\-–—_.,:|@/]+(?:\s|$)|\s+/u).filter((word) => word !== '');
  while (words.length > 0 && isFiller(words[0])) {
    words.shift();
  }
  while (words.length > 0 && isFiller(words.at(-1))) {
    words.pop();
  }
  const rest = words.join(' ').replace(/^[\s\-–—_.,]+|[\s\-–—_.,]+$/gu, '');
  return /\p{L}/u.test(rest) ? rest : '';
}

function withoutExportId(name: string): string {
  return name.replace(/\s[\da-f]{32}$/, '');
}

function isFiller(word = ''): boolean {
  return FILLER.has(word.toLowerCase());
}

/** A person's name in a page: front matter, title, else file name. */
export function pageName(frame: Frame): string {
  const written = textOf(lookUp(frame.frontMatter, 'person')) || textOf(lookUp(frame.frontMatter, 'name'));
  return nameIn(written) || frame.title || nameFromFileName(fileName(frame.path));
}
