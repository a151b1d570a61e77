import { findDate } from '../dates/findDate';
import { replaceDate } from '../dates/replaceDate';
import { type CivilDate, monthName, weekOf } from '../dates/civilDate';

/** The names that belong into the file name of a series of notes. */
interface SeriesNames {
  /** The name and aliases of the person. */
  readonly names: readonly string[];
  /** Tests whether a word is a name of the reader. */
  readonly isMe: (word: string) => boolean;
  /** The folders of the note. */
  readonly folders: readonly string[];
  /** The file name of the note before, without its extension. */
  readonly previous: string | undefined;
}

/** The id of an export, and the mark of a copy: `copy`, `(2)`. */
const EXPORT_ID = /(?<![\s_-])[\s_-]+(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\da-z])/gi;
const COPY_MARK = /(?:[\s_-]{1,4}\(?(?:copy|kopie|copie|copia)\)?(?:[\s_-]{1,4}\(?\d{1,2}\)?)?|\s{0,4}\(\d{1,2}\))$/i;
const BRACKETED = /[\s_-]{0,4}(?:\([^()]{0,200}\)|\[[^[\]]{0,200}\])/g;
const WORD = /([\p{L}\p{M}\p{N}'’]+)/u;
/** Words for a 1:1 and other words that all notes of a series have. */
const SERIES_WORDS = new Set(
  (
    '1 on one to 1on1 1o1 1to1 121 with w meeting meetings note notes session sync weekly biweekly bi monthly ' +
    'catchup catch up checkin check in chat call log and'
  ).split(' '),
);

/**
 * Replaces the date in a file name and leaves out what belongs to that one note: its time, the id of an export, the mark
 * of a copy, and its topic. Words stay if the note before has them or if nothing else names the person. Returns
 * `undefined` if the name has no date.
 */
export function nameInSeries(stem: string, date: CivilDate, series: SeriesNames): string | undefined {
  const bare = withoutMarks(stem);
  const redated = replaceDate(bare, date);
  if (!redated) return undefined;
  const previous = series.previous === undefined ? undefined : withoutMarks(series.previous);
  if (previous !== undefined && replaceDate(previous, date)?.text === redated.text) return redated.text;
  const start = findDate(bare)?.start ?? 0;
  const own = wordsOf(series.names.join(' '));
  const isNamed = [bare, ...series.folders].some((text) => wordsOf(text).some((word) => own.includes(word)));
  const kept = new Set([...own, ...SERIES_WORDS, ...wordsOf(withoutDate(previous ?? ''))]);
  const isKept = (word: string): boolean =>
    (!isNamed && previous === undefined) || wordsOf(word).every((part) => kept.has(part) || series.isMe(part));
  const before = keptWords(redated.text.slice(0, start), isKept);
  const after = keptWords(redated.text.slice(redated.end), isKept);
  return `${before.replace(/^[\s_–—-]+/, '')}${redated.text.slice(start, redated.end)}${after}`;
}

function withoutMarks(stem: string): string {
  const bare = stem.replace(EXPORT_ID, '').replace(COPY_MARK, '');
  // The number of a second note of the same day.
  const found = findDate(bare);
  return found && found.end <= bare.length - 2 ? bare.replace(/-[2-9]$/, '') : bare;
}

function withoutDate(stem: string): string {
  const { start, end } = findDate(stem) ?? { start: 0, end: 0 };
  return `${stem.slice(0, start)} ${stem.slice(end)}`;
}

function keptWords(text: string, isKept: (word: string) => boolean): string {
  const isTopic = (part: string): boolean => !wordsOf(part).some((word) => isKept(word));
  const parts = text.replace(BRACKETED, (part) => (isTopic(part) ? '' : part)).split(WORD);
  let result = '';
  let isCut = false;
  // Separators have even indices, and words have odd ones.
  for (let at = 0; at < parts.length; at += 2) {
    const [separator = '', word = ''] = parts.slice(at, at + 2);
    const isLast = at === parts.length - 1;
    if (isLast ? !isCut : isKept(word)) result += separator + word;
    isCut = !isLast && !isKept(word);
  }
  return result;
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(WORD)
    .filter((_, at) => at % 2 === 1);
}

/** A way to write the period of a date. */
type Writer = (date: CivilDate) => string;

const YEARS: readonly Writer[] = [(date) => date.slice(0, 4)];
const MONTHS: readonly Writer[] = [
  (date) => date.slice(5, 7),
  (date) => String(Number(date.slice(5, 7))),
  monthName,
  (date) => monthName(date).slice(0, 3),
];
const DAYS: readonly Writer[] = [(date) => date.slice(8)];
/** Quarters and weeks, which are certain also without a year around them. */
const PARTS: readonly Writer[] = [
  (date) => `Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`,
  (date) => `H${date.slice(5, 7) < '07' ? 1 : 2}`,
  ...['W', 'KW', 'CW', 'Wk', 'Week'].flatMap((name): Writer[] => [
    (date) => name + String(weekOf(date).week).padStart(2, '0'),
    (date) => name + String(weekOf(date).week),
  ]),
];
const WEEKS: readonly Writer[] = [
  (date) => String(weekOf(date).week).padStart(2, '0'),
  (date) => String(weekOf(date).week),
];
const WEEK_WORD = /^(?:k?w|cw|wk|week|woche)$/i;
const WEEK = /^(?:k?w|cw|wk|week)\d{1,2}$/i;
/** A word of a folder name. A year may be joined to a month, a quarter or a week: `2026Q4`, `202611`. */
const FOLDER_WORD = /(\d{4}(?=(?:[qhw]|kw)\d|\d{2}(?!\d))|[\p{L}\d]+)/iu;

/** Replaces the old date in folder names, and its year, quarter, month, week and day. */
export function foldersOfDate(folders: readonly string[], old: CivilDate, date: CivilDate): readonly string[] {
  let isInYear = false;
  let isInMonth = false;
  return folders.map((folder, index) => {
    const whole = findDate(folder)?.date === old ? replaceDate(folder, date) : undefined;
    if (whole) return whole.text;
    // Weeks at the turn of a year belong to the year of most of their days.
    const isOfWeek = hasWeek(folder) || (isYear(folder) && hasWeek(folders[index + 1] ?? ''));
    const years: readonly Writer[] = isOfWeek ? [(each) => weekOf(each).year] : YEARS;
    const parts = folder.split(FOLDER_WORD);
    const hasYear = parts.some((part) => matching(part, years, old) !== undefined);
    const isInPeriod = isInYear || hasYear;
    const candidates = [...years, ...PARTS, ...(isInPeriod ? MONTHS : []), ...(isInMonth ? DAYS : [])];
    const written = parts.map((part, at) => {
      const isWeekNumber = WEEK_WORD.test(parts[at - 2] ?? '');
      const writer = matching(part, isWeekNumber ? WEEKS : candidates, old);
      return writer ? inCaseOf(part, writer(date)) : part;
    });
    isInMonth ||= isInPeriod && parts.some((part) => matching(part, MONTHS, old) !== undefined);
    isInYear ||= isYear(folder) && hasYear;
    return written.join('');
  });
}

function hasWeek(folder: string): boolean {
  const parts = folder.split(FOLDER_WORD);
  return parts.some((part) => WEEK.test(part) || WEEK_WORD.test(part));
}

function isYear(folder: string): boolean {
  return /^\d{4}$/.test(folder);
}

function matching(part: string, writers: readonly Writer[], old: CivilDate): Writer | undefined {
  return part === '' ? undefined : writers.find((write) => write(old).toLowerCase() === part.toLowerCase());
}

function inCaseOf(old: string, written: string): string {
  if (old === old.toLowerCase()) return written.toLowerCase();
  return old === old.toUpperCase() && /\p{L}{2}/u.test(old) ? written.toUpperCase() : written;
}
