import { addDays, addMonths, civilDate, type CivilDate, MONTH_NAMES, monthNamed, weekdayOf } from './civilDate';
import { amountOf } from './amountWords';
import { findDate, ORDINAL_SUFFIX } from './findDate';

/** The days that words may mean. More than one if people use the words in different ways; none if they are no date. */
interface WordsMeaning {
  readonly dates: readonly CivilDate[];
  /** Whether the words name a weekday that is not the weekday of their date. The first date has that weekday. */
  readonly isContradiction?: boolean;
}

const NOTHING: readonly CivilDate[] = [];
const WEEKDAY_NAMES = [
  'sun(?:day)?',
  'mon(?:day)?',
  'tues?(?:day)?',
  'wed(?:s|nesday)?',
  'thu(?:r|rs|rsday)?',
  'fri(?:day)?',
  'sat(?:urday)?',
] as const;
const WEEKDAY = `(?:${WEEKDAY_NAMES.join('|')})`;
const MONDAY = 1;
const FRIDAY = 5;
const SUNDAY = 0;
/** Years to look ahead for a day such as 29 February. */
const MOST_YEARS_AHEAD = 8;

const MONTH = `(?:${MONTH_NAMES.join('|')})`;
const DAY = String.raw`(\d{1,2})(?:${ORDINAL_SUFFIX})?`;
const DAY_MONTH = new RegExp(`^${DAY}[ ./-]?(?:of )?(${MONTH})$`, 'i');
const MONTH_DAY = new RegExp(`^(${MONTH})[ ./-]?(?:the )?${DAY}$`, 'i');
const DAY_ALONE = new RegExp(
  String.raw`^(?:(?:the )?(\d{1,2})${ORDINAL_SUFFIX}|the (\d{1,2}))(?: (?:of|in) (the|this|next) month)?$`,
);
const WEEKDAY_AROUND = new RegExp(`^(?:(${WEEKDAY}) (?:the )?(.+)|(.+) (${WEEKDAY}))$`);
const MONTH_AND_YEAR = new RegExp(String.raw`^(${MONTH})(?: ((?:19|20)\d{2}))?$`, 'i');
const QUARTER = /^q([1-4])(?: ((?:19|20)\d{2}))?$/;

/** Phrases with another phrase for the same day. */
const IN_OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['eod', 'today'],
  ['tonight', 'today'],
  ['now', 'today'],
  ['eow', 'end of week'],
  ['eom', 'end of month'],
  ['eoq', 'end of quarter'],
  ['eoy', 'end of year'],
  ['fortnight', 'a fortnight'],
]);

/** Returns the days that words may mean. The words are in lower case, with single spaces and without punctuation. */
export function datesMeant(written: string, today: CivilDate): WordsMeaning {
  const words = IN_OTHER_WORDS.get(written) ?? written;
  const plain = plainDates(words, today);
  if (plain.length > 0) return { dates: plain };
  const around = WEEKDAY_AROUND.exec(words);
  if (!around) return { dates: NOTHING };
  const [, first, behind, before, last] = around;
  const [date, ...others] = calendarDates(behind ?? before ?? '', today);
  if (date === undefined) return { dates: NOTHING };
  const weekday = weekdayNumber(first ?? last ?? '');
  const fitting = [date, ...others].filter((each) => weekdayOf(each) === weekday);
  return fitting.length > 0
    ? { dates: fitting.slice(0, 1) }
    : { dates: [nearest(date, weekday), date], isContradiction: true };
}

function plainDates(words: string, today: CivilDate): readonly CivilDate[] {
  for (const read of [dayNames, weekdays, calendarDates, amounts, nextPeriods, periodEdges, weekOf]) {
    const dates = read(words, today);
    if (dates.length > 0) return [...new Set(dates)].sort();
  }
  return NOTHING;
}

function dayNames(words: string, today: CivilDate): readonly CivilDate[] {
  if (/^today$/.test(words)) return [today];
  if (/^(?:tomorrow|tmrw?|tmw)$/.test(words)) return [addDays(today, 1)];
  if (/^(?:the )?day after tomorrow$/.test(words)) return [addDays(today, 2)];
  return words === 'yesterday' ? [addDays(today, -1)] : NOTHING;
}

const WEEKDAY_PHRASES: readonly [RegExp, (weekday: number, today: CivilDate) => readonly CivilDate[]][] = [
  [weekdayPhrase('(?:(?:this )?coming )?W'), comingWeekday],
  [weekdayPhrase('this W|this week (?:on )?W|W (?:of )?this week'), weekdayOfThisWeek],
  [weekdayPhrase('next week (?:on )?W|W (?:of )?next week'), (weekday, today) => inWeeksAway(weekday, today, 1)],
  [weekdayPhrase('next W|W next'), nextWeekday],
  [weekdayPhrase('last W'), lastWeekday],
  [weekdayPhrase('W last week|last week (?:on )?W'), (weekday, today) => inWeeksAway(weekday, today, -1)],
  [weekdayPhrase('W week|(?:a )?week (?:on|from) W'), (weekday, today) => later(comingWeekday(weekday, today), 7)],
];

