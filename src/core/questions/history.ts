import { compareText } from '../text/collections';
import type { CivilDate } from '../dates/civilDate';
import { type DatedMeeting, partsOf } from '../index/listedFollowUp';
import type { Meeting, Prompt, Section } from '../note/note';
import { sectionName } from './sections';
import type { QuestionBank } from '../frameworks/questionBank';
import { withoutMarkers } from '../markdown/listItem';
import { isPurpose } from '../note/meetingOutline';
import type { ParsedNote } from '../note/parsedNote';
import { questionAt } from '../note/prompts';
import { joinLines } from '../text/lines';
import { touchesRange } from '../text/range';

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
  readonly offered: ReadonlyMap<number, CivilDate>;
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
  const offered = new Map<number, CivilDate>();
  const recent = new Map<number, number>();
  for (const [index, { date, prompts }] of newestFirst.entries()) {
    for (const { question, answered } of prompts) {
      setOnce(offered, question, date);
      if (answered) {
        setOnce(asked, question, date);
      }
      if (index < RECENT_NOTES) {
        setOnce(recent, question, index + 1);
      }
    }
  }
  return { asked, offered, recent, written: newestFirst.map(({ sections }) => wordsByName(sections)) };
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

/** Notes from a 1:1: the answer to a question, or other text under a heading. */
export interface RecordedAnswer {
  readonly date: CivilDate;
  /** The current wording of the question, or else the heading. */
  readonly about: string;
  /** The joined lines, without list markers. */
  readonly words: string;
  readonly uri: string;
  /** The first line of the words, from 0. */
  readonly line: number;
  /** Whether any of the words are private. */
  readonly private: boolean;
}

/** Matches the purpose of a section in the line under its heading. */
export function recordedAnswers(
  { note, meeting }: DatedMeeting,
  parsed: ParsedNote,
  bank: QuestionBank,
): readonly RecordedAnswer[] {
  const said = (about: string, line: number, written: readonly string[]): RecordedAnswer[] => {
    const words = joinLines(written.filter((each) => each !== ''));
    const isPrivate = note.private || touchesRange(parsed.privateLines, { line, endLine: line + written.length - 1 });
    return /[\p{L}\p{N}]/u.test(words)
      ? [{ date: meeting.date, about, words, uri: note.uri, line, private: isPrivate }]
      : [];
  };
  const introduction = (section: Section): RecordedAnswer[] => {
    const start = section.level === 0 ? section.line : section.line + 1;
    const written = linesFrom(start, section.prompts[0] ? section.prompts[0].line - 1 : section.endLine);
    const first = written.findIndex((each) => each !== '' && !isPurpose(each));
    return first < 0 || section.words === 0 ? [] : said(section.title, start + first, written.slice(first));
  };
  const linesFrom = (line: number, endLine: number): string[] =>
    parsed.lines.slice(line, endLine).map((each) => withoutMarkers(each).trim());
  return meeting.sections.flatMap((section) => [
    ...introduction(section),
    ...section.prompts
      .filter(({ answered }) => answered)
      .flatMap((prompt) => {
        const [first = '', ...more] = linesFrom(prompt.answerLine, prompt.answerEndLine);
        return said(questionText(prompt.question, bank), prompt.answerLine, [
          afterQuestion(first, prompt, bank),
          ...more,
        ]);
      }),
  ]);
}

/** Returns the current wording of a question, or `''` if no framework has it any more. */
export function questionText(question: number, bank: QuestionBank): string {
  return bank.placesOf(question)[0]?.question.text ?? '';
}

/** Returns the rest of a line after its question. */
function afterQuestion(line: string, { question }: Prompt, bank: QuestionBank): string {
  const start = /^[*_]*/.exec(line)?.[0].length ?? 0;
  const found = questionAt(line, { start, end: line.length }, bank);
  return found?.key === question ? line.slice(found.end) : line;
}
