import type { CivilDate } from '../dates/civilDate';
import { type DatedMeeting, partsOf } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import { plainText } from '../markdown/plainText';
import type { Meeting, Section, SectionKind } from '../note/note';
import { MeetingOutline } from '../note/meetingOutline';
import type { Person } from '../people/person';
import { sectionName } from '../questions/sections';
import { compareNames } from '../text/collections';
import type { Cooperative } from '../text/cooperative';
import { countedMessage, joinTexts, message, type Text } from '../text/message';

/** A topic of a meeting: the text under a heading, including its subheadings. */
interface Topic {
  /** The title without emphasis, emoji and number, by which topics of several notes are matched. */
  readonly name: string;
  /** The title as written; empty for text under the note's own heading. */
  readonly title: string;
  readonly isStatus: boolean;
  readonly isOnMyMind: boolean;
  readonly words: number;
  /** Number of questions in the topic, and number of those with an answer. */
  readonly asked: number;
  readonly answered: number;
}

type OpenTopic = { -readonly [Key in keyof Topic]: Topic[Key] };

/** A heading above the current section. Text below it belongs to its topic, if it has one. */
const NO_TOPICS: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>([
  ...(['agenda', 'followUps', 'mine', 'theirs', 'next', 'private'] as const),
]);

/** Returns the topics of a meeting in the order of its headings. */
export function sectionTopics(meeting: Meeting): readonly Topic[] {
  const topics: OpenTopic[] = [];
  const topicBySection = new Map<Section, OpenTopic>();
  const outline = MeetingOutline.of(meeting);
  for (const section of outline.parts) {
    const parent = outline.parentOf(section);
    const above = parent && topicBySection.get(parent);
    const topic = parent && !above ? undefined : topicOf(section, above, outline.isSection(section));
    if (topic && topic !== above) {
      topics.push(topic);
    }
    if (topic) {
      topicBySection.set(section, topic);
      topic.words += section.words;
      topic.asked += section.prompts.length;
      topic.answered += section.prompts.filter(({ answered }) => answered).length;
    }
  }
  return topics;
}

/**
 * Returns the topic of a section: the one of the heading above, unless the section itself is a status section. Some
 * sections have no topic.
 */
function topicOf(section: Section, above: OpenTopic | undefined, isSection: boolean): OpenTopic | undefined {
  if (section.private || NO_TOPICS.has(section.kind)) {
    return undefined;
  }
  const isStatus = section.kind === 'status';
  if (above && (above.isStatus || !isStatus)) {
    return above;
  }
  const heading = isSection ? section.title : '';
  const isOnMyMind = section.kind === 'onMyMind';
  return { name: sectionName(heading), title: heading, isStatus, isOnMyMind, words: 0, asked: 0, answered: 0 };
}

/** The share of one topic in several notes. */
interface TopicShare extends Omit<Topic, 'isOnMyMind'> {
  /** Number of notes with this topic. */
  readonly notes: number;
}

/**
 * The distribution of words over topics in a person's last notes. Agenda, follow-ups and private sections are not
 * counted.
 */
export interface Balance {
  /** Number of notes considered: the last ones with content. */
  readonly notes: number;
  /** Number of those notes in which more than half of the words are status. */
  readonly mostlyStatus: number;
  readonly words: number;
  /** The topics by number of words; topics without words are in the order of the newest note. */
  readonly topics: readonly TopicShare[];
  /** Titles of topics that appear in nearly all of the notes but never have any words. */
  readonly empty: readonly string[];
}

/** The balance of one person's notes. */
interface PersonBalance {
  readonly person: Person;
  readonly balance: Balance;
  /** The newest of the notes. */
  readonly last: DatedMeeting;
}

/** Number of most recent notes considered: one to two months of weekly meetings. */
const NOTES_CONSIDERED = 4;
/** Minimum number of notes from which a habit is concluded. */
const FEWEST = 3;

const NOTHING: Balance = { notes: 0, mostlyStatus: 0, words: 0, topics: [], empty: [] };

/**
 * Returns the balance of a person's last notes. `meetings` are sorted from the oldest; those after `today` are ignored.
 */
export function sectionBalance(meetings: readonly DatedMeeting[], today: CivilDate): Balance {
  return balanceOn(today, meetings).balance;
}

/** Returns the balance of all people by name. People without a note are left out. */
export function* sectionBalances(index: NoteIndex, today: CivilDate): Cooperative<readonly PersonBalance[]> {
  yield* index.warmUp();
  const found: PersonBalance[] = [];
  for (const person of index.people.all.toSorted((a, b) => compareNames(a.name, b.name))) {
    const { last, balance } = balanceOn(today, index.meetingsWith(person.key));
    if (last) found.push({ person, last, balance });
    yield;
  }
  return found;
}

/** The balance of a list of meetings on a day. */
interface BalanceOnDay {
  readonly today: CivilDate;
  readonly balance: Balance;
  readonly last: DatedMeeting | undefined;
}

