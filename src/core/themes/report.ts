import { type CivilDate, shortDate } from '../dates/civilDate';
import type { ParsedNote } from '../note/parsedNote';
import type { QuestionBank } from '../frameworks/questionBank';
import type { NoteIndex } from '../index/noteIndex';
import { formatDrift, sectionBalances } from '../peopleView/sectionBalance';
import { answerEntries, answerEntry, completedFrom, quoteLine, seenSections } from '../reports/quotations';
import { type Report, type ReportEntry, reportSection, type ReportSection } from '../reports/report';
import type { Cooperative } from '../text/cooperative';
import { type HeldMeeting, heldMeetings, heldWith } from '../topics/heldMeetings';
import type { Theme, ThemePlace } from '../topics/theme';
import { countedMessage, joinTexts, type Message, message, type Text } from '../text/message';
import { findThemes, sinceOf, type ThemeGroup, type ThemeKind, type ThemeSpan } from './themes';
import { questionText } from '../questions/history';
import { addToGroup } from '../text/collections';
import type { Person } from '../people/person';
import { goalEntries, changeEntries } from '../reports/goalsAndChanges';
import type { StatementOptions } from '../topics/statements';

/** ID of the section about people whose recent notes were mostly status or had sections that stayed empty. */
export const DRIFTS = 'drifts';

/** The kinds of theme before and after the sections about outcomes. */
const BEFORE_OUTCOMES: readonly ThemeKind[] = ['thanksToGive', 'blockers', 'blockersOfOne'];
const AFTER_OUTCOMES: readonly ThemeKind[] = ['tags', 'onMyMind', 'thanksGiven'];

/** Maximum number of themes in a section, and of lines in a theme, in a document. */
const LIMITS = [25, 8];
/** Maximum number of people listed by name for a theme. */
const MAX_NAMED = 3;

