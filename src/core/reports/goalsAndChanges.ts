import { addDays, type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import type { QuestionBank } from '../frameworks/questionBank';
import type { Section } from '../note/note';
import { sectionName } from '../questions/sections';
import { message, type Text, joinTexts, type Message } from '../text/message';
import type { LineRange } from '../text/range';
import type { HeldMeeting } from '../topics/heldMeetings';
import {
  latestOf,
  type StatementSource,
  type Thread,
  threadsOf,
  answersAbout,
  type NoteReader,
  readStatements,
  type StatementOptions,
  urisOf,
  type Statement,
} from '../topics/statements';
import { composedFrom, type ReportEntry } from './report';
import type { FollowUp } from '../followUp/followUp';
import { type Cooperative, runToCompletion } from '../text/cooperative';

/** Number of days without a mention after which a goal is brought up again. */
const FORGOTTEN_DAYS = 60;
/** Maximum number of meetings that are read for goals, the latest ones. */
const MOST_GOAL_MEETINGS = 24;

const GOAL_HEADINGS: ReadonlySet<string> = new Set(['goals', 'goal', 'career goals'].map(sectionName));
const GOAL_TAGS: ReadonlySet<string> = new Set(['goal', 'goals']);

/** How to list goals. */
export interface GoalOptions extends StatementOptions {
  /** Whether to list only open goals without a mention for two months. */
  readonly onlyForgotten?: boolean;
  /** Whether each goal begins with the person's name. */
  readonly isNamed?: boolean;
  /** Maximum number of meetings that are read, the latest ones. */
  readonly atMost?: number;
}

/** Returns the goals in a person's meetings with their history, most recent first. */
export function goalEntries(meetings: readonly HeldMeeting[], options: GoalOptions): readonly ReportEntry[] {
  const sources = meetings
    .map((held) => ({ held, ranges: goalRanges(held, options.bank) }))
    .filter(({ ranges }) => ranges.length > 0)
    .slice(-(options.atMost ?? MOST_GOAL_MEETINGS));
  return compose(sources, (noteOf) =>
    threadsIn(sources, noteOf, options)
      .filter((thread) => options.onlyForgotten !== true || isForgotten(thread, options.today))
      .map((thread) => goalEntry(thread, options)),
  );
}

/** Returns the lines about goals: under *Goals*, in answers about goals, and with `#goal`. */
function goalRanges({ note, meeting, index }: HeldMeeting, bank: QuestionBank): readonly LineRange[] {
  return [
    ...meeting.sections.flatMap((section) => [...underHeading(section), ...answersAbout(section, 'goal', bank)]),
    ...meeting.mentions
      .filter(({ named }) => named.some(({ key, form }) => form === 'tag' && GOAL_TAGS.has(key)))
      .map(({ line }) => ({ line, endLine: line })),
    ...note.followUps
      .filter((each) => each.meeting === index && GOAL_HEADINGS.has(sectionName(each.section)))
      .map(({ line }) => ({ line, endLine: line })),
  ];
}

/** Returns the lines of a *Goals* section before its first question. */
function underHeading({ title, words, line, endLine, prompts }: Section): readonly LineRange[] {
  if (words === 0 || !GOAL_HEADINGS.has(sectionName(title))) return [];
  return [{ line: line + 1, endLine: prompts[0] ? prompts[0].line - 1 : endLine }];
}

function isForgotten(thread: Thread, today: CivilDate): boolean {
  const { status, date } = latestOf(thread);
  return status !== 'done' && status !== 'dropped' && date <= addDays(today, -FORGOTTEN_DAYS);
}

function goalEntry(thread: Thread, { today, isNamed }: GoalOptions): ReportEntry {
  const [first] = thread;
  const last = latestOf(thread);
  const next = thread.findLast((each) => each.next !== '')?.next ?? '';
  const details: readonly Text[] = [
    message('goal.firstSaid', shortDate(first.date, today)),
    first.date === last.date ? '' : message('goal.lastSpoken', formatRelative(last.date, today)),
    next === '' ? '' : message('goal.next', next),
    last.status === 'done' ? message('goal.reached') : last.status === 'dropped' ? message('goal.letGo') : '',
  ];
  return { ...(isNamed === true && { label: [last.person.name] }), ...threadEntry(thread, details) };
}

/** Returns the entry of a thread: its latest words and their line. Details without words are left out. */
function threadEntry(thread: Thread, details: readonly Text[]): ReportEntry {
  const { words, uri, line } = latestOf(thread);
  return {
    text: words,
    details: details.filter((detail) => detail !== ''),
    source: { uri, line },
    private: thread.some((each) => each.private),
  };
}

/** Number of days after which the brief asks what came of a change. */
const OUTCOME_DAYS = 30;
/** Maximum number of meetings that are read for small changes, the latest ones. */
const MOST_CHANGE_MEETINGS = 200;

const CHANGE_HEADING = sectionName('Process');
const CHANGE_TAG = '#process';

/** Returns the small changes in meetings as one list, most recent first. */
export function* changeEntries(
  meetings: readonly HeldMeeting[],
  options: StatementOptions,
): Cooperative<readonly ReportEntry[]> {
  const sources = yield* changeSources(meetings, options, () => true);
  return compose(sources, (noteOf) =>
    threadsIn(sources, noteOf, options).map((thread) => changeEntry(thread, options)),
  );
}

/**
 * Returns the small changes of a person that were done: with what came of them, or else with the question about it. The
 * question is asked from 30 days after the change until the next meeting, and not again.
 */
export function outcomeEntries(meetings: readonly HeldMeeting[], options: StatementOptions): readonly ReportEntry[] {
  const sources = runToCompletion(changeSources(meetings, options, ({ status }) => status === 'done'));
  return compose(sources, (noteOf) =>
    threadsIn(sources, noteOf, options)
      .filter((thread) => outcomeOf(thread) !== '' || isToAsk(latestOf(thread), meetings, options.today))
      .map((thread) => changeEntry(thread, options, message('change.ask'))),
  );
}

function compose(
  sources: readonly StatementSource[],
  entries: (noteOf: NoteReader) => readonly ReportEntry[],
): readonly ReportEntry[] {
  return sources.length === 0 ? [] : [composedFrom(urisOf(sources), entries)];
}

function threadsIn(
  sources: readonly StatementSource[],
  noteOf: NoteReader,
  options: StatementOptions,
): readonly Thread[] {
  return threadsOf(readStatements(sources, noteOf, options)).toReversed();
}

/**
 * Returns the latest meetings with follow-ups under *Process* or with `#process`, and with answers about small changes.
 */
function* changeSources(
  meetings: readonly HeldMeeting[],
  { bank }: StatementOptions,
  isWanted: (followUp: FollowUp) => boolean,
): Cooperative<readonly StatementSource[]> {
  const sources: StatementSource[] = [];
  for (let at = meetings.length - 1; at >= 0 && sources.length < MOST_CHANGE_MEETINGS; at--) {
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
  return (section !== '' && sectionName(section) === CHANGE_HEADING) || source.includes(CHANGE_TAG);
}

function isToAsk({ status, closedOn }: Statement, meetings: readonly HeldMeeting[], today: CivilDate): boolean {
  const from = closedOn && addDays(closedOn, OUTCOME_DAYS);
  if (status !== 'done' || from === undefined || from > today) return false;
  return !meetings.some(({ meeting }) => meeting.date >= from && meeting.date < today);
}

function changeEntry(thread: Thread, { today }: StatementOptions, question: Text = ''): ReportEntry {
  const [first] = thread;
  const outcome = outcomeOf(thread);
  return threadEntry(thread, [
    formatState(latestOf(thread), outcome),
    joinTexts('list.comma', [...new Set(thread.map(({ person }) => person.name))]),
    message('brief.since', shortDate(first.date, today)),
    outcome === '' ? question : message('change.outcome', outcome),
  ]);
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