/** The latest balance of each list of meetings. The index returns another list when a meeting of it changes. */
const known = new WeakMap<readonly DatedMeeting[], BalanceOnDay>();

function balanceOn(today: CivilDate, meetings: readonly DatedMeeting[]): BalanceOnDay {
  const before = known.get(meetings);
  if (before?.today === today) return before;
  const written = lastWritten(meetings, today);
  const found = { today, balance: balance(written.map(({ topics }) => topics)), last: written[0]?.dated };
  known.set(meetings, found);
  return found;
}

/** Whether more than half of at least three notes are mostly status. */
export function isStatusHeavy({ notes, mostlyStatus }: Balance): boolean {
  return notes >= FEWEST && mostlyStatus * 2 > notes;
}

interface WrittenMeeting {
  readonly dated: DatedMeeting;
  readonly topics: readonly Topic[];
}

/** Returns the last meetings with content, from the newest. */
function lastWritten(meetings: readonly DatedMeeting[], today: CivilDate): WrittenMeeting[] {
  const written: WrittenMeeting[] = [];
  for (let at = meetings.length - 1; at >= 0 && written.length < NOTES_CONSIDERED; at--) {
    const dated = meetings[at];
    const topics =
      dated && dated.meeting.date <= today ? partsOf(dated).flatMap(({ meeting }) => sectionTopics(meeting)) : [];
    if (dated && topics.some(({ words }) => words > 0)) {
      written.push({ dated, topics });
    }
  }
  return written;
}

function balance(notes: readonly (readonly Topic[])[]): Balance {
  if (notes.length === 0) {
    return NOTHING;
  }
  const shares = new Map<string, { -readonly [Key in keyof TopicShare]: TopicShare[Key] }>();
  const onMyMind = new Set<string>();
  for (const topics of notes) {
    const seen = new Set<string>();
    for (const topic of topics) {
      const { name, title, isStatus } = topic;
      const share = shares.get(name) ?? { name, title, isStatus, notes: 0, words: 0, asked: 0, answered: 0 };
      shares.set(name, share);
      share.notes += seen.has(name) ? 0 : 1;
      share.words += topic.words;
      share.asked += topic.asked;
      share.answered += topic.answered;
      seen.add(name);
      if (topic.isOnMyMind) onMyMind.add(name);
    }
  }
  const topics = [...shares.values()].sort((a, b) => b.words - a.words);
  // An empty section for things on someone's mind is not a sign of neglect.
  const empty = topics.filter(
    ({ name, words, notes: counted }) => name !== '' && words === 0 && counted >= FEWEST && !onMyMind.has(name),
  );
  return {
    notes: notes.length,
    mostlyStatus: notes.filter(isMostlyStatus).length,
    words: sumOf(topics),
    topics,
    empty: empty.map(({ title }) => title),
  };
}

/** Whether more than half of the words of a meeting are status. */
export function isMostlyStatus(topics: readonly Topic[]): boolean {
  return sumOf(topics.filter(({ isStatus }) => isStatus)) * 2 > sumOf(topics);
}

function sumOf(topics: readonly { readonly words: number }[]): number {
  return topics.reduce((sum, { words }) => sum + words, 0);
}

const MOST_NAMED = 3;
/** Minimum share of a topic that is listed by name. */
const SMALLEST_NAMED = 0.05;

/**
 * Formats a conspicuous balance: `3 of the last 4 notes are mostly status; People is empty`. Returns an empty text for
 * a normal one.
 */
export function formatDrift(balance: Balance): Text {
  const { notes, mostlyStatus } = balance;
  const empty = balance.empty.slice(0, MOST_NAMED).map(shown);
  return joinTexts('list.semicolon', [
    isStatusHeavy(balance) ? message('balance.mostlyStatus', mostlyStatus, notes) : '',
    empty.length > 0 ? countedMessage('balance.empty', empty.length, joinNames(empty)) : '',
  ]);
}

/**
 * Formats the shares of topics: `Process 48%, People 31%, Product 21% of what the last 4 notes say`. Returns an empty
 * text if there is only one topic.
 */
export function formatShares({ notes, words, topics }: Balance): Text {
  const named = topics.filter(({ title, words: here }) => title !== '' && here / words >= SMALLEST_NAMED);
  if (named.length < 2 || notes < 2) {
    return '';
  }
  const shares = named
    .slice(0, MOST_NAMED)
    .map((topic) => message('balance.share', shown(topic.title), Math.round((topic.words / words) * 100)));
  return message('balance.shares', joinTexts('list.comma', shares), notes);
}

function joinNames(names: readonly string[]): Text {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : message('list.and', joinTexts('list.comma', names.slice(0, -1)), last);
}

/** Formats a heading for use in a sentence. */
function shown(title: string): string {
  return plainText(title)
    .replace(/^\s*\d+[.):]\s*/, '')
    .replace(/(?<!\s)\s*[:：]\s*$/u, '');
}
