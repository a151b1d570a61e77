import type { CivilDate } from '../dates/civilDate';
import { findDate } from '../dates/findDate';
import { namesInTitle } from '../note/namesInTitle';
import { pathPattern, unknownPlaceholder } from '../note/pathPattern';
import { nameInSeries, foldersOfDate } from './nextInSeries';
import { pathSetting, pathSettingProblem, sanitizeSlug, withMarkdownEnding } from '../noteEdit/fileNames';
import type { Refusal } from '../text/edit';
import { type Message, message } from '../text/message';

/** A note in a separate file. Its path is relative to the root and uses `/`. */
interface DatedPath {
  readonly path: string;
  readonly date: CivilDate;
}

/**
 * Returns the path for a new note, modelled on the person's newest note: the same folder, or the corresponding folder
 * for its year, quarter, month or week, and the same pattern of the file name. If the path has no date, the file name is
 * the date.
 */
function nextPathLike({ path, date: oldDate }: DatedPath, request: NotePathRequest): string {
  const { date, person, aliases = [], isMe = () => false, previous } = request;
  const { folders, stem, ending } = partsOf(path);
  const newFolders = foldersOfDate(folders, oldDate, date);
  const series = { names: [person, ...aliases], isMe, folders, previous: previous && partsOf(previous).stem };
  const name = nameInSeries(stem, date, series) ?? undatedName(stem, folders, { oldDate, date });
  return [...newFolders, name + ending].join('/');
}

function partsOf(path: string): { folders: readonly string[]; stem: string; ending: string } {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const ending = /\.\w+$/.exec(name)?.[0] ?? '.md';
  return { folders, stem: name.slice(0, name.length - ending.length), ending };
}

function undatedName(
  stem: string,
  folders: readonly string[],
  { oldDate, date }: { readonly oldDate: CivilDate; readonly date: CivilDate },
): string {
  if (folders.some((folder) => findDate(folder)?.date === oldDate)) {
    return stem;
  }
  const isDayInMonth = stem === oldDate.slice(8) && folders.includes(oldDate.slice(0, 4));
  if (isDayInMonth) return date.slice(8);
  // A name without a date says whose note it is, so it is kept.
  const { names, isExact } = namesInTitle(stem);
  const gap = /\s/.test(stem) ? ' ' : '-';
  return isExact && names.length > 0 ? `${stem}${gap}${date}` : date;
}

/** The input for the path of a new note. Paths are relative to the root and use `/`. */
export interface NotePathRequest {
  readonly person: string;
  readonly date: CivilDate;
  /** The path setting, a pattern such as `1-1s/{person}/{date}.md`. */
  readonly setting: { readonly value: string; readonly isSetByUser: boolean };
  /** Other names of the person. */
  readonly aliases?: readonly string[];
  /** Tests whether a word is a name of the reader. */
  readonly isMe?: (word: string) => boolean;
  /** The location of the person's newest note. */
  readonly newest?: NewestNote | undefined;
  /** The path of the person's note before the newest one. */
  readonly previous?: string | undefined;
  /** The slugs of other people, for paths of this pattern. */
  readonly otherSlugs: ReadonlySet<string>;
  /** Whether a path is taken by a file other than a 1:1 with this person. */
  readonly isForeign: (path: string) => boolean;
}

/** A person's newest 1:1 and its location. */
interface NewestNote extends DatedPath {
  readonly kind: 'meeting' | 'log';
}

/** The path of a new note: a separate file (which may exist), or a log for a new entry (which may not exist yet). */
export interface NotePath {
  readonly kind: 'file' | 'log';
  readonly path: string;
}

const SETTING = 'oneOnOne.notes.path';
const PRIVATE_SETTING = 'oneOnOne.notes.privatePath';

/**
 * Returns the path of a new note: from the user's path setting, or else next to (or in) the person's newest note, or
 * else from the default path. A pattern without `{date}` means one log per person.
 */
export function notePath(request: NotePathRequest): NotePath | Refusal {
  const { person, date, setting, newest, isForeign } = request;
  if (newest && !setting.isSetByUser) {
    return newest.kind === 'log'
      ? { kind: 'log', path: newest.path }
      : { kind: 'file', path: ownPlace(nextPathLike(newest, request), isForeign) };
  }
  return settingPath({
    person,
    date,
    otherSlugs: request.otherSlugs,
    isForeign,
    setting: setting.value,
    name: SETTING,
  });
}

