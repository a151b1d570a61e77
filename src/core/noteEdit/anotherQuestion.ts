import type { Refusal, TextEdit } from '../text/edit';
import type { FrameworkSection } from '../frameworks/framework';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { Meeting, Prompt, Section } from '../note/note';
import type { QuestionHistory } from '../questions/history';
import { nextQuestion } from '../questions/rotation';
import { insertLines } from './insertUnder';
import { message } from '../text/message';

/** A request for another question. */
export interface AnotherQuestion {
  /** The current text of the note, from which `meeting` was read. */
  readonly text: string;
  readonly meeting: Meeting;
  /** The section of the note for the question. */
  readonly section: Section;
  /** The framework's section with the questions to choose from. */
  readonly asks: FrameworkSection;
  /** The line of the cursor, from 0. */
  readonly line: number;
  /** The questions of the person's other meetings up to the date of this one. */
  readonly history: QuestionHistory;
  /** The person's key. */
  readonly person: string;
}

/** The edit that inserts the question, and the offset after it for the answer. */
export interface AskedAnother {
  readonly edit: TextEdit;
  readonly cursor: number;
}

const MARKS_BEFORE = /^(?:\[[^\]]\][ \t]+)?(?:\d{1,3}[.)][ \t]+)?[*_]*/;
const MARKS_AFTER = /(?<![*_])[*_]*$/;

/**
 * Plans another question. On an unanswered question, replaces it with its successor in the rotation. Elsewhere, adds
 * the next question at the end of the section. Answered questions are never changed.
 */
export function planAnotherQuestion(request: AnotherQuestion): AskedAnother | Refusal {
  const { meeting, section, asks, line, history, person } = request;
  const exclude = new Set(meeting.sections.flatMap(({ prompts }) => prompts.map(({ question }) => question)));
  const unanswered = section.prompts.find((prompt) => !prompt.answered && prompt.line === line);
  const wanted = { section: asks, history, person, exclude };
  const question = nextQuestion(unanswered ? { ...wanted, after: unanswered.question } : wanted);
  if (!question) {
    return { refused: message('question.allAsked', asks.title) };
  }
  const note = new ParsedMarkdown(request.text);
  const replaced = unanswered && replace(note, unanswered, question.text);
  return replaced ?? append(note, section, question.text);
}

function replace({ text, blocks }: ParsedMarkdown, prompt: Prompt, question: string): AskedAnother | undefined {
  const block = blocks.find(({ kind, line }) => line === prompt.line && (kind === 'paragraph' || kind === 'heading'));
  if (!block) {
    return undefined;
  }
  const written = text.slice(block.start, block.end);
  const before = MARKS_BEFORE.exec(written)?.[0].length ?? 0;
  const after = MARKS_AFTER.exec(written)?.[0].length ?? 0;
  const edit = { start: block.start + before, end: block.end - after, text: question };
  return { edit, cursor: edit.start + question.length + after };
}

function append({ lines }: ParsedMarkdown, section: Section, question: string): AskedAnother {
  const at = lines.lastWritten(section.endLine) + 1;
  const { edit, ends } = insertLines(lines, at, { lines: [`**${question}**`, '', ''] });
  return { edit, cursor: ends[2] ?? edit.start };
}
