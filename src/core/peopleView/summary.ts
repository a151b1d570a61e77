import { compareText } from '../text/collections';
import { type CivilDate, addDays, daysBetween, formatRelative } from '../dates/civilDate';
import type { DatedMeeting, ListedFollowUp } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import { isMine, isTheirs } from '../index/ownership';
import type { Person } from '../people/person';
import type { Cooperative } from '../text/cooperative';
import { sectionBalance, type Balance } from './sectionBalance';
import { byUrgency, cadenceOf, meetingState, type Cadence, type MeetingState } from './cadence';
import type { PeopleDirectory } from '../people/directory';
import { countedMessage, joinTexts, message, type Text, type Message } from '../text/message';
import { nextDay, type PageDate } from '../note/pageDates';

/** A summary of a person's meetings and follow-ups. */
export interface PersonSummary extends OpenFollowUps {
  readonly person: Person;
  readonly cadence: Cadence;
  readonly state: MeetingState;
  /** The 1:1s with the person from the oldest, including future ones. */
  readonly meetings: readonly DatedMeeting[];
  /** The 1:1s and the meetings with one other person from the oldest, including future ones. */
  readonly timeline: readonly DatedMeeting[];
  /** The distribution of words in the last notes. */
  readonly balance: Balance;
  /** Whose points are on the agendas. */
  readonly agenda: AgendaPoints;
  /** The coming dates on the page of the reader's manager. */
  readonly dates: readonly UpcomingDate[];
}

/** The input of a summary besides the notes. */
export interface SummaryDay {
  readonly today: CivilDate;
  /** Default number of days between meetings, from the settings; they may differ by the folder of a note. */
  readonly fallbackDays: number | ((noteUri: string | undefined) => number);
}

/** Returns the number of open follow-ups with a person. */
export function openCount({ openMine, openTheirs, openUnassigned }: PersonSummary): number {
  return openMine + openTheirs + openUnassigned;
}

/** Summarizes all known people, most urgent first. */
export function* summarizePeople(index: NoteIndex, day: SummaryDay): Cooperative<readonly PersonSummary[]> {
  yield* index.warmUp();
  const people: PersonSummary[] = [];
  for (const person of index.people.all) {
    people.push(summarizePerson(index, person, day));
    yield;
  }
  return people.sort((a, b) => byUrgency(a.state, b.state) || compareText(a.person.key, b.person.key));
}

/** The next 1:1: the person with the state of the meetings. */
export type NextMeeting = Pick<PersonSummary, 'person' | 'state'>;

/**
 * Returns the next 1:1: the most urgent one that is due, or else the earliest one ahead. `undefined` if no 1:1 is
 * expected.
 */
export function* nextMeeting(index: NoteIndex, day: SummaryDay): Cooperative<NextMeeting | undefined> {
  yield* index.warmUp();
  let next: NextMeeting | undefined;
  for (const person of index.people.all) {
    const { state } = rhythmOf(person, index.timelineWith(person.key), day);
    if (isExpected(state) && (!next || isBefore(state, next.state))) next = { person, state };
    yield;
  }
  return next;
}

function isExpected({ away, notMetLately, nextDue, scheduled }: MeetingState): boolean {
  return !away && !notMetLately && (nextDue ?? scheduled) !== undefined;
}

function isBefore(a: MeetingState, b: MeetingState): boolean {
  if (a.isDue || b.isDue) return byUrgency(a, b) < 0;
  return (a.scheduled ?? a.nextDue ?? '') < (b.scheduled ?? b.nextDue ?? '');
}

function rhythmOf(
  person: Person,
  meetings: readonly DatedMeeting[],
  { today, fallbackDays }: SummaryDay,
): Pick<PersonSummary, 'cadence' | 'state'> {
  const days = meetings.map(({ meeting }) => meeting.date);
  const cadence = cadenceOf({
    written: person.cadence,
    writtenIn: person.cadenceIn,
    meetingDays: days.filter((date) => date <= today),
    fallbackDays: typeof fallbackDays === 'number' ? fallbackDays : fallbackDays(meetings.at(-1)?.note.uri),
  });
  return { cadence, state: meetingState({ ...person, meetingDays: days, cadence }, today) };
}

/** Summarizes one person as of today. */
export function summarizePerson(index: NoteIndex, person: Person, day: SummaryDay): PersonSummary {
  const { today } = day;
  const meetings = index.meetingsWith(person.key);
  const timeline = index.timelineWith(person.key);
  return {
    person,
    ...rhythmOf(person, timeline, day),
    meetings,
    timeline,
    ...openFollowUps(index.followUpsOf(person.key)),
    balance: sectionBalance(meetings, today),
    agenda: agendaPoints(meetings, index.people, today),
    dates: upcomingDates(index, person, today),
  };
}

/** The open follow-ups with a person. */
interface OpenFollowUps {
  /** Number of those owned by the user, owned by others, and without an owner. */
  readonly openMine: number;
  readonly openTheirs: number;
  readonly openUnassigned: number;
  /** The oldest one with a known date. */
  readonly oldest?: ListedFollowUp;
}

