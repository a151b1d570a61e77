import type { CivilDate } from '../dates/civilDate';
import type { QuestionBank } from '../frameworks/questionBank';
import type { DatedMeeting } from '../index/listedFollowUp';
import { withoutMarkers } from '../markdown/listItem';
import type { Prompt, Section } from '../note/note';
import { isPurpose } from '../note/meetingOutline';
import type { ParsedNote } from '../note/parsedNote';
import { questionAt } from '../note/prompts';
import { touchesRange } from '../text/range';

/** Something that was said in a 1:1: the answer to a question, or what else stands under a heading. */
export interface RecordedAnswer {
  readonly date: CivilDate;
  /** The question as it is worded today, else the heading. */
  readonly about: string;
  /** Its lines joined, without marks of lists. */
  readonly words: string;
  readonly uri: string;
  /** Where the words begin, from 0. */
  readonly line: number;
  /** Whether any of it is its owner's alone. */
  readonly private: boolean;
}

/** What was said in one meeting, in the order of its lines. `parsed` is its note, with the text that it was read from. */
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

/** A question as it is worded today; `''` when nobody asks it any more. */
export function questionText(question: number, bank: QuestionBank): string {
  return bank.placesOf(question)[0]?.question.text ?? '';
}

/** The answer on a line that the question may stand on, too. */
function afterQuestion(line: string, { question }: Prompt, bank: QuestionBank): string {
  const start = /^[*_]*/.exec(line)?.[0].length ?? 0;
  const found = questionAt(line, { start, end: line.length }, bank);
  return found?.key === question ? line.slice(found.end) : line;
}
