import { addDays, type CivilDate, daysBetween, formatDayAndMonth, shortDate, weekdayOf } from '../dates/civilDate';
import type { DatedMeeting, ListedFollowUp } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import { isMine, isTheirs } from '../index/ownership';
import { plainText } from '../markdown/plainText';
import type { MeetingRatings } from '../note/ratings';
import { sectionTopics } from '../peopleView/sectionBalance';
import type { Person } from '../people/person';
import { type Report, type ReportEntry, reportSection, type ReportSection } from '../reports/report';
import { compareNames, groupBy } from '../text/collections';
import type { Cooperative } from '../text/cooperative';
import { countedMessage, joinTexts, message } from '../text/message';
import { type HeldMeeting, heldMeetings } from '../topics/heldMeetings';
import type { ThemeSpan } from './themes';

/** The ages of promises: the number of days up to which each of them reaches, and its words. */
const AGES = [
  { days: 6, words: message('pulse.underWeek') },
  { days: 13, words: message('pulse.oneToTwoWeeks') },
  { days: 27, words: message('pulse.twoToFourWeeks') },
  { days: 90, words: message('pulse.oneToThreeMonths') },
  { days: Infinity, words: message('pulse.older') },
] as const;
/** The sides of a promise: the reader, others, or no owner. */
const SIDES = [0, 1, 2] as const;
/** Maximum number of topics by name. */
const MOST_TOPICS = 8;

/**
 * Returns the pulse of the team: who was met in which week, open promises by age, where the words went, and the last
 * ratings of challenge and skill. It shows facts and quotations, and rates no one.
 */
export function* composeTeamPulse(index: NoteIndex, span: ThemeSpan): Cooperative<Report> {
  const { weeks, withPrivate, today } = span;
  const since = firstDay(span);
  const held = yield* heldMeetings(index, { since, until: today });
  const seen = withPrivate ? held : held.filter(({ note }) => !note.private);
  const sections = [
    ...(yield* metSection(seen, span)),
    ...(yield* promisesSection(index, span)),
    ...(yield* wordsSection(seen)),
    ...(yield* ratingsSection(index, span)),
  ];
  const days = message('date.range', shortDate(since, today), shortDate(today, today));
  return {
    title: message('pulse.title', countedMessage('themes.weeks', weeks)),
    introduction: [
      withPrivate ? days : message('themes.withoutPrivate', days),
      ...(sections.length > 0 ? [] : [message('pulse.nothing')]),
    ],
    sections,
  };
}

/** Returns the Monday of the first week. The current week is the last one. */
function firstDay({ today, weeks }: ThemeSpan): CivilDate {
  return addDays(today, -((weekdayOf(today) + 6) % 7) - 7 * (weeks - 1));
}

/** Returns a strip of weeks for each person, with the days of the 1:1s. */
function* metSection(held: readonly HeldMeeting[], span: ThemeSpan): Cooperative<readonly ReportSection[]> {
  const people = [...groupBy(held, ({ person }) => person)].sort(byName);
  const since = firstDay(span);
  const weekOf = ({ meeting }: HeldMeeting): number => Math.floor(daysBetween(since, meeting.date) / 7);
  const entries: ReportEntry[] = [];
  const rows: { readonly label: string; readonly squares: readonly boolean[] }[] = [];
  for (const [{ name }, meetings] of people) {
    const [last] = meetings;
    const days = meetings.toReversed().map(({ meeting }) => formatDayAndMonth(meeting.date));
    entries.push({
      text: name,
      details: [joinTexts('list.comma', days)],
      source: last && { uri: last.note.uri, line: last.meeting.line },
      private: meetings.some(({ note }) => note.private),
    });
    const met = new Set(meetings.map(weekOf));
    rows.push({ label: name, squares: Array.from({ length: span.weeks }, (_, week) => met.has(week)) });
    yield;
  }
  return reportSection({
    id: 'met',
    title: message('pulse.met'),
    entries,
    table: {
      columns: [message('pulse.person'), message('pulse.days')],
      picture: { kind: 'strips', rows, ends: [formatDayAndMonth(since), message('pulse.thisWeek')] },
    },
  });
}

function byName([a]: readonly [Person, unknown], [b]: readonly [Person, unknown]): number {
  return compareNames(a.name, b.name);
}

/** The open promises of one age. */
interface PromiseCount {
  /** The number of promises of the reader, of others, and without owner. */
  readonly values: [number, number, number];
  isPrivate: boolean;
}

/** The open promises of a list on a day, for each of the ages. */
interface PromisesOnDay extends Pick<ThemeSpan, 'today' | 'withPrivate'> {
  readonly ages: readonly PromiseCount[];
}

/** The latest count for each list of follow-ups. The index returns another list when a follow-up of it changes. */
const counted = new WeakMap<readonly ListedFollowUp[], PromisesOnDay>();

