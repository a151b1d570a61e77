import { findDate } from '../dates/findDate';
import { replaceDate } from '../dates/replaceDate';
import type { CivilDate } from '../dates/civilDate';

/** The names that belong into the file name of a series of notes. */
export interface SeriesNames {
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
  const kept = new Set([...own, ...SERIES_WORDS, ...wordsOf(previous ?? '')]);
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
