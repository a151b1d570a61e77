import { type CivilDate, MONTH_NAMES, monthName, monthNamed, weekdayName, weekdayOf, weekOf } from './civilDate';
import { findDate, type FoundDate, ORDINAL_SUFFIX, WEEKDAY, withAsciiDigits, type Writing } from './findDate';

/** A text whose date was replaced. */
interface Redated {
  readonly text: string;
  /** Offset after the new date. */
  readonly end: number;
}

const WEEKDAYS = new RegExp(String.raw`\b${WEEKDAY}\b`, 'gi');
/** The days of the week in other languages, from Sunday, and the signs around them. */
const WEEKDAYS_ELSEWHERE: readonly { readonly names: readonly string[]; readonly pattern: RegExp }[] = [
  ...[
    'sonntag montag dienstag mittwoch donnerstag freitag samstag',
    'dimanche lundi mardi mercredi jeudi vendredi samedi',
    'domingo lunes martes miércoles jueves viernes sábado',
    'domenica lunedì martedì mercoledì giovedì venerdì sabato',
    'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag',
  ].map((days) => {
    const names = days.split(' ');
    return { names, pattern: new RegExp(String.raw`(?<!\p{L})(?:${names.join('|')})(?!\p{L})`, 'giu') };
  }),
  { names: '日 月 火 水 木 金 土'.split(' '), pattern: /[日月火水木金土](?=曜)|(?<=[(（])[日月火水木金土](?=[)）])/g },
  { names: '日 一 二 三 四 五 六'.split(' '), pattern: /(?<=星期|[周週])[日一二三四五六]/g },
  {
    names: '일 월 화 수 목 금 토'.split(' '),
    pattern: /[일월화수목금토](?=요일)|(?<=[(（])[일월화수목금토](?=[)）])/g,
  },
];
/** The number of a week, with or without its year: `W48`, `2026-W48`, `KW 48`, `Week 48`. */
const WEEK_NUMBER = /(?<![\p{L}\d])(\d{4})?(-?(?:k?w|cw|wk|week|woche)\s?)(\d{1,2})(?![\p{L}\d])/giu;
const CLOCK = String.raw`(?:\d{1,2}(?:[:.h]\d{2}){1,2}(?:\s?[ap]m)?|\d{1,2}(?:\s?[ap]m|h)|(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)`;
/** Matches the time of the meeting directly after a date. */
const TIME = new RegExp(
  String.raw`^(?:[\s_T-]*\(${CLOCK}(?![\d\p{L}])[^)]*\)|(?:[\s_T-]*|,?\s+at\s+|,\s+)${CLOCK}(?:\s?[–-]\s?${CLOCK})?(?![\d\p{L}]))`,
  'iu',
);
/** Matches a day and a month without a year, as in the alias of a link: `23 Nov`, `November 23rd`. */
const MONTH = `(?:${MONTH_NAMES.join('|')})`;
const DAY = String.raw`\d{1,2}${ORDINAL_SUFFIX}?`;
const DAY_AND_MONTH = new RegExp(String.raw`\b(${DAY})(\s+)(${MONTH})\b|\b(${MONTH})(\s+)(${DAY})\b`, 'gi');

/**
 * Replaces the date in `text`, keeping its format. The same date in other formats and the weekday follow, and the time
 * is removed. Returns `undefined` if `text` has no date.
 */
export function replaceDate(text: string, date: CivilDate): Redated | undefined {
  const found = findDate(text);
  if (!found) {
    return undefined;
  }
  const before = renamed(text.slice(0, found.start), found.date, date);
  const written = dateLike(text, found, date);
  const rest = text.slice(found.end).replace(TIME, '');
  const again = findDate(rest)?.date === found.date ? replaceDate(rest, date)?.text : undefined;
  return { text: before + written + (again ?? renamed(rest, found.date, date)), end: before.length + written.length };
}

/**
 * Replaces the weekday, the number of the week, and the day and month, of the old date. Other words remain: `Sun` may
 * also be a name.
 */
