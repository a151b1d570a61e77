import { type CivilDate, monthNamed } from '../dates/civilDate';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { detach } from '../text/retained';
import type { SectionKind } from './note';
import { namesOneOnOne } from './oneOnOne';
import { sectionKindOf } from './sections';
import { findDate, WEEKDAY } from '../dates/findDate';
import type { Block } from '../markdown/block';

/** The lines of a note that are one meeting. */
export interface MeetingSpan {
  readonly date: CivilDate;
  readonly line: number;
  readonly endLine: number;
  /** Level of the dated heading, or 0 if the meeting is the whole note. */
  readonly level: number;
  /** The text of the dated heading of a log. */
  readonly heading?: string;
  /** The framework named in the front matter. */
  readonly framework?: string;
}

/**
 * Returns the meetings of a running log: the dated headings of the highest level with a date. Dates in lower headings
 * are ignored.
 */
export function logMeetings(note: ParsedMarkdown): readonly MeetingSpan[] {
  return meetingsAt(titledHeadings(note), note);
}

/**
 * Returns the meetings of a log on a person's page: the dated headings that name a 1:1, such as `## 1:1 on 2026-11-30`,
 * or are below a heading that does. Other dates on a page belong to something else.
 */
export function pageMeetings(note: ParsedMarkdown): readonly MeetingSpan[] {
  /** Level of the heading that names 1:1s and whose section has not ended. */
  let within = 7;
  const headings = titledHeadings(note).map((heading) => {
    const { block, title } = heading;
    if (block.level <= within) within = namesOneOnOne(title) ? block.level : 7;
    return within < 7 ? heading : { ...heading, date: undefined };
  });
  return meetingsAt(headings, note);
}

function meetingsAt(headings: readonly TitledHeading[], note: ParsedMarkdown): readonly MeetingSpan[] {
  const level = headings.reduce((least, { block, date }) => (date && block.level < least ? block.level : least), 7);
  if (level > 6) return [];
  const entries = entriesOf(headings, level);
  const hasLower = entries.some(({ rest: [first] }) => first !== undefined && first.block.level > level);
  const hasSectionsBeside = entries.some(
    (entry) => isSectionBeside(entry) || (!hasLower && isFollowedBySection(entry, note)),
  );
  return entries.map(({ heading: { block, title }, date, rest, end }) => {
    const next = hasSectionsBeside && rest[0]?.block.level === level ? end : (rest.find(isAt(level)) ?? end);
    return {
      date,
      line: block.line,
      endLine: next ? next.block.line - 1 : Number.MAX_SAFE_INTEGER,
      level,
      heading: detach(title.trim()),
    };
  });
}

/** A dated heading of a log. */
interface LogEntry {
  readonly heading: TitledHeading;
  readonly date: CivilDate;
  /** The undated headings below it, of its level and lower. */
  readonly rest: readonly TitledHeading[];
  /** The heading that ends it for certain: the next date, a higher heading, or lines parked for the next meeting. */
  readonly end: TitledHeading | undefined;
}

function entriesOf(headings: readonly TitledHeading[], level: number): readonly LogEntry[] {
  const entries: LogEntry[] = [];
  let rest: TitledHeading[] = [];
  let end: TitledHeading | undefined;
  // Iterates backwards, so that the headings below are known.
  for (const heading of headings.toReversed()) {
    const { block, date, title } = heading;
    const isOfLevel = block.level === level;
    if (date && isOfLevel) entries.push({ heading, date, rest: rest.reverse(), end });
    if (block.level < level || (isOfLevel && (date !== undefined || sectionKindOf(title) === 'next'))) {
      [rest, end] = [[], heading];
    } else {
      rest.push(heading);
    }
  }
  return entries.reverse();
}

/** Kinds of sections that a log has in its entries, not below them. */
const MEETING_SECTIONS: ReadonlySet<SectionKind> = new Set([
  'followUps',
  'mine',
  'theirs',
  'agenda',
  'status',
  'onMyMind',
]);

/**
 * Tests whether an entry has a section of the level of its date: it comes first and is between two dates, or its name is
 * that of a meeting's section.
 */
function isSectionBeside({ heading: { block }, rest: [first], end }: LogEntry): boolean {
  if (first?.block.level !== block.level) return false;
  const kind = sectionKindOf(first.title);
  const isBetween = end?.date !== undefined && end.block.level === block.level;
  return isBetween || (kind !== undefined && MEETING_SECTIONS.has(kind));
}

/** Tests whether a heading of the level of the date follows it without text between them. */
function isFollowedBySection({ heading: { block }, rest: [first] }: LogEntry, { blocks }: ParsedMarkdown): boolean {
  return (
    first?.block.level === block.level &&
    !blocks.some(({ kind, line }) => kind !== 'break' && line > block.endLine && line < first.block.line)
  );
}

function isAt(level: number): (heading: TitledHeading) => boolean {
  return ({ block }) => block.level === level;
}

/**
 * Returns the index of the meeting at a line: the last one that begins at or above it, so that the empty line at the
 * end of a log belongs to the last meeting. Above all meetings, or without a line, it is the newest meeting. Without
 * meetings, it is -1.
 */
export function meetingIndexAt(
  meetings: readonly Pick<MeetingSpan, 'date' | 'line'>[],
  line: number | undefined,
): number {
  const above = meetings.findLastIndex((meeting) => line !== undefined && meeting.line <= line);
  if (above >= 0) return above;
  const newest = meetings.reduce((last, { date }) => (date > last ? date : last), '');
  return meetings.findLastIndex(({ date }) => date === newest);
}

/** A heading outside lists and quotes, with its date. */
interface TitledHeading {
  readonly block: Block;
  readonly title: string;
  readonly date: CivilDate | undefined;
}

/** Markup before a date: tags, comments, and the folders of a link. */
const MARKUP = /<!--[^>]*(?:>|$)|<\/?[a-z][^<>]*>?|(?<=\[\[)[^[\]|]{1,200}\/|&nbsp;/gi;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** The words of 1:1 between its separators. */
const ONE_ON_ONE = /^(?:1?on1?|1o1|1to1|to|one|1on1s|ones)$/;
/** A number, or the number of a week: `W49`, `KW49`. */
const NUMBER_OR_WEEK = /^(?:w|wk|kw|cw)?\d+$/;
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
    'meeting meetings session sessions entry date day week wk w kw cw weekly biweekly bi monthly fortnightly sync catchup ' +
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
  return (
    NUMBER_OR_WEEK.test(word) || ONE_ON_ONE.test(word) || WEEKDAY_NAME.test(word) || monthNamed(word) !== undefined
  );
}
