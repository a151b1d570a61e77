import { lookUp } from '../markdown/frontMatter';
import type { FrontMatterValue } from '../markdown/yaml';
import { firstName, givenNameFirst, nameFromFileName, nameIn, personKey } from '../people/names';
import type { Relation } from '../people/person';
import { Interner, trimToSize } from '../text/retained';
import type { Participant } from './note';
import {
  fileName,
  foldersOf,
  type FrontMatterSource,
  namesOf,
  type NoteHeader,
  tagsOf,
  textOf,
  textsOf,
  titleOf,
  withoutCopyMark,
} from './noteHeader';
import { beginsWithOneOnOne, namesInTitle } from './namesInTitle';
import { isOnlyTopics, isPossibleName } from './nameShape';
import { isOneOnOneTag, isOneOnOneType, isTemplate, namesOneOnOne, namesOneOnOnes } from './oneOnOne';
import { placedNames } from './participantsFromPath';
import { pathPattern, type PathPattern, type PrivateHalfPaths } from './pathPattern';

/** The path patterns of 1:1 notes and person pages. */
export interface LayoutPaths {
  readonly notes: PathPattern;
  readonly people: PathPattern;
  /** The pattern of private halves, if they have a place of their own. */
  readonly privateHalves?: PrivateHalfPaths | undefined;
}