function weekdayPhrase(form: string): RegExp {
  return new RegExp(`^(?:${form.replaceAll('W', `(${WEEKDAY})`)})$`);
}

function weekdays(words: string, today: CivilDate): readonly CivilDate[] {
  for (const [pattern, read] of WEEKDAY_PHRASES) {
    const name = pattern.exec(words)?.slice(1).find(Boolean);
    if (name !== undefined) return read(weekdayNumber(name), today);
  }
  return NOTHING;
}

function weekdayNumber(name: string): number {
  return WEEKDAY_NAMES.findIndex((pattern) => new RegExp(`^${pattern}$`).test(name));
}

/** The next such day. On that weekday itself, some mean today and some mean a week later. */
function comingWeekday(weekday: number, today: CivilDate): readonly CivilDate[] {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  return ahead === 0 ? [today, addDays(today, 7)] : [addDays(today, ahead)];
}

/** The day in the week that is some weeks away. Weeks begin on Monday or on Sunday. */
function inWeeksAway(weekday: number, today: CivilDate, weeks: number): readonly CivilDate[] {
  return [MONDAY, SUNDAY].map((first) => {
    const start = addDays(today, -((weekdayOf(today) - first + 7) % 7) + 7 * weeks);
    return addDays(start, (weekday - first + 7) % 7);
  });
}

function weekdayOfThisWeek(weekday: number, today: CivilDate): readonly CivilDate[] {
  return inWeeksAway(weekday, today, 0).filter((date) => date >= today);
}

/** Some mean the first such day after today, some the one in the next week. */
function nextWeekday(weekday: number, today: CivilDate): readonly CivilDate[] {
  const first = comingWeekday(weekday, today).filter((date) => date > today);
  return [...first, ...inWeeksAway(weekday, today, 1)];
}

function lastWeekday(weekday: number, today: CivilDate): readonly CivilDate[] {
  const back = (weekdayOf(today) - weekday + 6) % 7;
  return [addDays(today, -1 - back), ...inWeeksAway(weekday, today, -1)];
}

function later(dates: readonly CivilDate[], days: number): readonly CivilDate[] {
  return dates.map((date) => addDays(date, days));
}

/** Reads dates of the calendar: with a year, a day and a month, or only a day of the month. */
function calendarDates(words: string, today: CivilDate): readonly CivilDate[] {
  const found = findDate(words);
  if (found) {
    const isWhole = words.slice(0, found.start).replace(/^the /, '') === '' && found.end === words.length;
    return isWhole ? [found.date] : NOTHING;
  }
  const bare = words.replace(/^the (?=\d+\D* )/, '');
  const [, day, month] = DAY_MONTH.exec(bare) ?? [];
  const [, otherMonth, otherDay] = MONTH_DAY.exec(bare) ?? [];
  const name = month ?? otherMonth;
  if (name !== undefined) return dayOfMonth(monthNamed(name) ?? 0, Number(day ?? otherDay), today);
  return dayAlone(words, today);
}

/** Returns the first such day from today on. */
function dayOfMonth(month: number, day: number, today: CivilDate): readonly CivilDate[] {
  const year = Number(today.slice(0, 4));
  for (let ahead = 0; ahead <= MOST_YEARS_AHEAD; ahead++) {
    const date = civilDate(year + ahead, month, day);
    if (date && date >= today) return [date];
  }
  return NOTHING;
}

function dayAlone(words: string, today: CivilDate): readonly CivilDate[] {
  const [whole, ordinal, plain, month] = DAY_ALONE.exec(words) ?? [];
  if (whole === undefined) return NOTHING;
  const day = Number(ordinal ?? plain);
  const inMonth = (ahead: number): CivilDate | undefined => {
    const first = addMonths(firstOfMonth(today), ahead);
    return first && civilDate(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day);
  };
  const months = month === undefined ? [0, 1, 2] : [month === 'next' ? 1 : 0];
  const dates = months.map(inMonth).filter((date) => date !== undefined && date >= today);
  const known = dates.flatMap((date) => (date ? [date] : []));
  return known.slice(0, known[0] === today && month === undefined ? 2 : 1);
}

/** Reads counted days, weeks, months and years, from today or from another day: `in two weeks`, `3 days from friday`. */
function amounts(words: string, today: CivilDate): readonly CivilDate[] {
  const [, body = '', ending = ''] =
    /^(?:(?:with)?in )?(.+?)(?: (time|ago|hence|from now|(?:(?:from|on) )?(?:today|tomorrow)|(?:from|on) \S+))?$/.exec(
      words,
    ) ?? [];
  const amount = amountOf(body);
  if (!amount) return NOTHING;
  const { days, months } = amount;
  if (ending === 'ago') return months > 0 ? NOTHING : [addDays(today, -days)];
  const start = startOf(ending, today);
  if (months === 0) return later(start, days);
  return start.flatMap((date) => addMonths(date, months) ?? []);
}