/** The open ones of each list of follow-ups. The index returns another list when a follow-up of it changes. */
const counted = new WeakMap<readonly ListedFollowUp[], OpenFollowUps>();

function openFollowUps(followUps: readonly ListedFollowUp[]): OpenFollowUps {
  const before = counted.get(followUps);
  if (before) return before;
  const open = { mine: 0, theirs: 0, unassigned: 0 };
  let oldest: ListedFollowUp | undefined;
  let oldestSince: CivilDate | undefined;
  for (const item of followUps) {
    if (!item.isOpen) continue;
    open[isMine(item) ? 'mine' : isTheirs(item) ? 'theirs' : 'unassigned']++;
    const { since } = item;
    if (since !== undefined && (oldestSince === undefined || since < oldestSince)) {
      oldest = item;
      oldestSince = since;
    }
  }
  const { mine, theirs, unassigned } = open;
  const found = { openMine: mine, openTheirs: theirs, openUnassigned: unassigned, ...(oldest && { oldest }) };
  counted.set(followUps, found);
  return found;
}

/** Numbers of points on agendas with a list for each side: the person's and all. */
interface AgendaPoints {
  /** On the agenda of the next 1:1. */
  readonly waiting: { readonly theirs: number; readonly all: number };
  /** On the agendas of the last 1:1s. */
  readonly lately: { readonly theirs: number; readonly all: number };
}

/** Number of past 1:1s whose points are counted. */
const MEETINGS_COUNTED = 3;

/** Counts the points on the agendas of a person's 1:1s, oldest first. */
export function agendaPoints(
  meetings: readonly DatedMeeting[],
  people: PeopleDirectory,
  today: CivilDate,
): AgendaPoints {
  const next = meetings.find(({ meeting }) => meeting.date >= today);
  const past = meetings.filter(({ meeting }) => meeting.date < today && meeting.hasSides).slice(-MEETINGS_COUNTED);
  return { waiting: pointsIn(next ? [next] : [], people), lately: pointsIn(past, people) };
}

function pointsIn(meetings: readonly DatedMeeting[], people: PeopleDirectory): AgendaPoints['waiting'] {
  const sides = meetings.flatMap(({ meeting }) => meeting.sections.flatMap(({ sides = [] }) => sides));
  const sum = (counted: typeof sides): number => counted.reduce((total, { points }) => total + points, 0);
  return { theirs: sum(sides.filter(({ label }) => !people.isMe(label))), all: sum(sides) };
}

/** Formats the points in words: `2 points wait, 1 of them Jane’s; 2 of the last 9 points are Jane’s`. */
export function formatAgendaPoints({ waiting, lately }: AgendaPoints, name: string): Text {
  return joinTexts('list.dot', [
    waiting.all > 0 ? countedMessage('agenda.waiting', waiting.all, waiting.theirs, name) : '',
    lately.all > 0 ? message('agenda.lately', lately.theirs, lately.all, name) : '',
  ]);
}

/** A coming date from the page of the reader's manager. */
interface UpcomingDate {
  readonly day: CivilDate;
  /** The date in words: `Board in 12 days, papers in 5 days`. */
  readonly text: Message;
  readonly uri: string;
  readonly line: number;
  readonly private: boolean;
}

/** Number of days from which on a date is shown beside the person's name. */
const SOON_DAYS = 14;

/** Returns the coming dates on the page of the reader's manager, the next one first. Other people have none. */
function upcomingDates(index: NoteIndex, person: Person, today: CivilDate): readonly UpcomingDate[] {
  const { page: uri = '', relation } = person;
  const dates = relation === 'manager' ? (index.note(uri)?.page?.dates ?? []) : [];
  return dates
    .flatMap((date): UpcomingDate[] => {
      const day = nextDay(date, today);
      // A weekday would always be near, so it comes up on its day only.
      const isShown = day !== undefined && (date.weekday === undefined || day === today);
      const { line, private: isPrivate } = date;
      return isShown ? [{ day, text: formatDate(date, day, today), uri, line, private: isPrivate }] : [];
    })
    .sort((a, b) => compareText(a.day, b.day) || a.line - b.line);
}

/** Returns the next public date of the coming days, or `undefined`. */
export function dateSoon(dates: readonly UpcomingDate[], today: CivilDate): UpcomingDate | undefined {
  return dates.find(({ day, private: isPrivate }) => !isPrivate && daysBetween(today, day) <= SOON_DAYS);
}

function formatDate({ label, papersBefore }: PageDate, day: CivilDate, today: CivilDate): Message {
  const papers = papersBefore === undefined ? undefined : addDays(day, -papersBefore);
  const when = formatRelative(day, today);
  return papers === undefined || papers < today
    ? message('date.label', label, when)
    : message('date.labelAndPapers', label, when, formatRelative(papers, today));
}
