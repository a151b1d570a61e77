import type { CivilDate } from '../dates/civilDate';
import { type FollowUp, followUpAt } from '../followUp/followUp';
import { type DatedMeeting, partsOf } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Mention } from '../note/note';
import type { PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import { addToGroup, compareText } from '../text/collections';
import { type Cooperative, runToCompletion } from '../text/cooperative';
import { NamedPeople } from './namedPeople';
import { type Theme, type ThemePlace, ThemeTally } from './theme';

/** A meeting and its person. */
export interface HeldMeeting extends DatedMeeting {
  readonly person: Person;
}

/** Returns meetings with one person and their private halves, in the same order. */
export function heldWith(person: Person, meetings: readonly DatedMeeting[]): readonly HeldMeeting[] {
  return meetings.flatMap(partsOf).map((dated) => ({ ...dated, person }));
}

/** Two days and the days between them. */
interface DaySpan {
  readonly since: CivilDate;
  readonly until: CivilDate;
}

/**
 * Returns the meetings with all people in a span and their private halves, the newest day first; on one day, by person.
 * With a key, only the meetings with that person are returned.
 */
export function* heldMeetings(
  index: NoteIndex,
  { since, until }: DaySpan,
  only?: string,
): Cooperative<readonly HeldMeeting[]> {
  yield* index.warmUp();
  const byDay = new Map<CivilDate, HeldMeeting[]>();
  for (const person of index.people.all) {
    if (only !== undefined && person.key !== only) continue;
    const meetings = index.meetingsWith(person.key);
    for (let at = meetings.length - 1; at >= 0; at--) {
      const dated = meetings[at] as DatedMeeting;
      const { date } = dated.meeting;
      if (date < since) break;
      if (date > until) continue;
      for (const { note, meeting, index: inNote } of partsOf(dated)) {
        addToGroup(byDay, date, { person, note, meeting, index: inNote });
      }
    }
    yield;
  }
  // The order of people depends on the order in which notes were read, so sort by person.
  const held: HeldMeeting[] = [];
  for (const day of [...byDay.keys()].sort().reverse()) {
    held.push(...(byDay.get(day) ?? []).sort((a, b) => compareText(a.person.key, b.person.key)));
    yield;
  }
  return held;
}

/** Returns the place of a line in a meeting. */
export function placeOf(
  { person, note, meeting }: HeldMeeting,
  { line, private: isPrivate }: Pick<ThemePlace, 'line' | 'private'>,
): ThemePlace {
  return { person, date: meeting.date, uri: note.uri, line, private: isPrivate };
}

/** A mention, and the follow-up on its line if there is one. */
export interface CountedMention {
  readonly mention: Mention;
  readonly followUp: FollowUp | undefined;
}

/**
 * Returns the mentions of a meeting that name something. A moved follow-up counts as its copy in the later note, and a
 * dropped one does not count.
 */
export function countedMentions({ note, meeting }: DatedMeeting): readonly CountedMention[] {
  const found: CountedMention[] = [];
  for (const mention of meeting.mentions) {
    if (mention.named.length === 0) continue;
    const followUp = followUpAt(note.followUps, mention.line);
    if (!followUp || counts(followUp)) found.push({ mention, followUp });
  }
  return found;
}

function counts({ status }: FollowUp): boolean {
  return status !== 'moved' && status !== 'dropped' && status !== 'none';
}

/** Number of latest meetings in which names are counted, and in how many of them a name is frequent. */
const NAMES_LOOKED_AT = 8;
const FREQUENT = 2;

/**
 * Returns the people whom one person names in several of the latest meetings, with their places from the newest. The
 * meetings are sorted, oldest first.
 */
export function frequentNames(
  meetings: readonly HeldMeeting[],
  people: PeopleDirectory,
  withPrivate: boolean,
): readonly Theme[] {
  const names = new NamedPeople(people);
  const tally = new ThemeTally();
  for (const held of meetings.slice(-NAMES_LOOKED_AT).toReversed()) {
    for (const { mention } of countedMentions(held)) {
      if ((mention.private || held.note.private) && !withPrivate) continue;
      for (const name of names.resolve(mention.named).people) {
        if (name.key !== held.person.key && name.key !== 'me') tally.add(name, placeOf(held, mention));
      }
    }
  }
  return runToCompletion(tally.themes()).filter(
    ({ places }) => new Set(places.map(({ date }) => date)).size >= FREQUENT,
  );
}
