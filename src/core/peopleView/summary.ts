import { compareText } from '../text/collections';
import type { CivilDate } from '../dates/civilDate';
import type { DatedMeeting, ListedFollowUp } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import { isMine, isTheirs } from '../index/ownership';
import type { Person } from '../people/person';
import type { Cooperative } from '../text/cooperative';
import { type AgendaPoints, agendaPoints } from './agendaPoints';
import { sectionBalance, type Balance } from './sectionBalance';
import { type UpcomingDate, upcomingDates } from './upcomingDates';
import { byUrgency, cadenceOf, meetingState, type Cadence, type MeetingState } from './cadence';

/** A summary of a person's meetings and follow-ups. */
export interface PersonSummary {
  readonly person: Person;
  readonly cadence: Cadence;
  readonly state: MeetingState;
  /** The 1:1s with the person from the oldest, including future ones. */
  readonly meetings: readonly DatedMeeting[];
  /** Number of open follow-ups with the person: owned by the user, owned by others, and without an owner. */
  readonly openMine: number;
  readonly openTheirs: number;
  readonly openUnassigned: number;
  /** The oldest open follow-up with a known date. */
  readonly oldest?: ListedFollowUp;
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
    const { state } = rhythmOf(person, index.meetingsWith(person.key), day);
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
  const open = index.followUpsOf(person.key).filter(({ isOpen }) => isOpen);
  const openMine = open.filter(isMine).length;
  const openTheirs = open.filter((item) => !isMine(item) && isTheirs(item)).length;
  const oldest = open.reduce<ListedFollowUp | undefined>((first, item) => {
    return item.since && (!first?.since || item.since < first.since) ? item : first;
  }, undefined);
  return {
    person,
    ...rhythmOf(person, meetings, day),
    meetings,
    openMine,
    openTheirs,
    openUnassigned: open.length - openMine - openTheirs,
    ...(oldest && { oldest }),
    balance: sectionBalance(meetings, today),
    agenda: agendaPoints(meetings, index.people, today),
    dates: upcomingDates(index, person, today),
  };
}
