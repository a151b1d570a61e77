import type { CivilDate } from '../dates/civilDate';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import { plainText } from '../markdown/plainText';
import type { Meeting, Section, SectionKind } from '../note/note';
import { MeetingOutline } from '../note/meetingOutline';
import type { Person } from '../people/person';
import { sectionName } from '../questions/sections';
import { compareNames } from '../text/collections';
import type { Cooperative } from '../text/cooperative';

/** What was written under a heading that stands for something to talk about, the headings below it included. */
export interface Topic {
  /** What joins the topic of one note with that of another: its title without emphasis, emoji and number. */
  readonly name: string;
  /** As written; empty for what stands under no heading but the note's own. */
  readonly title: string;
  readonly isStatus: boolean;
  readonly isOnMyMind: boolean;
  readonly words: number;
  /** Questions that stand there, and those of them that have an answer. */
  readonly asked: number;
  readonly answered: number;
}

type OpenTopic = { -readonly [Key in keyof Topic]: Topic[Key] };

/** Agenda, follow-ups and what is private are no topics. */
const NO_TOPICS: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>([
  ...(['agenda', 'followUps', 'mine', 'theirs', 'next', 'private'] as const),
]);

/** The topics of a meeting in the order of its headings. */
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

/** The topic that a section belongs to: that of the heading above it, unless it says itself that it is status; or none. */
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

/** What was written about one topic in the notes that are looked at. */
export interface TopicShare extends Omit<Topic, 'isOnMyMind'> {
  /** In how many of the notes it stands. */
  readonly notes: number;
}

/** Where the words of the last notes went. Agenda, follow-ups and what is private count nowhere. */
export interface Balance {
  /** How many notes are looked at: the last ones in which anything was written. */
  readonly notes: number;
  /** In how many of them more than half of the words are status. */
  readonly mostlyStatus: number;
  readonly words: number;
  /** Those with most words first; of those without any, the order of the newest note. */
  readonly topics: readonly TopicShare[];
  /** Titles of topics that stand in nearly all of the notes, and had no word in any. */
  readonly empty: readonly string[];
}

/** Where somebody's words went. */
export interface PersonBalance {
  readonly person: Person;
  readonly balance: Balance;
  /** The newest of the notes. */
  readonly last: DatedMeeting;
}

/** So many notes are looked at: a month or two, after which a habit is one. */
const NOTES_CONSIDERED = 4;
/** Fewer say nothing about a habit. */
const FEWEST = 3;

const NOTHING: Balance = { notes: 0, mostlyStatus: 0, words: 0, topics: [], empty: [] };

/** Where the words of a person's last notes went. `meetings` are oldest first; those after `today` do not count. */
export function sectionBalance(meetings: readonly DatedMeeting[], today: CivilDate): Balance {
  return balance(lastWritten(meetings, today).map(({ topics }) => topics));
}

/** Where everybody's words went, by name; those without a note are left out. */
export function* sectionBalances(index: NoteIndex, today: CivilDate): Cooperative<readonly PersonBalance[]> {
  yield* index.warmUp();
  const found: PersonBalance[] = [];
  for (const person of index.people.all.toSorted((a, b) => compareNames(a.name, b.name))) {
    const written = lastWritten(index.meetingsWith(person.key), today);
    const [last] = written;
    if (last) {
      found.push({ person, last: last.dated, balance: balance(written.map(({ topics }) => topics)) });
    }
    yield;
  }
  return found;
}

/** Whether most of the notes are mostly status, of enough notes to say so. */
export function isStatusHeavy({ notes, mostlyStatus }: Balance): boolean {
  return notes >= FEWEST && mostlyStatus * 2 > notes;
}

interface WrittenMeeting {
  readonly dated: DatedMeeting;
  readonly topics: readonly Topic[];
}

/** The last meetings in which anything was written, the newest first. */
function lastWritten(meetings: readonly DatedMeeting[], today: CivilDate): WrittenMeeting[] {
  const written: WrittenMeeting[] = [];
  for (let at = meetings.length - 1; at >= 0 && written.length < NOTES_CONSIDERED; at--) {
    const dated = meetings[at];
    const topics = dated && dated.meeting.date <= today ? sectionTopics(dated.meeting) : [];
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
  // Who has nothing on their mind has nothing on their mind.
  const empty = topics.filter(
    ({ name, words, notes: stood }) => name !== '' && words === 0 && stood >= FEWEST && !onMyMind.has(name),
  );
  return {
    notes: notes.length,
    mostlyStatus: notes.filter(isMostlyStatus).length,
    words: sumOf(topics),
    topics,
    empty: empty.map(({ title }) => title),
  };
}

function isMostlyStatus(topics: readonly Topic[]): boolean {
  return sumOf(topics.filter(({ isStatus }) => isStatus)) * 2 > sumOf(topics);
}

function sumOf(topics: readonly { readonly words: number }[]): number {
  return topics.reduce((sum, { words }) => sum + words, 0);
}

const MOST_NAMED = 3;
/** Below this share a topic is among the rest. */
const SMALLEST_NAMED = 0.05;

/** What was drifting, with its numbers: `3 of the last 4 notes are mostly status; People is empty`. Empty when nothing was. */
export function formatDrift(balance: Balance): string {
  const { notes, mostlyStatus } = balance;
  const empty = balance.empty.slice(0, MOST_NAMED).map(shown);
  return [
    isStatusHeavy(balance) ? `${mostlyStatus} of the last ${notes} notes are mostly status` : '',
    empty.length > 0 ? `${joinNames(empty)} ${empty.length > 1 ? 'are' : 'is'} empty` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Where the words went: `Process 48%, People 31%, Product 21% of what the last 4 notes say`. Empty where only one topic is. */
export function formatShares({ notes, words, topics }: Balance): string {
  const named = topics.filter(({ title, words: here }) => title !== '' && here / words >= SMALLEST_NAMED);
  if (named.length < 2 || notes < 2) {
    return '';
  }
  const shares = named.slice(0, MOST_NAMED).map((topic) => `${shown(topic.title)} ${percent(topic.words, words)}`);
  return `${shares.join(', ')} of what the last ${notes} notes say`;
}

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100)}%`;
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** A heading as a name in a sentence. */
function shown(title: string): string {
  return plainText(title)
    .replace(/^\s*\d+[.):]\s*/, '')
    .replace(/\s*[:：]\s*$/u, '');
}
