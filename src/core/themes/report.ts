import { type CivilDate, shortDate } from '../dates/civilDate';
import type { QuestionBank } from '../frameworks/questionBank';
import type { NoteIndex } from '../index/noteIndex';
import { formatDrift, sectionBalances } from '../peopleView/sectionBalance';
import { completedFrom, quoteLine, quoteAnswers } from '../reports/quotations';
import { type Report, type ReportEntry, reportSection, type ReportSection } from '../reports/report';
import type { Cooperative } from '../text/cooperative';
import { heldMeetings, type HeldMeeting } from '../topics/heldMeetings';
import type { Theme, ThemePlace } from '../topics/theme';
import { countedMessage, joinTexts, type Message, message, type Text } from '../text/message';
import { findThemes, sinceOf, type ThemeGroup, type ThemeKind, type ThemeSpan } from './themes';
import { partsOf } from '../index/listedFollowUp';
import type { Prompt } from '../note/note';
import type { Person } from '../people/person';
import { goalEntries, changeEntries } from '../reports/goalsAndChanges';
import type { StatementWish } from '../topics/statements';

/** ID of the section about people whose recent notes were mostly status or had sections that stayed empty. */
export const DRIFTS = 'drifts';

/** The kinds of theme before and after the sections about outcomes. */
const BEFORE_OUTCOMES: readonly ThemeKind[] = ['thanksToGive', 'blockers', 'blockersOfOne'];
const AFTER_OUTCOMES: readonly ThemeKind[] = ['tags', 'onMyMind', 'thanksGiven'];

/** Maximum number of themes in a section, and of lines in a theme, in a document. */
const LIMITS = [25, 8];
/** Maximum number of people listed by name for a theme. */
const MAX_NAMED = 3;

/** Returns the report on recurring themes across the 1:1s of a span. */
export function* composeThemes(index: NoteIndex, span: ThemeSpan, bank: QuestionBank): Cooperative<Report> {
  const { today, weeks, withPrivate } = span;
  const groups = yield* findThemes(index, span);
  const held = yield* heldMeetings(index, { since: sinceOf(span), until: today });
  const sections = [
    ...(yield* driftsSection(index, today)),
    ...(yield* themeSections(groups, BEFORE_OUTCOMES, today)),
    ...(yield* outcomeSections(index, held, { bank, today, withPrivate })),
    ...(yield* themeSections(groups, AFTER_OUTCOMES, today)),
  ];
  const days = message('date.range', shortDate(sinceOf(span), today), shortDate(today, today));
  return {
    title: message('themes.title', formatThemeSpan(weeks)),
    introduction: [
      withPrivate ? days : message('themes.withoutPrivate', days),
      ...(sections.length > 0 ? [] : [message('themes.nothing')]),
    ],
    sections,
  };
}

function* themeSections(
  groups: readonly ThemeGroup[],
  kinds: readonly ThemeKind[],
  today: CivilDate,
): Cooperative<readonly ReportSection[]> {
  const sections: ReportSection[] = [];
  for (const { kind, themes } of groups.filter((group) => kinds.includes(group.kind))) {
    const entries: ReportEntry[] = [];
    for (const theme of themes) {
      entries.push(themeEntry(theme, today));
      yield;
    }
    sections.push(...reportSection({ id: kind, title: message(`themes.${kind}`), entries }, LIMITS));
  }
  return sections;
}

/** Returns the length of a span, such as `the last 12 weeks`. */
export function formatThemeSpan(weeks: number): Message {
  return countedMessage('themes.weeks', weeks);
}

function* driftsSection(index: NoteIndex, today: CivilDate): Cooperative<readonly ReportSection[]> {
  const balanced = yield* sectionBalances(index, today);
  const entries = balanced.map(({ person, balance, last }) => ({
    key: person.key,
    label: [person.name],
    text: formatDrift(balance),
    details: [],
    source: { uri: last.note.uri, line: last.meeting.line },
    private: false,
  }));
  return reportSection({
    id: DRIFTS,
    title: message('themes.drifts'),
    entries: entries.filter(({ text }) => text !== ''),
  });
}

function themeEntry({ key, label, people, places }: Theme, today: CivilDate): ReportEntry {
  return {
    key,
    text: label === '' ? message('themes.others') : label,
    details: [joinNames(people.map(({ name }) => name))],
    private: false,
    entries: places.map((place) => placeEntry(place, today)),
  };
}

function placeEntry({ person, date, uri, line, private: isPrivate }: ThemePlace, today: CivilDate): ReportEntry {
  const label = [person.name, shortDate(date, today)];
  const entry = { label, text: '', details: [], source: { uri, line }, private: isPrivate };
  return completedFrom(entry, (note) => ({ text: quoteLine(note, line) }));
}

/** Joins names, such as `Jane Doe, Bo Lee, Ana Ruiz and 2 more`. */
function joinNames(names: readonly string[]): Text {
  const named = joinTexts('list.comma', names.slice(0, MAX_NAMED));
  return names.length > MAX_NAMED ? message('list.namesAndMore', named, names.length - MAX_NAMED) : named;
}

/** Maximum number of outcomes of each kind in a document. */
const OUTCOME_LIMITS = [25];
/** Maximum number of people whose goals are listed, and of each one's meetings that are read. */
const MOST_PEOPLE = 25;
const GOAL_MEETINGS = 6;

/**
 * Returns what the answers in meetings lead to: people to connect, small changes and goals. The meetings are those of a
 * span, newest first.
 */
function* outcomeSections(
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
    ...reportSection({ id: 'connections', title: message('themes.connections'), entries: connected }, OUTCOME_LIMITS),
    ...reportSection({ id: 'changes', title: message('themes.changes'), entries: changes }, OUTCOME_LIMITS),
    ...reportSection({ id: 'goals', title: message('themes.goals'), entries: goals }, OUTCOME_LIMITS),
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
