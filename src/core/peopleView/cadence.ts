import { addDays, daysBetween, type CivilDate } from '../dates/civilDate';
import type { CadencePlace } from '../people/person';

/** What the rhythm of a person's meetings is taken from. */
export interface CadenceSources {
  /** As written in the person's page or the roster. */
  readonly written?: string | undefined;
  /** Where it is written: the page if nothing is said. */
  readonly writtenIn?: CadencePlace | undefined;
  /** The days of the person's meetings up to today, in any order; a day with two notes may stand twice. */
  readonly meetingDays: readonly CivilDate[];
  /** Days between two meetings by the setting, for somebody without a rhythm yet. */
  readonly fallbackDays: number;
}

/** How often a person is met. */
export interface Cadence {
  /** Days between two meetings, at least 1. */
  readonly days: number;
  /** Written for this person, and not read from the gaps between notes or from the setting. */
  readonly isOwn: boolean;
  /** In words, and where it comes from: `weekly from the last five notes`. */
  readonly reason: string;
}

/** What `meetingState` is worked out from. */
export interface MeetingRhythm {
  /** As for `cadenceOf`, but those ahead included. */
  readonly meetingDays: readonly CivilDate[];
  readonly cadence: Cadence;
  /** Until this day, included, nothing is due. */
  readonly awayUntil?: CivilDate | undefined;
}

/** When a person was and will be met. */
export interface MeetingState {
  /** The last day with a 1:1, today included; `undefined` before the first. */
  readonly lastMet?: CivilDate;
  /** The day by which the next one is due by the cadence; `undefined` before the first, unless a cadence is written. */
  readonly nextDue?: CivilDate;
  /** The next day after today that a note is dated on. */
  readonly scheduled?: CivilDate;
  /** Days since `nextDue` when overdue, else 0. */
  readonly overdueDays: number;
  /** More than 1.5 cadences have passed. */
  readonly isOverdue: boolean;
  /** The cadence has passed; so for all who are overdue. */
  readonly isDue: boolean;
  /** Without an own cadence and not met for three of them and 90 days: listed apart, never due. */
  readonly notMetLately: boolean;
  /** Away today: nothing is due. */
  readonly away: boolean;
  /** Cadences passed since the last meeting: 1 is due today; 0 before the first meeting. */
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
const SHOWN: ReadonlyMap<number, string> = new Map([
  [1, 'daily'],
  [7, 'weekly'],
  [14, 'every two weeks'],
  [30, 'monthly'],
  [91, 'quarterly'],
]);
const PLACES: Readonly<Record<CadencePlace, string>> = { page: "the person's page", roster: 'the roster' };
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six'];
const WRITTEN =
  /^(?:every\s+|once\s+(?:a|every)\s+)?(?:(?<digits>\d{1,3})|(?<word>other|one|two|three|four|five|six)(?=\s)|)\s*(?<unit>[a-z]+?)?s?$/;

/** The days between two meetings that a written cadence means (`weekly`, `14d`, `every 2 weeks`), or `undefined`. */
export function parseCadence(written: string): number | undefined {
  const text = written.trim().toLowerCase();
  const word = WORDS.get(text);
  const match = word === undefined && text !== '' ? WRITTEN.exec(text)?.groups : undefined;
  if (!match) {
    return word;
  }
  const { digits, unit } = match;
  // A bare number counts days.
  const unitDays = unit === undefined && digits !== undefined ? 1 : (UNITS.get(unit ?? '') ?? 0);
  const days = unitDays * timesOf(digits, match.word);
  return days >= 1 ? days : undefined;
}

/** The days between two meetings that the setting means; two weeks when it says nothing that is a cadence. */
export function usualCadence(setting: string): number {
  return parseCadence(setting) ?? 14;
}

/** How often a person is met: as written, else the median of the last five gaps if there are three, else by the setting. */
export function cadenceOf({ written, writtenIn = 'page', meetingDays, fallbackDays }: CadenceSources): Cadence {
  const own = written === undefined ? undefined : parseCadence(written);
  if (own !== undefined) {
    return { days: own, isOwn: true, reason: `${formatCadence(own)}, set in ${PLACES[writtenIn]}` };
  }
  const unread = written?.trim()
    ? ` ("${written.trim()}" in ${PLACES[writtenIn]} is no cadence: write weekly or 14d)`
    : '';
  const gaps = lastGaps(meetingDays);
  if (gaps.length < GAPS_NEEDED) {
    const fallback = Math.max(1, Math.round(fallbackDays));
    return { days: fallback, isOwn: false, reason: `${formatCadence(fallback)} by the setting${unread}` };
  }
  const days = median(gaps);
  const notes = NUMBERS[gaps.length + 1] ?? String(gaps.length + 1);
  return { days, isOwn: false, reason: `${formatCadence(days)} from the last ${notes} notes${unread}` };
}

/** Where a person stands between two meetings. */
export function meetingState({ meetingDays, cadence, awayUntil }: MeetingRhythm, today: CivilDate): MeetingState {
  const lastMet = latest(meetingDays.filter((day) => day <= today));
  const scheduled = earliest(meetingDays.filter((day) => day > today));
  const away = awayUntil !== undefined && today <= awayUntil;
  const nextDue = dueDay(lastMet, cadence, { today, awayUntil });
  // Time away is no neglect, and does not count once it is over either.
  const seen = lastMet && latest([lastMet, ...(awayUntil ? [awayUntil] : [])]);
  const notMetLately =
    seen !== undefined &&
    !cadence.isOwn &&
    scheduled === undefined &&
    daysBetween(seen, today) >= Math.max(FORGOTTEN_CADENCES * cadence.days, FORGOTTEN_DAYS);
  // A note dated far ahead (a slip of the year, say) must not silence a person for so long.
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

/** What is to be said first of when a person is met. */
export type Standing = 'away' | 'scheduled' | 'notMetLately' | 'overdue' | 'due' | 'fine' | 'never';

/** The one thing that matters most about when a person is met. */
export function standingOf(state: MeetingState): Standing {
  if (state.away) return 'away';
  if (state.scheduled) return 'scheduled';
  if (state.notMetLately) return 'notMetLately';
  if (state.isOverdue) return 'overdue';
  if (state.isDue) return 'due';
  return state.nextDue ? 'fine' : 'never';
}

/**
 * Orders people by what needs attention: overdue and due, the longest by their own cadence first; then those never met,
 * those whose turn comes, those with a note ahead, those away, and last those not met lately.
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

/** After the cadence, but not before the person is back; somebody never met is due at once if a cadence is written. */
function dueDay(
  lastMet: CivilDate | undefined,
  cadence: Cadence,
  { today, awayUntil }: { readonly today: CivilDate; readonly awayUntil: CivilDate | undefined },
): CivilDate | undefined {
  const byCadence = lastMet ? addDays(lastMet, cadence.days) : cadence.isOwn ? today : undefined;
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

function formatCadence(days: number): string {
  const word = SHOWN.get(days);
  return word ?? (days % 7 === 0 ? `every ${days / 7} weeks` : `every ${days} days`);
}

function latest(days: readonly CivilDate[]): CivilDate | undefined {
  return days.reduce<CivilDate | undefined>((best, day) => (best === undefined || day > best ? day : best), undefined);
}

function earliest(days: readonly CivilDate[]): CivilDate | undefined {
  return days.reduce<CivilDate | undefined>((best, day) => (best === undefined || day < best ? day : best), undefined);
}