function startOf(ending: string, today: CivilDate): readonly CivilDate[] {
  if (/^(?:|time|hence|from now)$/.test(ending)) return [today];
  const words = ending.replace(/^(?:from|on) /, '');
  const named = dayNames(words, today);
  return named.length > 0 ? named : weekdays(words, today);
}

function nextPeriods(words: string, today: CivilDate): readonly CivilDate[] {
  const weeks = words === 'next week' ? 1 : /^(?:the )?week after next$/.test(words) ? 2 : 0;
  if (weeks > 0) return [addDays(today, 7 * weeks)];
  const months =
    words === 'next month' ? 1 : /^(?:the )?month after next$/.test(words) ? 2 : words === 'next year' ? 12 : 0;
  const date = months > 0 ? addMonths(today, months) : undefined;
  return date ? [date] : NOTHING;
}

/** Reads the first or last day of a week, month, quarter or year. */
function periodEdges(words: string, today: CivilDate): readonly CivilDate[] {
  const [, edge, period = ''] = /^(?:the )?(end|last day|start|first day) of (?:the |this )?(.+)$/.exec(words) ?? [];
  if (edge === undefined) return NOTHING;
  const isEnd = edge === 'end' || edge === 'last day';
  if (period.includes('week')) return weekEdge(period, { isEnd, today });
  const span = monthsOf(period, today);
  if (!span) return NOTHING;
  // A month or quarter without a year is the next one whose first or last day is not over.
  for (const years of span.isOfYear ? [0] : [0, 1]) {
    const first = addMonths(span.first, 12 * years);
    const after = first && addMonths(first, span.months);
    const date = isEnd ? after && addDays(after, -1) : first;
    if (date && (date >= today || span.hasYear)) return [date];
  }
  return NOTHING;
}

function weekEdge(period: string, { isEnd, today }: { isEnd: boolean; today: CivilDate }): readonly CivilDate[] {
  const weekday = isEnd ? FRIDAY : MONDAY;
  if (period === 'next week') return inWeeksAway(weekday, today, 1);
  if (!/^week(?: fri(?:day)?)?$/.test(period) || !isEnd) return NOTHING;
  const friday = weekdayOfThisWeek(FRIDAY, today);
  // On a weekend, the working week is over: its Sunday is meant, or the next Friday.
  const isWeekend = weekdayOf(today) === SUNDAY || weekdayOf(today) === FRIDAY + 1;
  return isWeekend ? [addDays(today, (7 - weekdayOf(today)) % 7), ...comingWeekday(FRIDAY, today)] : friday;
}

interface Months {
  readonly first: CivilDate;
  readonly months: number;
  /** Whether the period is relative to today, or has its year, so that it is not the next one of that name. */
  readonly isOfYear: boolean;
  readonly hasYear: boolean;
}

function monthsOf(period: string, today: CivilDate): Months | undefined {
  const year = today.slice(0, 4);
  const [, next, unit] = /^(next )?(month|quarter|year)$/.exec(period) ?? [];
  if (unit !== undefined) {
    const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
    const month = Number(today.slice(5, 7)) - 1;
    const current = civilDate(Number(year), month - (month % months) + 1, 1);
    const first = current && addMonths(current, next === undefined ? 0 : months);
    return first && { first, months, isOfYear: true, hasYear: false };
  }
  const [, name, monthYear] = MONTH_AND_YEAR.exec(period) ?? [];
  const [, quarter, quarterYear] = QUARTER.exec(period) ?? [];
  const [wholeYear] = /^(?:19|20)\d{2}$/.exec(period) ?? [];
  const number = name === undefined ? (quarter === undefined ? 1 : Number(quarter) * 3 - 2) : monthNamed(name);
  if (name === undefined && quarter === undefined && wholeYear === undefined) return undefined;
  const said = monthYear ?? quarterYear ?? wholeYear;
  const first = civilDate(Number(said ?? year), number ?? 0, 1);
  const months = name === undefined ? (quarter === undefined ? 12 : 3) : 1;
  return first && { first, months, isOfYear: said !== undefined, hasYear: said !== undefined };
}

/** Reads `w/c 7 dec` and `week of 7 dec` if that day is a Monday. */
function weekOf(words: string, today: CivilDate): readonly CivilDate[] {
  const [, day] = /^(?:the )?(?:w[/ ]?[cb]|wc|week (?:commencing|beginning|starting|of)) (.+)$/.exec(words) ?? [];
  if (day === undefined) return NOTHING;
  return datesMeant(day, today).dates.filter((date) => weekdayOf(date) === MONDAY);
}

function nearest(date: CivilDate, weekday: number): CivilDate {
  const ahead = (weekday - weekdayOf(date) + 7) % 7;
  return addDays(date, ahead > 3 ? ahead - 7 : ahead);
}

function firstOfMonth(date: CivilDate): CivilDate {
  return addDays(date, 1 - Number(date.slice(8)));
}
