import { addDays, daysBetween, type CivilDate } from '../dates/civilDate';
import type { CadencePlace } from '../people/person';
import { type Message, message } from '../text/message';

/** The sources of a person's cadence. */
interface CadenceSources {
  /** The cadence as written in the person's page or the roster. */
  readonly written?: string | undefined;
  /** The place of `written`; the default is the page. */
  readonly writtenIn?: CadencePlace | undefined;
  /** The days of the person's meetings up to today, in any order and possibly with duplicates. */
  readonly meetingDays: readonly CivilDate[];
  /** Default number of days between meetings, from the settings. */
  readonly fallbackDays: number;
}

/** The cadence of a person's meetings. */
export interface Cadence {
  /** Number of days between two meetings, at least 1. */
  readonly days: number;
  /** Whether the cadence is written for this person, rather than derived from notes or the settings. */
  readonly isOwn: boolean;
  /** The cadence and its source in words: `weekly from the last five notes`. */
  readonly reason: Message;
}

/** The input of `meetingState`. */
export interface MeetingRhythm {
  /** The days of the person's meetings, including future ones. */
  readonly meetingDays: readonly CivilDate[];
  readonly cadence: Cadence;
  /** The last day of an absence. Nothing is due until then. */
  readonly awayUntil?: CivilDate | undefined;
  /** The first day in the job. Nothing is due before it. */
  readonly started?: CivilDate | undefined;
  /** The last day in the job. Nothing is due after it. */
  readonly leaving?: CivilDate | undefined;
}

/** The state of a person's meetings. */
export interface MeetingState {
  /** The last day with a 1:1, including today, or `undefined` before the first. */
  readonly lastMet?: CivilDate;
  /** The day by which the next meeting is due. Before the first meeting it is set only for a written cadence. */
  readonly nextDue?: CivilDate;
  /** The date of the next note after today. */
  readonly scheduled?: CivilDate;
  /** Number of days since `nextDue` if the meeting is overdue, otherwise 0. */
  readonly overdueDays: number;
  /** Whether more than 1.5 cadences have passed. */
  readonly isOverdue: boolean;
  /** Whether the cadence has passed. This includes overdue meetings. */
  readonly isDue: boolean;
  /**
   * Whether the person has left, or has no cadence of their own and was not met for three cadences and at least 90
   * days. Such people are listed separately and never due.
   */
  readonly notMetLately: boolean;
  /** Whether the person is away today, so that nothing is due. */
  readonly away: boolean;
  /** Number of cadences since the last meeting: 1 means due today, 0 means no meeting yet. */
  readonly elapsed: number;
}

const OVERDUE_AFTER = 1.5;
const FORGOTTEN_CADENCES = 3;
const FORGOTTEN_DAYS = 90;
const GAPS_READ = 5;
const GAPS_NEEDED = 3;

const WORDS: ReadonlyMap<string, number> = new Map([
  ['daily', 1],
  ['weekly', 7],
  ['biweekly', 14],
  ['bi-weekly', 14],
  ['fortnightly', 14],
  ['monthly', 30],
  ['quarterly', 91],
  ['half-yearly', 182],
  ['yearly', 365],
  ['annually', 365],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['day', 1],
  ['w', 7],
  ['wk', 7],
  ['week', 7],
  ['fortnight', 14],
  ['mo', 30],
  ['month', 30],
  ['quarter', 91],
  ['y', 365],
  ['year', 365],
]);
/** The numbers of notes that gaps are read from, as words. */
const NOTE_COUNTS: ReadonlyMap<number, Message> = new Map([
  [4, message('number.four')],
  [5, message('number.five')],
  [6, message('number.six')],
]);
/** The cadences with a name, by number of days. */
const NAMED: ReadonlyMap<number, Message> = new Map([
  [1, message('cadence.daily')],
  [7, message('cadence.weekly')],
  [14, message('cadence.biweekly')],
  [30, message('cadence.monthly')],
  [91, message('cadence.quarterly')],
]);
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six'];
const WRITTEN =
  /^(?:(?:every|once\s+(?:a|every))\s+(?=\S))?(?:(?<digits>\d{1,3})|(?<word>other|one|two|three|four|five|six)(?=\s)|)\s*(?<unit>[a-z]+?)?s?$/;

/** Parses a written cadence (`weekly`, `14d`, `every 2 weeks`) into a number of days, or returns `undefined`. */
export function parseCadence(written: string): number | undefined {
  const text = written.trim().toLowerCase();
  const word = WORDS.get(text);
  const match = word === undefined && text !== '' ? WRITTEN.exec(text)?.groups : undefined;
  if (!match) {
    return word;
  }
  const { digits, unit } = match;
  // A number without a unit counts days.
  const unitDays = unit === undefined && digits !== undefined ? 1 : (UNITS.get(unit ?? '') ?? 0);
  const days = unitDays * timesOf(digits, match.word);
  return days >= 1 ? days : undefined;
}

/** Returns the number of days between meetings from the setting, or two weeks if it is not a cadence. */
export function usualCadence(setting: string): number {
  return parseCadence(setting) ?? 14;
}

/**
 * Returns a person's cadence: as written, or else the median of the last five gaps if there are three or more, or else
 * from the settings.
 */
