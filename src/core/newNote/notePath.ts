import { type CivilDate, monthName } from '../dates/civilDate';
import { findDate } from '../dates/findDate';
import { replaceDate } from '../dates/replaceDate';
import { unknownPlaceholder } from '../note/pathPattern';
import { pathSetting, pathSettingProblem, sanitizeSlug, withMarkdownEnding } from '../noteEdit/fileNames';
import type { Refusal } from '../text/edit';
import { type Message, message } from '../text/message';

/** A note in a separate file. Its path is relative to the root and uses `/`. */
export interface DatedPath {
  readonly path: string;
  readonly date: CivilDate;
}

/**
 * Returns the path for a note of `date`, modelled on another note's path: the same folder, or the corresponding folder
 * for the month or year, and the same date format in the file name. If the path has no date, the file name is the date.
 */
export function nextPathLike({ path, date: oldDate }: DatedPath, date: CivilDate): string {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  const ending = /\.\w+$/.exec(name)?.[0] ?? '.md';
  const stem = name.slice(0, name.length - ending.length);
  const folders = inOtherFolders(segments, oldDate, date);
  return [...folders, otherName({ stem, folders: segments, oldDate, date }) + ending].join('/');
}

/** Replaces the year and month of the old date in folder names. */
function inOtherFolders(folders: readonly string[], oldDate: CivilDate, date: CivilDate): readonly string[] {
  let isInYear = false;
  return folders.map((folder) => {
    const whole = replaceDate(folder, date);
    if (whole && findDate(folder)?.date === oldDate) {
      return whole.text;
    }
    const [oldYear, year] = [oldDate.slice(0, 4), date.slice(0, 4)];
    if (folder === oldYear) {
      isInYear = true;
      return year;
    }
    const month = folder.startsWith(oldYear) ? folder.slice(oldYear.length) : isInYear ? folder : undefined;
    const other = month === undefined ? undefined : otherMonth(month, oldDate, date);
    return other === undefined ? folder : folder.startsWith(oldYear) ? year + other : other;
  });
}

/**
 * Rewrites a month (`11`, `-11`, `November`, `11-Nov`, `Q4`) for another date. Returns `undefined` if `text` is not a
 * month.
 */
function otherMonth(text: string, oldDate: CivilDate, date: CivilDate): string | undefined {
  const writings: readonly ((of: CivilDate) => string)[] = [
    (of) => of.slice(5, 7),
    (of) => String(Number(of.slice(5, 7))),
    (of) => monthName(of),
    (of) => monthName(of).slice(0, 3),
    (of) => `Q${Math.ceil(Number(of.slice(5, 7)) / 3)}`,
  ];
  const parts = text.split(/([\p{L}\d]+)/u);
  const known = parts.map((part) => writings.find((write) => write(oldDate).toLowerCase() === part.toLowerCase()));
  if (known.every((writing) => writing === undefined)) {
    return undefined;
  }
  return parts
    .map((part, index) => {
      const written = known[index]?.(date) ?? part;
      return part === part.toLowerCase() ? written.toLowerCase() : written;
    })
    .join('');
}

interface NameRequest {
  readonly stem: string;
  readonly folders: readonly string[];
  readonly oldDate: CivilDate;
  readonly date: CivilDate;
}

function otherName({ stem, folders, oldDate, date }: NameRequest): string {
  const found = findDate(stem);
  const redated = found && replaceDate(stem, date);
  if (redated) {
    // The number of a second note of the same day is removed, because the new note is the first of its day.
    return /-[2-9]$/.test(stem) && found.end <= stem.length - 2 ? redated.text.replace(/-[2-9]$/, '') : redated.text;
  }
  if (folders.some((folder) => findDate(folder)?.date === oldDate)) {
    return stem;
  }
  const isDayInMonth = stem === oldDate.slice(8) && folders.includes(oldDate.slice(0, 4));
  return isDayInMonth ? date.slice(8) : date;
}

/** The input for the path of a new note. Paths are relative to the root and use `/`. */
export interface NotePathRequest {
  readonly person: string;
  readonly date: CivilDate;
  /** The path setting, a pattern such as `1-1s/{person}/{date}.md`. */
  readonly setting: { readonly value: string; readonly isSetByUser: boolean };
  /** The location of the person's newest note. */
  readonly newest?: NewestNote | undefined;
  /** The slugs of other people, for paths of this pattern. */
  readonly otherSlugs: ReadonlySet<string>;
  /** Whether a path is taken by a file other than a 1:1 with this person. */
  readonly isForeign: (path: string) => boolean;
}

/** A person's newest 1:1 and its location. */
export interface NewestNote extends DatedPath {
  readonly kind: 'meeting' | 'log';
}

/** The path of a new note: a separate file (which may exist), or a log for a new entry (which may not exist yet). */
export interface NotePath {
  readonly kind: 'file' | 'log';
  readonly path: string;
}

const SETTING = 'oneOnOne.notes.path';

/**
 * Returns the path of a new note: from the user's path setting, or else next to (or in) the person's newest note, or
 * else from the default path. A pattern without `{date}` means one log per person.
 */
export function notePath(request: NotePathRequest): NotePath | Refusal {
  const { person, date, setting, newest, isForeign } = request;
  if (newest && !setting.isSetByUser) {
    return newest.kind === 'log'
      ? { kind: 'log', path: newest.path }
      : { kind: 'file', path: ownPlace(nextPathLike(newest, date), isForeign) };
  }
  const slug = sanitizeSlug(person, request.otherSlugs);
  if (slug === undefined) {
    return { refused: message('path.noNoteName') };
  }
  const path = filledIn(setting.value, { person: slug, date, year: date.slice(0, 4), month: date.slice(5, 7) });
  if (typeof path !== 'string') {
    return path;
  }
  return setting.value.includes('{date}')
    ? { kind: 'file', path: ownPlace(path, isForeign) }
    : { kind: 'log', path: ownPlace(path, isForeign) };
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

function filledIn(setting: string, values: Readonly<Record<string, string>>): string | Refusal {
  const pattern = pathSetting(setting);
  const problem = problemOf(pattern);
  if (problem !== undefined) {
    return { refused: message('path.setting', SETTING, setting, problem) };
  }
  const path = pattern
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/')
    .replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return withMarkdownEnding(path);
}

/** Returns the message for an invalid path setting, or `undefined` if it is valid. */
function problemOf(pattern: string): Message | undefined {
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
