import type { CivilDate } from '../civilDate';
import type { QuestionBank } from '../framework/questionBank';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { Prompt, Section } from '../note/note';

/** Something that was said in a 1:1: the answer to a question, or what else stands under a heading. */
export interface Said {
  readonly date: CivilDate;
  /** The question as it is worded today, else the heading. */
  readonly about: string;
  /** Its lines joined, without marks of lists. */
  readonly words: string;
  readonly uri: string;
  /** Where the words begin, from 0. */
  readonly line: number;
}

const LIST_MARK = /^\s*(?:>\s?)*(?:[-*+]|\d+[.)])?\s*(?:\[.\]\s+)?/u;

/** What was said in one meeting, in the order of its lines. `text` is that of its note, as it was read. */
export function saidIn({ note, meeting }: DatedMeeting, text: string, bank: QuestionBank): readonly Said[] {
  const lines = text.split(/\r\n|\n|\r/);
  const said = (about: string, from: number, to: number): Said[] => {
    const words = lines
      .slice(from, to + 1)
      .map((line) => line.replace(LIST_MARK, '').trim())
      .filter((line) => line !== '')
      .join(' ');
    return /[\p{L}\p{N}]/u.test(words) ? [{ date: meeting.date, about, words, uri: note.uri, line: from }] : [];
  };
  return meeting.sections.flatMap((section) => [
    ...said(section.title, firstLine(section), endOfIntroduction(section)),
    ...section.prompts
      .filter(({ answered }) => answered)
      .flatMap((prompt) => said(wordingOf(prompt, bank), prompt.answerLine, prompt.answerEndLine)),
  ]);
}

function firstLine({ level, line }: Section): number {
  return level === 0 ? line : line + 1;
}

/** The last line before the first question, or of the section. */
function endOfIntroduction({ prompts, endLine }: Section): number {
  return prompts[0] ? prompts[0].line - 1 : endLine;
}

function wordingOf({ question }: Prompt, bank: QuestionBank): string {
  return bank.placesOf(question)[0]?.question.text ?? '';
}