/** Returns the report on recurring themes across the 1:1s of a span, with all people or with one. */
export function* composeThemes(index: NoteIndex, span: ThemeSpan, bank: QuestionBank): Cooperative<Report> {
  const { today, weeks, withPrivate } = span;
  const person = span.person === undefined ? undefined : index.people.get(span.person);
  const groups = yield* findThemes(index, span);
  const held = yield* heldMeetings(index, { since: sinceOf(span), until: today }, span.person);
  const sections = [
    // The balance of the notes is for the reader only.
    ...(person && !withPrivate ? [] : yield* driftsSection(index, span)),
    ...(yield* themeSections(groups, BEFORE_OUTCOMES, span)),
    ...(yield* outcomeSections(index, held, { bank, today, withPrivate, isOfOne: person !== undefined })),
    ...(yield* themeSections(groups, AFTER_OUTCOMES, span)),
    ...(person && withPrivate ? yield* thankedSection(index, span, person) : []),
  ];
  const days = message('date.range', shortDate(sinceOf(span), today), shortDate(today, today));
  const period = formatThemeSpan(weeks);
  return {
    title: person ? message('themes.titleOfOne', period, person.name) : message('themes.title', period),
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
  { today, person }: ThemeSpan,
): Cooperative<readonly ReportSection[]> {
  const sections: ReportSection[] = [];
  for (const { kind, themes } of groups.filter((group) => kinds.includes(group.kind))) {
    const entries: ReportEntry[] = [];
    for (const theme of themes) {
      entries.push(themeEntry(theme, today, person !== undefined));
      yield;
    }
    sections.push(...reportSection({ id: kind, title: message(`themes.${kind}`), entries }, LIMITS));
  }
  return sections;
}

/**
 * Returns the thanks for one person in the 1:1s with others. They are private: what others say in their 1:1s is for the
 * reader only.
 */
function* thankedSection(index: NoteIndex, span: ThemeSpan, { key }: Person): Cooperative<readonly ReportSection[]> {
  const { today, weeks } = span;
  const groups = yield* findThemes(index, { today, weeks, withPrivate: false });
  const entries = groups
    .filter(({ kind }) => kind === 'thanksToGive' || kind === 'thanksGiven')
    .flatMap(({ themes }) => themes.filter((theme) => theme.key === key))
    .flatMap(({ places }) => places)
    .map((place) => placeEntry({ ...place, private: true }, today));
  return reportSection({ id: 'thanked', title: message('themes.thanked'), entries }, LIMITS);
}

/** Returns the length of a span, such as `the last 12 weeks`. */
export function formatThemeSpan(weeks: number): Message {
  return countedMessage('themes.weeks', weeks);
}

function* driftsSection(index: NoteIndex, { today, person: only }: ThemeSpan): Cooperative<readonly ReportSection[]> {
  const balances = yield* sectionBalances(index, today);
  const balanced = only === undefined ? balances : balances.filter(({ person }) => person.key === only);
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

function themeEntry({ key, label, people, places }: Theme, today: CivilDate, isOfOne: boolean): ReportEntry {
  const days = new Set(places.map(({ date }) => date));
  const since = shortDate(places.at(-1)?.date ?? today, today);
  return {
    key,
    text: label === '' ? message('themes.others') : label,
    details: [
      isOfOne ? countedMessage('themes.meetings', days.size, since) : joinNames(people.map(({ name }) => name)),
    ],
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

/** Maximum number of people whose goals are listed, and of each one's meetings that are read. */
const MOST_PEOPLE = 25;
const GOAL_MEETINGS = 6;

/** How to list what answers lead to. */
interface OutcomeOptions extends StatementOptions {
  /** Whether all meetings are with one person, whose goals and repeated answers are listed from all of them. */
  readonly isOfOne: boolean;
}

/**
 * Returns what the answers in meetings lead to: people to connect, small changes and goals. The meetings are those of a
 * span, newest first.
 */
function* outcomeSections(
  index: NoteIndex,
  meetings: readonly HeldMeeting[],
  options: OutcomeOptions,
): Cooperative<readonly ReportSection[]> {
  const connected: ReportEntry[] = [];
  for (const held of meetings) {
    connected.push(...answerEntries(held, 'connect', options));
    yield;
  }
  const repeated = options.isOfOne ? yield* repeatedAnswers(meetings, options) : [];
  const changes = yield* changeEntries(meetings.toReversed(), options);
  const goals = options.isOfOne
    ? goalEntries(meetings.toReversed(), options)
    : yield* goalsOfAll(meetings, index, options);
  return [
    ...reportSection({ id: 'connections', title: message('themes.connections'), entries: connected }, LIMITS),
    ...reportSection({ id: 'changes', title: message('themes.changes'), entries: changes }, LIMITS),
    ...reportSection({ id: 'goals', title: message('themes.goals'), entries: goals }, LIMITS),
    ...reportSection({ id: 'repeated', title: message('themes.repeated'), entries: repeated }, LIMITS),
  ];
}

/** Returns the questions that were answered on two or more days, each with its answers, so that a change shows. */
function* repeatedAnswers(
  meetings: readonly HeldMeeting[],
  options: StatementOptions,
): Cooperative<readonly ReportEntry[]> {
  const byQuestion = new Map<number, { readonly date: CivilDate; readonly entry: ReportEntry }[]>();
  for (const held of meetings) {
    for (const section of seenSections(held, options)) {
      for (const { answered, question, answerLine: line } of section.prompts) {
        if (!answered || options.bank.topicOf(question) !== undefined) continue;
        const entry = withoutQuestion(answerEntry(held, { line, section }, options), line);
        addToGroup(byQuestion, question, { date: held.meeting.date, entry });
      }
    }
    yield;
  }
  return [...byQuestion]
    .filter(([, answers]) => new Set(answers.map(({ date }) => date)).size > 1)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([question, answers]) => ({
      key: String(question),
      text: questionText(question, options.bank),
      details: [],
      private: false,
      entries: answers.map(({ entry }) => entry),
    }));
}

/** Returns the entry of an answer that quotes only its first line, because it is listed under its question. */
function withoutQuestion(entry: ReportEntry, line: number): ReportEntry {
  const quote = (read: ParsedNote): readonly ReportEntry[] =>
    (entry.quote?.(read) ?? []).map((quoted) => ({ ...quoted, text: quoteLine(read, line) }));
  return { ...entry, quote };
}

/** Returns the goals of the people in the meetings, each with its name. */
function* goalsOfAll(
  meetings: readonly HeldMeeting[],
  index: NoteIndex,
  options: StatementOptions,
): Cooperative<readonly ReportEntry[]> {
  const goals: ReportEntry[] = [];
  for (const person of [...new Set(meetings.map((held) => held.person))].slice(0, MOST_PEOPLE)) {
    goals.push(...goalsOf(person, index, options));
    yield;
  }
  return goals;
}

function goalsOf(person: Person, index: NoteIndex, options: StatementOptions): readonly ReportEntry[] {
  const meetings = index.meetingsWith(person.key).filter(({ meeting }) => meeting.date <= options.today);
  return goalEntries(heldWith(person, meetings), { ...options, isNamed: true, atMost: GOAL_MEETINGS });
}