/** Returns the number of open promises by age, for each side. */
function* promisesSection(index: NoteIndex, span: ThemeSpan): Cooperative<readonly ReportSection[]> {
  const ages = AGES.map(({ words }) => ({ label: words, ...noPromises() }));
  for (const person of index.people.all) {
    for (const [at, { values, isPrivate }] of countPromises(index.followUpsOf(person.key), span).entries()) {
      const age = ages[at];
      if (!age) continue;
      for (const side of SIDES) age.values[side] += values[side];
      age.isPrivate ||= isPrivate;
    }
    yield;
  }
  const sides = [message('pulse.youOwe'), message('pulse.othersOwe'), message('pulse.noOwner')];
  const isAny = ages.some(({ values }) => values.some((count) => count > 0));
  return reportSection({
    id: 'promises',
    title: message('pulse.promises'),
    entries: isAny
      ? ages.map((age) => ({ text: age.label, details: age.values.map(String), private: age.isPrivate }))
      : [],
    table: { columns: [message('pulse.age'), ...sides], picture: { kind: 'bars', series: sides, rows: ages } },
  });
}

function countPromises(items: readonly ListedFollowUp[], span: ThemeSpan): readonly PromiseCount[] {
  const { today, withPrivate } = span;
  const before = counted.get(items);
  if (before?.today === today && before.withPrivate === withPrivate) return before.ages;
  const firstDays = AGES.map(({ days }) => (Number.isFinite(days) ? addDays(today, -days) : ''));
  const ages = AGES.map(noPromises);
  for (const item of items) {
    if (!item.isOpen || (!withPrivate && isPrivate(item))) continue;
    const since = item.since ?? today;
    const age = ages[firstDays.findIndex((first) => first <= since)];
    if (!age) continue;
    age.values[sideOf(item)] += 1;
    age.isPrivate ||= isPrivate(item);
  }
  counted.set(items, { today, withPrivate, ages });
  return ages;
}

function noPromises(): PromiseCount {
  return { values: [0, 0, 0], isPrivate: false };
}

function isPrivate({ followUp, note }: ListedFollowUp): boolean {
  return followUp.private || note.private;
}

function sideOf(item: ListedFollowUp): (typeof SIDES)[number] {
  if (isMine(item)) return 0;
  return isTheirs(item) ? 1 : 2;
}

/** Returns the number of words under each heading. Private sections, agendas and follow-ups do not count. */
function* wordsSection(held: readonly HeldMeeting[]): Cooperative<readonly ReportSection[]> {
  const topics = new Map<string, { title: string; words: number; notes: number; isPrivate: boolean }>();
  for (const { meeting, note } of held) {
    for (const { name, title, words } of sectionTopics(meeting)) {
      if (words === 0 || name === '') continue;
      const topic = topics.get(name) ?? { title, words: 0, notes: 0, isPrivate: false };
      topics.set(name, topic);
      topic.words += words;
      topic.notes += 1;
      topic.isPrivate ||= note.private;
    }
    yield;
  }
  const shown = [...topics.values()].sort((a, b) => b.words - a.words).slice(0, MOST_TOPICS);
  const named = shown.map((topic) => ({ ...topic, title: plainText(topic.title) }));
  return reportSection({
    id: 'words',
    title: message('pulse.words'),
    entries: named.map(({ title, words, notes, isPrivate }) => ({
      text: title,
      details: [String(words), String(notes)],
      private: isPrivate,
    })),
    table: {
      columns: [message('pulse.section'), message('pulse.wordCount'), message('pulse.meetings')],
      picture: {
        kind: 'bars',
        series: [message('pulse.wordCount')],
        rows: named.map(({ title, words }) => ({ label: title, values: [words] })),
      },
    },
  });
}

/** Returns the last ratings of challenge and skill of each person who gave some, as the notes say them. */
function* ratingsSection(index: NoteIndex, { today, withPrivate }: ThemeSpan): Cooperative<readonly ReportSection[]> {
  const isSeen = (isPrivate: boolean): boolean => withPrivate || !isPrivate;
  const said: (DatedMeeting & { readonly person: Person; readonly ratings: MeetingRatings })[] = [];
  for (const person of index.people.all) {
    const last = index
      .meetingsWith(person.key)
      .findLast(
        ({ meeting: { date, ratings }, note }) =>
          ratings && date <= today && isSeen(ratings.private) && isSeen(note.private),
      );
    if (last?.meeting.ratings) said.push({ ...last, person, ratings: last.meeting.ratings });
    yield;
  }
  said.sort((a, b) => compareNames(a.person.name, b.person.name));
  const entries = said.map(({ person, note, meeting, ratings }): ReportEntry => {
    return {
      text: person.name,
      details: [String(ratings.challenge), String(ratings.skill), shortDate(meeting.date, today)],
      source: { uri: note.uri, line: meeting.line },
      private: ratings.private || note.private,
    };
  });
  const rows = said.map(({ person, ratings }) => ({ label: person.name, values: [ratings.challenge, ratings.skill] }));
  const series = [message('pulse.challenge'), message('pulse.skill')];
  return reportSection({
    id: 'ratings',
    title: message('pulse.ratings'),
    entries,
    table: {
      columns: [message('pulse.person'), ...series, message('pulse.saidOn')],
      picture: { kind: 'bars', series, rows },
    },
  });
}
