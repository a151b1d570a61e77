import { type CivilDate, monthName, weekdayName } from './civilDate';
import { DAY_MONTH_YEAR, findDate, MONTH_DAY_YEAR, WEEKDAY, YEAR_FIRST } from './findDate';

/** A text whose date was replaced. */
export interface Redated {
  readonly text: string;
  /** Offset after the new date. */
  readonly end: number;
}

const NUMBERS = new RegExp(`^${YEAR_FIRST}$`);
const DAY_FIRST = new RegExp(`^${DAY_MONTH_YEAR}$`, 'u');
const MONTH_FIRST = new RegExp(`^${MONTH_DAY_YEAR}$`, 'u');
const WEEKDAYS = new RegExp(String.raw`\b${WEEKDAY}\b`, 'gi');
/** Matches the time of the meeting directly after a date. */
const TIME = /^(?:[\s_T-]*\(\d{1,2}[:.h]\d{2}[^)]*\)|[\s_T-]+(?:\d{1,2}[:.h]\d{2}|\d{4})(?![\d\p{L}]))/u;

/**
 * Replaces the date in `text`, keeping its format. The weekday is updated and the time removed. Returns `undefined` if
 * `text` has no date.
 */
export function replaceDate(text: string, date: CivilDate): Redated | undefined {
  const found = findDate(text);
  if (!found) {
    return undefined;
  }
  // A word is replaced only if it is the old date's weekday: `Sun` may also be a name.
  const oldDay = weekdayName(found.date).toLowerCase();
  const renamed = (part: string) =>
    part.replace(WEEKDAYS, (day) => (oldDay.startsWith(day.toLowerCase()) ? weekdayLike(day, date) : day));
  const before = renamed(text.slice(0, found.start));
  const written = dateLike(text.slice(found.start, found.end), date);
  const after = renamed(text.slice(found.end).replace(TIME, ''));
  return { text: before + written + after, end: before.length + written.length };
}

/** Writes `date` in the format of `written`, a date that `findDate` has found. */
function dateLike(written: string, date: CivilDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const separator = NUMBERS.exec(written)?.groups?.separator;
  if (separator !== undefined) {
    return [year, month, day].join(separator);
  }
  const dayFirst = DAY_FIRST.exec(written);
  if (dayFirst) {
    const { day: oldDay = '', ordinal, gap = '', month: oldMonth = '', comma = '' } = dayFirst.groups ?? {};
    return dayLike(oldDay, ordinal, date) + gap + nameLike(oldMonth, monthName(date)) + comma + year;
  }
  const {
    day: oldDay = '',
    ordinal,
    gap = '',
    month: oldMonth = '',
    comma = '',
  } = MONTH_FIRST.exec(written)?.groups ?? {};
  return nameLike(oldMonth, monthName(date)) + gap + dayLike(oldDay, ordinal, date) + comma + year;
}

function dayLike(old: string, ordinal: string | undefined, date: CivilDate): string {
  const day = Number(date.slice(8));
  const digits = old.startsWith('0') ? date.slice(8) : String(day);
  return ordinal === undefined ? digits : digits + ordinalOf(day);
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
