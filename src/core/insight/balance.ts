import type { CivilDate } from '../civilDate';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Person } from '../people/person';
import type { Cooperative } from '../steps';
import { compareNames } from './followUpOrder';
import { sectionTopics, type Topic } from './topics';

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
