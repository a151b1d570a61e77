import type { CivilDate } from '../dates/civilDate';
import type { QuestionBank } from '../frameworks/questionBank';
import type { DatedMeeting } from '../index/listedFollowUp';
import { withoutMarkers } from '../markdown/listItem';
import type { Prompt, Section } from '../note/note';
import { isPurpose } from '../note/meetingOutline';
import type { ParsedNote } from '../note/parsedNote';
import { questionAt } from '../note/prompts';
import { touchesRange } from '../text/range';

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
    const words = written.filter((each) => each !== '').join(' ');
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