/** The input for a path according to a setting. */
interface SettingPathRequest extends Pick<NotePathRequest, 'person' | 'date' | 'otherSlugs' | 'isForeign'> {
  readonly setting: string;
  /** The name of the setting, for messages. */
  readonly name: string;
}

function settingPath({ person, date, otherSlugs, isForeign, setting, name }: SettingPathRequest): NotePath | Refusal {
  const slug = sanitizeSlug(person, otherSlugs);
  if (slug === undefined) {
    return { refused: message('path.noNoteName') };
  }
  const problem = notesPathProblem(setting);
  if (problem !== undefined) {
    return { refused: message('path.setting', name, setting, problem) };
  }
  const path = filledIn(setting, { person: slug, date, year: date.slice(0, 4), month: date.slice(5, 7) });
  return { kind: setting.includes('{date}') ? 'file' : 'log', path: ownPlace(path, isForeign) };
}

/** Returns the path of the private half of a note, according to the setting `notes.privatePath`. */
export function privateNotePath(request: Omit<SettingPathRequest, 'name'>): NotePath | Refusal {
  return settingPath({ ...request, name: PRIVATE_SETTING });
}

/** The setting `notes.privatePath`: a path, and the name of the workspace folder that it begins with, if there is one. */
interface PrivatePathSetting {
  readonly folder?: string | undefined;
  readonly path: string;
}

const OTHER_FOLDER = /^\$\{workspaceFolder:([^{}]+)\}[\\/]/;

/**
 * Reads the setting `notes.privatePath`. Returns `undefined` if it is empty. Its paths must differ from those of
 * `notes.path`, because everything at its place is private.
 */
export function privatePathSetting(value: string, notesSetting: string): PrivatePathSetting | Refusal | undefined {
  const written = value.trim();
  if (written === '') return undefined;
  const [prefix = '', folder] = OTHER_FOLDER.exec(written) ?? [];
  const path = written.slice(prefix.length);
  const problem = notesPathProblem(path) ?? privatePlaceProblem(path, folder === undefined ? notesSetting : '');
  return problem === undefined
    ? { folder, path: filledIn(path, {}) }
    : { refused: message('path.setting', PRIVATE_SETTING, value, problem) };
}

function privatePlaceProblem(path: string, notesSetting: string): Message | undefined {
  if (!path.includes('{date}') || !path.includes('{person}')) return message('path.privateOneFile');
  const shared = filledIn(notesSetting, { person: 'jane-doe', date: '2026-11-30', year: '2026', month: '11' });
  return pathPattern(filledIn(path, {})).match(shared) ? message('path.privateIsShared') : undefined;
}

/** Returns the next free path after `path`: `2026-11-30-2.md`, then `-3`. */
export function nextFreePath(path: string, taken: (path: string) => boolean): string {
  const [, stem = path, ending = ''] = /^(.*?)(\.\w+)?$/s.exec(path) ?? [];
  for (let next = 2; ; next++) {
    const candidate = `${stem}-${next}${ending}`;
    if (!taken(candidate)) {
      return candidate;
    }
  }
}

function ownPlace(path: string, isForeign: (path: string) => boolean): string {
  return isForeign(path) ? nextFreePath(path, isForeign) : path;
}

function filledIn(setting: string, values: Readonly<Record<string, string>>): string {
  const path = pathSetting(setting)
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/')
    .replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return withMarkdownEnding(path);
}

/** Returns the message for an invalid path setting, or `undefined` if it is valid. */
function notesPathProblem(setting: string): Message | undefined {
  const pattern = pathSetting(setting);
  const unknown = unknownPlaceholder(pattern);
  if (unknown !== undefined) {
    return message('path.unknownPlaceholder', unknown);
  }
  const problem = pathSettingProblem(pattern);
  if (problem !== undefined) {
    return message('path.notes', problem);
  }
  if (!pattern.includes('{date}') && !pattern.includes('{person}')) {
    return message('path.notesOneFile');
  }
  return undefined;
}
