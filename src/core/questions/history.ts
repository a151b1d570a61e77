import { compareText } from '../text/collections';
import type { CivilDate } from '../dates/civilDate';
import { type DatedMeeting, partsOf } from '../index/listedFollowUp';
import type { Meeting } from '../note/note';
import { sectionName } from './sections';

/** The questions and sections of one earlier meeting. */
export interface MeetingQuestions {
  readonly date: CivilDate;
  /** The questions in document order, by key. */
  readonly prompts: readonly { readonly question: number; readonly answered: boolean }[];
  /** The sections in document order, with their number of words. */
  readonly sections: readonly { readonly title: string; readonly words: number }[];
}

/** The history of questions in a person's earlier meetings, by question key. */
export interface QuestionHistory {
  /** The date of the last answer to each question. */
  readonly asked: ReadonlyMap<number, CivilDate>;
  /** The date when each question last appeared in a note, with or without an answer. */
  readonly stood: ReadonlyMap<number, CivilDate>;
  /** The number of notes since each question last appeared (1 is the last note), for the last two notes only. */
  readonly recent: ReadonlyMap<number, number>;
  /** The number of words by section name for each note, the newest note first. */
  readonly written: readonly ReadonlyMap<string, number>[];
}

/** Number of notes before a question may repeat, as long as there are others. */
const RECENT_NOTES = 2;

/**
 * Returns the history before a note of the day `on`. Later meetings with the person are ignored; on the same day, the
 * order of `meetings` decides.
 */
export function questionHistory(meetings: readonly MeetingQuestions[], on: CivilDate): QuestionHistory {
  const newestFirst = meetings
    .filter(({ date }) => date <= on)
    .sort((one, other) => compareText(one.date, other.date))
    .reverse();
  const asked = new Map<number, CivilDate>();
  const stood = new Map<number, CivilDate>();
  const recent = new Map<number, number>();
  for (const [index, { date, prompts }] of newestFirst.entries()) {
    for (const { question, answered } of prompts) {
      setOnce(stood, question, date);
      if (answered) {
        setOnce(asked, question, date);
      }
      if (index < RECENT_NOTES) {
        setOnce(recent, question, index + 1);
      }
    }
  }
  return { asked, stood, recent, written: newestFirst.map(({ sections }) => wordsByName(sections)) };
}

/** Adds up the words of sections with the same name. */
function wordsByName(sections: MeetingQuestions['sections']): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const section of sections) {
    const name = sectionName(section.title);
    words.set(name, (words.get(name) ?? 0) + section.words);
  }
  return words;
}

function setOnce<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  if (!map.has(key)) {
    map.set(key, value);
  }
}

/** Returns the history of a person's questions before a day, from all meetings except `besides`. */
export function historyBefore(meetings: readonly DatedMeeting[], date: CivilDate, besides?: Meeting): QuestionHistory {
  const all = meetings.map((dated) => partsOf(dated).map(({ meeting }) => meeting));
  const others = all.filter((parts) => !besides || !parts.includes(besides));
  return questionHistory(
    others.map((parts) => {
      const sections = parts.flatMap((part) => part.sections);
      return { date: parts[0]?.date ?? date, prompts: sections.flatMap(({ prompts }) => prompts), sections };
    }),
    date,
  );
}
