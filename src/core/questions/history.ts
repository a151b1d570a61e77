import { compareText } from '../text/collections';
import type { CivilDate } from '../dates/civilDate';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { Meeting } from '../note/note';
import { sectionName } from './sections';

/** What one earlier meeting says of the questions that stood in it. */
export interface MeetingQuestions {
  readonly date: CivilDate;
  /** In document order, each with the key of its question. */
  readonly prompts: readonly { readonly question: number; readonly answered: boolean }[];
  /** In document order, each with how many words were written in it. */
  readonly sections: readonly { readonly title: string; readonly words: number }[];
}

/** What all earlier meetings with one person say of the questions, by question key. */
export interface QuestionHistory {
  /** When a question was last answered. */
  readonly asked: ReadonlyMap<number, CivilDate>;
  /** When a question last stood in a note, answered or not. */
  readonly stood: ReadonlyMap<number, CivilDate>;
  /** How many notes ago a question last stood there, 1 for the last note: for the last two notes only. */
  readonly recent: ReadonlyMap<number, number>;
  /** For each note, the last one first, how many words were written in its sections, by their names. */
  readonly written: readonly ReadonlyMap<string, number>[];
}

/** Within so many notes no question comes back while there is another one. */
const RECENT_NOTES = 2;

/**
 * The history before a note of the day `on`, from the other meetings with that person: those dated later do not count,
 * and of two on one day the later in `meetings` is the later.
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

/** Two headings of one name in one meeting are one appearance. */
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

/** The history of a person's questions before a day, from all their meetings, or all but one. */
export function historyBefore(meetings: readonly DatedMeeting[], date: CivilDate, besides?: Meeting): QuestionHistory {
  const others = meetings.filter(({ meeting }) => meeting !== besides);
  return questionHistory(
    others.map(({ meeting }) => ({
      date: meeting.date,
      prompts: meeting.sections.flatMap((section) => section.prompts),
      sections: meeting.sections,
    })),
    date,
  );
}