export function cadenceOf({ written, writtenIn = 'page', meetingDays, fallbackDays }: CadenceSources): Cadence {
  const own = written === undefined ? undefined : parseCadence(written);
  if (own !== undefined) {
    return { days: own, isOwn: true, reason: message('cadence.setIn', formatCadence(own), formatPlace(writtenIn)) };
  }
  const withUnread = (reason: Message): Message =>
    written?.trim() ? message('cadence.unread', reason, written.trim(), formatPlace(writtenIn)) : reason;
  const gaps = lastGaps(meetingDays);
  if (gaps.length < GAPS_NEEDED) {
    const fallback = Math.max(1, Math.round(fallbackDays));
    return { days: fallback, isOwn: false, reason: withUnread(message('cadence.setting', formatCadence(fallback))) };
  }
  const days = median(gaps);
  const notes = NOTE_COUNTS.get(gaps.length + 1) ?? gaps.length + 1;
  return { days, isOwn: false, reason: withUnread(message('cadence.notes', formatCadence(days), notes)) };
}

/** Computes the state of a person's meetings today. */
export function meetingState(rhythm: MeetingRhythm, today: CivilDate): MeetingState {
  const { meetingDays, cadence, awayUntil, leaving } = rhythm;
  const lastMet = latest(meetingDays.filter((day) => day <= today));
  const scheduled = earliest(meetingDays.filter((day) => day > today));
  const away = awayUntil !== undefined && today <= awayUntil;
  const nextDue = dueDay(lastMet, rhythm, today);
  // An absence does not count as neglect, even after it has ended.
  const seen = lastMet && latest([lastMet, ...(awayUntil ? [awayUntil] : [])]);
  const isForgotten =
    seen !== undefined &&
    !cadence.isOwn &&
    scheduled === undefined &&
    daysBetween(seen, today) >= Math.max(FORGOTTEN_CADENCES * cadence.days, FORGOTTEN_DAYS);
  const notMetLately = isForgotten || (leaving !== undefined && leaving < today);
  // A note dated far ahead, for example with a wrong year, must not suppress the reminder.
  const arranged = scheduled !== undefined && daysBetween(today, scheduled) <= OVERDUE_AFTER * cadence.days;
  const isDue = nextDue !== undefined && nextDue <= today && !notMetLately && !arranged;
  const late = isDue ? daysBetween(nextDue, today) : 0;
  const isOverdue = late > (OVERDUE_AFTER - 1) * cadence.days;
  return {
    ...(lastMet && { lastMet }),
    ...(nextDue && { nextDue }),
    ...(scheduled && { scheduled }),
    overdueDays: isOverdue ? late : 0,
    isOverdue,
    isDue,
    notMetLately,
    away,
    elapsed: lastMet ? daysBetween(lastMet, today) / cadence.days : 0,
  };
}

/** The main status of a person's meetings. */
type MeetingStatus = 'away' | 'scheduled' | 'notMetLately' | 'overdue' | 'due' | 'fine' | 'never';

/** Returns the most important status of a person's meetings. */
export function meetingStatus(state: MeetingState): MeetingStatus {
  if (state.away) return 'away';
  if (state.scheduled) return 'scheduled';
  if (state.notMetLately) return 'notMetLately';
  if (state.isOverdue) return 'overdue';
  if (state.isDue) return 'due';
  return state.nextDue ? 'fine' : 'never';
}

/**
 * Orders people by urgency: due and overdue first, by the number of cadences passed, then people never met, people on
 * schedule, those with a future note, those away, and those not met lately.
 */
export function byUrgency(a: MeetingState, b: MeetingState): number {
  return rank(a) - rank(b) || b.elapsed - a.elapsed;
}

function rank(state: MeetingState): number {
  if (state.notMetLately) {
    return 5;
  }
  if (state.away) {
    return 4;
  }
  if (state.isDue) {
    return 0;
  }
  if (state.scheduled) {
    return 3;
  }
  return state.lastMet ? 2 : 1;
}

/**
 * Returns the due date: one cadence after the last meeting, but not before the person is back. A person never met is
 * due at once if a cadence is written, but not before the first day in the job.
 */
function dueDay(
  lastMet: CivilDate | undefined,
  { cadence, awayUntil, started }: MeetingRhythm,
  today: CivilDate,
): CivilDate | undefined {
  const first = cadence.isOwn ? latest([today, ...(started ? [started] : [])]) : undefined;
  const byCadence = lastMet ? addDays(lastMet, cadence.days) : first;
  return byCadence && awayUntil && byCadence <= awayUntil ? addDays(awayUntil, 1) : byCadence;
}

function timesOf(digits: string | undefined, word: string | undefined): number {
  if (digits !== undefined) {
    return Number(digits);
  }
  return word === undefined ? 1 : word === 'other' ? 2 : NUMBERS.indexOf(word);
}

function lastGaps(meetingDays: readonly CivilDate[]): number[] {
  const days = [...new Set(meetingDays)].sort().slice(-GAPS_READ - 1);
  return days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0;
  return Math.round((lower + upper) / 2);
}

function formatCadence(days: number): Message {
  const named = NAMED.get(days);
  return named ?? (days % 7 === 0 ? message('cadence.weeks', days / 7) : message('cadence.days', days));
}

function formatPlace(place: CadencePlace): Message {
  return message(`cadence.${place}`);
}

function latest(days: readonly CivilDate[]): CivilDate | undefined {
  return days.reduce<CivilDate | undefined>((best, day) => (best === undefined || day > best ? day : best), undefined);
}

function earliest(days: readonly CivilDate[]): CivilDate | undefined {
  return days.reduce<CivilDate | undefined>((best, day) => (best === undefined || day < best ? day : best), undefined);
}
