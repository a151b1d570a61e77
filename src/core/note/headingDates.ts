import { type CivilDate, monthNamed } from '../dates/civilDate';
import { findDate, WEEKDAY } from '../dates/findDate';
import type { Block } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { namesOneOnOne } from './oneOnOne';

/** A heading outside lists and quotes, with its date. */
export interface TitledHeading {
  readonly block: Block;
  readonly title: string;
  readonly date: CivilDate | undefined;
}

/** Markup before a date: tags, comments, and the folders of a link. */
const MARKUP = /<!--[^>]*(?:>|$)|<\/?[a-z][^<>]*>?|(?<=\[\[)[^[\]|]{1,200}\/|&nbsp;/gi;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** The words of 1:1 between its separators. */
const ONE_ON_ONE = /^(?:1?on1?|1o1|1to1|to|one|1on1s|ones)$/;
/** Weekdays in the usual languages of notes. */
const WEEKDAY_NAME = new RegExp(
  `^(?:${[
    WEEKDAY,
    '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch',
    '(?:lun|mar|mercre|jeu|vendre|same)di|dimanche',
    'lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo',
    '(?:maan|dins|woens|donder|vrij|zater|zon)dag',
    '(?:lune|marte|mercole|giove|vener)d[iì]|sabato|domenica',
    '(?:segunda|terça|quarta|quinta|sexta)|feira',
    '[月火水木金土日]曜?日?|(?:星期|[周週])[一二三四五六日天]|[월화수목금토일]요?일?',
  ].join('|')})$`,
  'iu',
);
/** Words before a date that only say that there was a meeting. */
const MEETING_WORDS = new Set(
  (
    'meeting meetings session sessions entry date day week wk w kw weekly biweekly bi monthly fortnightly sync catchup ' +
    'catch up check checkin in call chat log minutes notes note nr no number of from the'
  ).split(' '),
);
/** Maximum number of words before the date in the heading of a 1:1. */
const MOST_WORDS_BEFORE = 8;

interface DatedTitle {
  readonly block: Block;
  readonly date: CivilDate;
  /** The level and the words before the date that are not dress. They are equal in the headings of one series. */
  readonly series: string;
  /** Whether the heading is the date of a meeting by its own words. */
  readonly isClear: boolean;
}

/**
 * Returns the headings with their dates. A date counts if only markup, emoji, a number, a weekday or words for the
 * meeting come before it. Other words count if several headings of that level have them.
 */
export function titledHeadings({ text, blocks }: ParsedMarkdown): readonly TitledHeading[] {
  const headings = blocks
    .filter((block) => block.kind === 'heading' && block.parent < 0)
    .map((block) => ({ block, title: text.slice(block.start, block.end) }));
  const dates = datesOf(headings.flatMap(({ block, title }) => datedTitle(block, title)));
  return headings.map(({ block, title }) => ({ block, title, date: dates.get(block) }));
}

function datesOf(titles: readonly DatedTitle[]): ReadonlyMap<Block, CivilDate> {
  const level = Math.min(...titles.filter(({ isClear }) => isClear).map(({ block }) => block.level));
  const counts = new Map<string, number>();
  for (const { series } of titles) counts.set(series, (counts.get(series) ?? 0) + 1);
  const isInSeries = ({ block, series }: DatedTitle): boolean =>
    (counts.get(series) ?? 0) > 1 && (level === Infinity || block.level === level);
  const dated = titles.filter((title) => title.isClear || isInSeries(title));
  return new Map(dated.map(({ block, date }) => [block, date]));
}

function datedTitle(block: Block, title: string): readonly DatedTitle[] {
  const found = findDate(title);
  if (!found) return [];
  const before = title.slice(0, found.start).replace(MARKUP, ' ');
  const words = (before.toLowerCase().match(WORD) ?? []).filter((word) => !isDress(word));
  const others = words.filter((word) => !MEETING_WORDS.has(word));
  // A heading of level 1 with more words is the title of a whole note.
  const isEntry =
    block.level > 1 && (others.length === 0 || (namesOneOnOne(before) && words.length <= MOST_WORDS_BEFORE));
  return [
    { block, date: found.date, series: `${block.level} ${others.join(' ')}`, isClear: words.length === 0 || isEntry },
  ];
}

function isDress(word: string): boolean {
  return /^\d+$/.test(word) || ONE_ON_ONE.test(word) || WEEKDAY_NAME.test(word) || monthNamed(word) !== undefined;
}
