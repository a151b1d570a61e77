import { partsOf } from '../index/listedFollowUp';
import { shortDate } from '../dates/civilDate';
import type { NoteIndex } from '../index/noteIndex';
import type { Prompt } from '../note/note';
import type { Person } from '../people/person';
import { goalEntries, changeEntries } from '../reports/goalsAndChanges';
import { quoteAnswers } from '../reports/quotations';
import { type ReportEntry, reportSection, type ReportSection } from '../reports/report';
import type { StatementWish } from '../topics/statements';
import type { Cooperative } from '../text/cooperative';
import { message } from '../text/message';
import type { HeldMeeting } from '../topics/heldMeetings';

const LIMITS = [25];
/** Maximum number of people whose goals are listed, and of each one's meetings that are read. */
const MOST_PEOPLE = 25;
const GOAL_MEETINGS = 6;

/**
 * Returns what the answers in meetings lead to: people to connect, small changes and goals. The meetings are those of a
 * span, newest first.
 */
export function* outcomeSections(
  index: NoteIndex,
  meetings: readonly HeldMeeting[],
  wish: StatementWish,
): Cooperative<readonly ReportSection[]> {
  const connected = yield* connections(meetings, wish);
  const changes = yield* changeEntries(meetings.toReversed(), wish);
  const goals: ReportEntry[] = [];
  for (const person of [...new Set(meetings.map(({ person }) => person))].slice(0, MOST_PEOPLE)) {
    goals.push(...goalsOf(person, index, wish));
    yield;
  }
  return [
    ...reportSection({ id: 'connections', title: message('themes.connections'), entries: connected }, LIMITS),
    ...reportSection({ id: 'changes', title: message('themes.changes'), entries: changes }, LIMITS),
    ...reportSection({ id: 'goals', title: message('themes.goals'), entries: goals }, LIMITS),
  ];
}

/** Returns the answers that name somebody to be connected with. */
function* connections(meetings: readonly HeldMeeting[], wish: StatementWish): Cooperative<readonly ReportEntry[]> {
  const entries: ReportEntry[] = [];
  for (const held of meetings) {
    for (const section of held.meeting.sections) {
      if (section.private && !wish.withPrivate) continue;
      const prompts = section.prompts.filter(
        ({ answered, question }) => answered && wish.bank.topicOf(question) === 'connect',
      );
      entries.push(...prompts.map((prompt) => connectionEntry(held, prompt, wish)));
    }
    yield;
  }
  return entries;
}

function connectionEntry(held: HeldMeeting, { answerLine }: Prompt, wish: StatementWish): ReportEntry {
  const { person, note, meeting } = held;
  const label = [person.name, shortDate(meeting.date, wish.today)];
  return {
    label,
    text: '',
    details: [],
    source: { uri: note.uri, line: answerLine },
    private: note.private,
    quote: (read) =>
      quoteAnswers(held, { note: read, bank: wish.bank }, ({ line }) => line === answerLine)
        .filter((entry) => wish.withPrivate || !entry.private)
        .map((entry) => ({ ...entry, label })),
  };
}

function goalsOf(person: Person, index: NoteIndex, wish: StatementWish): readonly ReportEntry[] {
  const held = index
    .meetingsWith(person.key)
    .flatMap(partsOf)
    .filter(({ meeting }) => meeting.date <= wish.today)
    .map((dated) => ({ ...dated, person }));
  return goalEntries(held, { ...wish, isNamed: true, atMost: GOAL_MEETINGS });
}
