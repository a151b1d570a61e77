import { addDays, type CivilDate, shortDate } from '../dates/civilDate';
import type { FollowUp } from '../followUp/followUp';
import { sectionName } from '../questions/sections';
import { type Cooperative, runToCompletion } from '../text/cooperative';
import { joinTexts, type Message, message, type Text } from '../text/message';
import type { LineRange } from '../text/range';
import type { HeldMeeting } from '../topics/heldMeetings';
import { latestOf, type Statement, type StatementSource, type Thread, threadsOf } from '../topics/statements';
import { composedFrom, type ReportEntry } from './report';
import { answersAbout, type NoteReader, readStatements, type StatementWish, urisOf } from './statementReader';

/** Number of days after which the brief asks what came of a change. */
const OUTCOME_DAYS = 30;
/** Maximum number of meetings that are read, the latest ones. */
const MOST_MEETINGS = 200;

const HEADING = sectionName('Process');
const TAG = '#process';

/** Returns the small changes in meetings as one list, the latest first, or nothing if there are none. */
export function* changeEntries(
  meetings: readonly HeldMeeting[],
  wish: StatementWish,
): Cooperative<readonly ReportEntry[]> {
  const sources = yield* changeSources(meetings, wish, () => true);
  return compose(sources, (noteOf) => threadsIn(sources, noteOf, wish).map((thread) => changeEntry(thread, wish)));
}

/**
 * Returns the small changes of a person that were done: with what came of them, or else with the question about it. The
 * question is asked from 30 days after the change until the next meeting, and not again.
 */
export function outcomeEntries(meetings: readonly HeldMeeting[], wish: StatementWish): readonly ReportEntry[] {
  const sources = runToCompletion(changeSources(meetings, wish, ({ status }) => status === 'done'));
  return compose(sources, (noteOf) =>
    threadsIn(sources, noteOf, wish)
      .filter((thread) => outcomeOf(thread) !== '' || isToAsk(latestOf(thread), meetings, wish.today))
      .map((thread) => changeEntry(thread, wish, message('change.ask'))),
  );
}

function compose(
  sources: readonly StatementSource[],
  entries: (noteOf: NoteReader) => readonly ReportEntry[],
): readonly ReportEntry[] {
  return sources.length === 0 ? [] : [composedFrom(urisOf(sources), entries)];
}

function threadsIn(sources: readonly StatementSource[], noteOf: NoteReader, wish: StatementWish): readonly Thread[] {
  return threadsOf(readStatements(sources, noteOf, wish)).toReversed();
}

/**
 * Returns the latest meetings with follow-ups under *Process* or with `#process`, and with answers about small changes.
 */
function* changeSources(
  meetings: readonly HeldMeeting[],
  { bank }: StatementWish,
  isWanted: (followUp: FollowUp) => boolean,
): Cooperative<readonly StatementSource[]> {
  const sources: StatementSource[] = [];
  for (let at = meetings.length - 1; at >= 0 && sources.length < MOST_MEETINGS; at--) {
    const held = meetings[at] as HeldMeeting;
    const { note, meeting, index } = held;
    const answers = meeting.sections.flatMap((section) => answersAbout(section, 'process', bank));
    const followUps = note.followUps
      .filter((each) => each.meeting === index && isChange(each) && isWanted(each))
      .map(({ line, endLine }): LineRange => ({ line, endLine }));
    const ranges = [...answers, ...followUps];
    if (ranges.length > 0) sources.push({ held, ranges });
    yield;
  }
  return sources.reverse();
}

function isChange({ source, section }: FollowUp): boolean {
  return (section !== '' && sectionName(section) === HEADING) || source.includes(TAG);
}

function isToAsk({ status, closedOn }: Statement, meetings: readonly HeldMeeting[], today: CivilDate): boolean {
  const from = closedOn && addDays(closedOn, OUTCOME_DAYS);
  if (status !== 'done' || from === undefined || from > today) return false;
  return !meetings.some(({ meeting }) => meeting.date >= from && meeting.date < today);
}

function changeEntry(thread: Thread, { today }: StatementWish, question: Text = ''): ReportEntry {
  const [first] = thread;
  const last = latestOf(thread);
  const outcome = outcomeOf(thread);
  const details = [
    formatState(last, outcome),
    joinTexts('list.comma', [...new Set(thread.map(({ person }) => person.name))]),
    message('brief.since', shortDate(first.date, today)),
    outcome === '' ? question : message('change.outcome', outcome),
  ];
  return {
    text: last.words,
    details: details.filter((detail) => detail !== ''),
    source: { uri: last.uri, line: last.line },
    private: thread.some((each) => each.private),
  };
}

function formatState({ status }: Statement, outcome: string): Message {
  switch (status) {
    case undefined:
      return message('change.idea');
    case 'dropped':
      return message('change.dropped');
    case 'done':
      return message(outcome === '' ? 'change.tried' : 'change.kept');
    default:
      return message(status === 'inProgress' ? 'change.beingTried' : 'change.planned');
  }
}

function outcomeOf(thread: Thread): string {
  return thread.findLast(({ outcome }) => outcome !== '')?.outcome ?? '';
}