/** Returns the patterns of the settings `notes.path` and `people.path`, with those of private halves. */
export function layoutPaths(notes: string, people: string, privateHalves?: PrivateHalfPaths): LayoutPaths {
  return { notes: pathPattern(notes), people: pathPattern(people.replace('{name}', '{person}')), privateHalves };
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

/** Returns the name in a path that matches the path setting, or `undefined`. */
function personInSetting({ path }: NoteHeader, paths: LayoutPaths): string | undefined {
  const match = paths.notes.match(path);
  if (!match) return undefined;
  if (match.person === undefined) return '';
  const name = nameInPlace(match.person) ?? nameFromFileName(match.person);
  return isPossibleName(name) ? name : undefined;
}

const FAMILY_NAME_FIRST = /^\p{Lu}[\p{L}’'-]*, \p{Lu}[\p{L}’'-]*$/u;

/** Returns the name in a file or folder name that is meant for one person, which may be `Doe, Jane`. */
function nameInPlace(place: string): string | undefined {
  const { names } = namesInTitle(place);
  return names.length > 1 && FAMILY_NAME_FIRST.test(place) ? givenNameFirst(place) : names[0];
}

/** Tests whether the type or a tag of a note is that of a 1:1. */
export function isProven(header: NoteHeader): boolean {
  const isTagged = (said: FrontMatterSource): boolean => said.values.size > 0 && tagsOf(said).some(isOneOnOneTag);
  return isOneOnOneByType(header) || isTagged(header.frontMatter) || isTagged({ values: header.properties });
}

/** Tests whether the type of a note is that of a 1:1. */
export function isOneOnOneByType({ frontMatter, properties }: NoteHeader): boolean {
  return isTyped(frontMatter) || isTyped({ values: properties });
}

function isTyped(said: FrontMatterSource): boolean {
  return said.values.size > 0 && TYPE_KEYS.some((key) => textsOf(lookUp(said, key)).some(isOneOnOneType));
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
    return provenReading(proven);
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

/** Returns the reading of a 1:1 whose only named participant is certain. */
export function readingOf(name: string): Readings {
  return provenReading([participant.get(name)]);
}

function provenReading(participants: readonly Participant[]): Readings {
  return { evidence: 'proof', participants, others: [], isSupported: true, isScore: false };
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

/**
 * Tests whether the title and file name begin with a spelling of 1:1, or the file name is only a date in a folder of
 * 1:1s, so that the note is a 1:1 even if it contains no name.
 */
export function saysOneOnOne(header: NoteHeader): boolean {
  const name = fileName(header.path);
  const texts = [titleOf(header), name].filter(namesOneOnOne);
  return texts.length > 0
    ? texts.every((text) => beginsWithOneOnOne(text) && !namesOneOnOnes(text))
    : beginsWithOneOnOne(foldersOf(header.path).at(-1) ?? '') && beginsWithOneOnOne(`${name} 1:1`);
}

/** Returns the participants named in front matter. */
export function namedParticipants(said: FrontMatterSource): readonly Participant[] {
  for (const keys of said.values.size > 0 ? PARTICIPANT_KEYS : []) {
    let found = NOBODY;
    for (const key of keys) {
      const named = participantsIn(said, key);
      if (named.length > 0) found = found.length === 0 ? named : [...found, ...named];
    }
    if (found.length > 0) return found;
  }
  return NOBODY;
}

const NOBODY: readonly Participant[] = [];
/** The participants in a text, by its key. Notes with the same text share one list. */
const PARTICIPANTS_IN_TEXT = new Map(
  PARTICIPANT_KEYS.flat().map((key) => [key, new Interner((text) => participantsOf(text, key))]),
);

function participantsIn(said: FrontMatterSource, key: string): readonly Participant[] {
  const value = lookUp(said, key);
  if (typeof value === 'string') return PARTICIPANTS_IN_TEXT.get(key)?.get(value) ?? NOBODY;
  return value === undefined ? NOBODY : participantsOf(value, key);
}

function participantsOf(value: FrontMatterValue, key: string): readonly Participant[] {
  const named = PARTICIPANT_OF_KEY[key] ?? participant;
  const isSingle = SINGLE_KEYS.has(key) && /^\p{L}+,\s*\p{L}+$/u.test(textOf(value).trim());
  return trimToSize(namesOf(isSingle ? [value] : value).map((name) => named.get(name)));
}

/**
 * Returns the name of a page's person: from front matter, the title, or else the file name. Of a title and a file name
 * that begin alike, the fuller one is used. Without any name, as in `README.md`, the result is `''`.
 */
export function pageName(header: NoteHeader, paths: LayoutPaths): string {
  const written = nameIn(textOf(lookUp(header.frontMatter, 'person')) || textOf(lookUp(header.frontMatter, 'name')));
  if (written !== '') return written;
  const place = paths.people.match(header.path)?.person ?? fileName(header.path);
  const title = titleOf(header);
  const [inTitle = ''] = namesInTitle(title).names;
  const inPlace = nameInPlace(place) ?? '';
  if (inTitle !== '') return personKey(inPlace).startsWith(`${personKey(inTitle)} `) ? inPlace : inTitle;
  if (inPlace !== '') return inPlace;
  const [placed, titled] = [nameFromFileName(place.replace(/^@/, '')), nameIn(title)];
  const names = personKey(placed) === personKey(titled) ? [titled] : [placed, titled];
  return names.find((name) => !isTemplate(name) && !isOnlyTopics(name)) ?? '';
}

/** The keys with the name of the person who wrote the note. */
export const AUTHOR_KEYS = ['by', 'author'] as const;

/**
 * Returns the name of the person who wrote a note: from front matter, or else the participant whom neither the title
 * nor the path names, because the note is about the other one. Only a note with two participants has such an other.
 */
export function authorOf(header: NoteHeader, participants: readonly Participant[]): string | undefined {
  const [author, ...more] = namesOf(lookUp(header.frontMatter, ...AUTHOR_KEYS));
  if (author !== undefined) return more.length === 0 ? author : undefined;
  const [first, second, ...others] = participants;
  if (!first || !second || others.length > 0) return undefined;
  const [firstKey, secondKey] = [personKey(first.name), personKey(second.name)];
  for (const names of namesByWeight(header)) {
    const keys = names.map(personKey);
    const [namesFirst, namesSecond] = [areShortFor(keys, firstKey), areShortFor(keys, secondKey)];
    if (namesFirst && namesSecond) return undefined;
    if (namesFirst || namesSecond) return (namesFirst ? second : first).name;
  }
  return undefined;
}

/** Returns the names in the title, which decides for most notes, and then those in each place. */
function* namesByWeight(header: NoteHeader): Generator<readonly string[]> {
  const title = titleOf(header);
  yield namesInTitle(title).names;
  const places = { folders: foldersOf(header.path), fileName: fileName(header.path), title };
  for (const { names } of placedNames(places)) yield names;
}

/** Tests whether one of the keys is that of a full name or of its first name. */
function areShortFor(keys: readonly string[], full: string): boolean {
  return keys.some((key) => key !== '' && (key === full || key === firstName(full)));
}
