import { monthName, type CivilDate } from '../civilDate';
import { findDate } from '../note/dateIn';
import { replaceDate } from './dateStyle';

/** A note kept in a file of its own. Its path is relative to the root, with `/`. */
export interface DatedPath {
  readonly path: string;
  readonly date: CivilDate;
}

/**
 * The path of a note of `date` after the pattern of another: in the same folder, or the same folder of the other month
 * or year, and with the date in the file name in the same writing. A name
 * in a place without any date gives way to the date alone.
 */
export function nextPathLike({ path, date: oldDate }: DatedPath, date: CivilDate): string {
  const segments = path.split('/');
  const name = segments.pop() ?? '';
  const ending = /\.\w+$/.exec(name)?.[0] ?? '.md';
  const stem = name.slice(0, name.length - ending.length);
  const folders = inOtherFolders(segments, oldDate, date);
  return [...folders, otherName({ stem, folders: segments, oldDate, date }) + ending].join('/');
}

/** Folders named by the old date's year and month, named by the new one's. */
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

/** `11`, `-11`, `November`, `11-Nov`, `Q4` in the month of another date; `undefined` for what is no month. */
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
    // The note may be a second one of its day; the new one is the first of its own.
    return /-[2-9]$/.test(stem) && found.end <= stem.length - 2 ? redated.text.replace(/-[2-9]$/, '') : redated.text;
  }
  if (folders.some((folder) => findDate(folder)?.date === oldDate)) {
    return stem;
  }
  const isDayInMonth = stem === oldDate.slice(8) && folders.includes(oldDate.slice(0, 4));
  return isDayInMonth ? date.slice(8) : date;
}