function renamed(text: string, old: CivilDate, date: CivilDate): string {
  const oldDay = weekdayName(old).toLowerCase();
  return inWeekOf(elsewhere(text, old, date), old, date)
    .replace(WEEKDAYS, (day) => (oldDay.startsWith(day.toLowerCase()) ? weekdayLike(day, date) : day))
    .replace(DAY_AND_MONTH, (written: string, ...groups: readonly (string | undefined)[]) => {
      const [dayFirst, , lastMonth, firstMonth, gap, dayLast] = groups;
      const day = dayFirst ?? dayLast ?? '';
      const name = lastMonth ?? firstMonth ?? '';
      if (monthNamed(name) !== monthOf(old) || Number.parseInt(day, 10) !== dayOf(old)) return written;
      const parts = [
        dayLike(day, date) + (/\D$/.test(day) ? ordinalOf(dayOf(date)) : ''),
        nameLike(name, monthName(date)),
      ];
      return (dayFirst === undefined ? parts.reverse() : parts).join(gap ?? ' ');
    });
}

/** Replaces the weekday of the old date where it is not in English. */
function elsewhere(text: string, old: CivilDate, date: CivilDate): string {
  return WEEKDAYS_ELSEWHERE.reduce((replaced, { names, pattern }) => {
    const [oldDay = '', day = ''] = [old, date].map((each) => names[weekdayOf(each)]);
    return replaced.replace(pattern, (found) =>
      found.toLowerCase() !== oldDay ? found : found === oldDay ? day : day.charAt(0).toUpperCase() + day.slice(1),
    );
  }, text);
}

function inWeekOf(text: string, old: CivilDate, date: CivilDate): string {
  const [before, after] = [weekOf(old), weekOf(date)];
  return text.replace(WEEK_NUMBER, (found, year: string | undefined, word: string, week: string) => {
    if (Number(week) !== before.week || (year ?? before.year) !== before.year) return found;
    return (year === undefined ? '' : after.year) + word + String(after.week).padStart(week.length, '0');
  });
}

/** Writes `date` in the format of a found date: each part is replaced in its place. */
function dateLike(text: string, { start, end, writing }: FoundDate, date: CivilDate): string {
  const pattern = located(writing);
  pattern.lastIndex = start;
  const match = pattern.exec(withAsciiDigits(text));
  const { month = '', name, day = '' } = match?.groups ?? {};
  const isPadded =
    [month, day].some((part) => part.startsWith('0')) || (writing.pads && month.length + day.length === 4);
  const parts: Readonly<Record<string, string>> = {
    year: date.slice(0, 4),
    month: isPadded ? date.slice(5, 7) : String(monthOf(date)),
    name: nameLike(name ?? '', monthName(date)),
    day: isPadded ? date.slice(8) : String(dayOf(date)),
    ordinal: ordinalOf(dayOf(date)),
  };
  const groups: Readonly<Record<string, readonly [number, number] | undefined>> = match?.indices?.groups ?? {};
  const places = Object.entries(groups)
    .flatMap(([part, place]) => {
      const value = parts[part];
      return place && value !== undefined ? [{ value, from: place[0], to: place[1] }] : [];
    })
    .sort((one, other) => one.from - other.from);
  let written = '';
  let at = start;
  for (const { value, from, to } of places) {
    written += text.slice(at, from) + value;
    at = to;
  }
  return written + text.slice(at, end);
}

const LOCATED = new WeakMap<Writing, RegExp>();

/** Returns the pattern of a writing for one position, with the positions of its groups. */
function located(writing: Writing): RegExp {
  const known = LOCATED.get(writing);
  if (known) return known;
  const { source, flags } = writing.pattern;
  const pattern = new RegExp(source, `${flags.replace('g', 'y')}d`);
  LOCATED.set(writing, pattern);
  return pattern;
}

function monthOf(date: CivilDate): number {
  return Number(date.slice(5, 7));
}

function dayOf(date: CivilDate): number {
  return Number(date.slice(8));
}

function dayLike(old: string, date: CivilDate): string {
  return old.startsWith('0') ? date.slice(8) : String(dayOf(date));
}

function ordinalOf(day: number): string {
  const last = day > 10 && day < 20 ? 0 : day % 10;
  return ['th', 'st', 'nd', 'rd'][last] ?? 'th';
}

function weekdayLike(old: string, date: CivilDate): string {
  return nameLike(old, weekdayName(date), /day$/i.test(old));
}

/** Writes a name in the case of the old name, abbreviated to three letters if the old name was. */
function nameLike(old: string, name: string, isWhole = old.length > 4 || /^(?:may|june|july)$/i.test(old)): string {
  const letters = isWhole ? name : name.slice(0, 3);
  if (old === old.toLowerCase()) {
    return letters.toLowerCase();
  }
  return old === old.toUpperCase() ? letters.toUpperCase() : letters;
}
