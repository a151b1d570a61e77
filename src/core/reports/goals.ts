import { addDays, type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import type { QuestionBank } from '../frameworks/questionBank';
import type { Section } from '../note/note';
import { sectionName } from '../questions/sections';
import { message, type Text } from '../text/message';
import type { LineRange } from '../text/range';
import type { HeldMeeting } from '../topics/heldMeetings';
import { latestOf, type StatementSource, type Thread, threadsOf } from '../topics/statements';
import { composedFrom, type ReportEntry } from './report';
import { answersAbout, type NoteReader, readStatements, type StatementWish, urisOf } from './statementReader';

/** Number of days after which a goal that nobody mentioned is brought up again. */
const FORGOTTEN_DAYS = 60;
/** The default of `GoalWish.atMost`. */
const MOST_MEETINGS = 24;

const HEADINGS: ReadonlySet<string> = new Set(['goals', 'goal', 'career goals'].map(sectionName));
const TAGS: ReadonlySet<string> = new Set(['goal', 'goals']);

/** How to list goals. */
export interface GoalWish extends StatementWish {
  /** Whether to list only open goals that nobody mentioned for two months. */
  readonly onlyForgotten?: boolean;
  /** Whether each goal begins with the person's name. */
  readonly isNamed?: boolean;
  /** Maximum number of meetings that are read, the latest ones. */
  readonly atMost?: number;
}

/** Returns the goals in a person's meetings with their history, the latest first, or nothing if there are none. */
export function goalEntries(meetings: readonly HeldMeeting[], wish: GoalWish): readonly ReportEntry[] {
  const sources = meetings
    .map((held) => ({ held, ranges: goalRanges(held, wish.bank) }))
    .filter(({ ranges }) => ranges.length > 0)
    .slice(-(wish.atMost ?? MOST_MEETINGS));
  return sources.length === 0 ? [] : [composedFrom(urisOf(sources), (noteOf) => goalsOf(sources, wish, noteOf))];
}

function goalsOf(sources: readonly StatementSource[], wish: GoalWish, noteOf: NoteReader): readonly ReportEntry[] {
  return threadsOf(readStatements(sources, noteOf, wish))
    .filter((thread) => wish.onlyForgotten !== true || isForgotten(thread, wish.today))
    .toReversed()
    .map((thread) => goalEntry(thread, wish));
}

/** Returns the lines about goals: under *Goals*, in answers about goals, and with `#goal`. */
function goalRanges({ note, meeting, index }: HeldMeeting, bank: QuestionBank): readonly LineRange[] {
  return [
    ...meeting.sections.flatMap((section) => [...underHeading(section), ...answersAbout(section, 'goal', bank)]),
    ...meeting.mentions
      .filter(({ named }) => named.some(({ key, form }) => form === 'tag' && TAGS.has(key)))
      .map(({ line }) => ({ line, endLine: line })),
    ...note.followUps
      .filter((each) => each.meeting === index && HEADINGS.has(sectionName(each.section)))
      .map(({ line }) => ({ line, endLine: line })),
  ];
}

/** Returns the lines of a *Goals* section before its first question. */
function underHeading({ title, words, line, endLine, prompts }: Section): readonly LineRange[] {
  if (words === 0 || !HEADINGS.has(sectionName(title))) return [];
  return [{ line: line + 1, endLine: prompts[0] ? prompts[0].line - 1 : endLine }];
}

function isForgotten(thread: Thread, today: CivilDate): boolean {
  const { status, date } = latestOf(thread);
  return status !== 'done' && status !== 'dropped' && date <= addDays(today, -FORGOTTEN_DAYS);
}

function goalEntry(thread: Thread, { today, isNamed }: GoalWish): ReportEntry {
  const [first] = thread;
  const last = latestOf(thread);
  const next = thread.findLast((each) => each.next !== '')?.next ?? '';
  const details: readonly Text[] = [
    message('goal.firstSaid', shortDate(first.date, today)),
    first.date === last.date ? '' : message('goal.lastSpoken', formatRelative(last.date, today)),
    next === '' ? '' : message('goal.next', next),
    last.status === 'done' ? message('goal.reached') : last.status === 'dropped' ? message('goal.letGo') : '',
  ];
  return {
    ...(isNamed === true && { label: [last.person.name] }),
    text: last.words,
    details: details.filter((detail) => detail !== ''),
    source: { uri: last.uri, line: last.line },
    private: thread.some((each) => each.private),
  };
}
