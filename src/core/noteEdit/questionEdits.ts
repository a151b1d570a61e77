import { isMap, isSeq } from 'yaml';
import { type Refusal, type TextEdit, applyEdits } from '../text/edit';
import type { FrameworkSection, Question } from '../frameworks/framework';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { Meeting, Prompt, Section } from '../note/note';
import type { QuestionHistory } from '../questions/history';
import { nextQuestion } from '../questions/rotation';
import { insertLines } from './insertUnder';
import { message } from '../text/message';
import { frequencyOf, type Frequency, parseQuestionChoices, type QuestionChoice } from '../frameworks/questionChoices';
import { questionKey } from '../frameworks/questionBank';
import { personKey } from '../people/names';
import { isNull, textOf } from '../people/roster';
import { BY_HAND, addToList, editMap, linesAtEnd, listItem, pairOf, parseForEdit } from './yamlEdit';

/** A request for another question. */
interface AnotherQuestion {
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
interface AskedAnother {
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

/** A choice to write: how often a question is asked, with one person or with everyone. */
export interface ChoiceToWrite {
  readonly question: Pick<Question, 'text' | 'key' | 'was'>;
  readonly ask: Frequency;
  /** The person it is for, or `undefined` for everyone. */
  readonly person: { readonly key: string; readonly name: string } | undefined;
}

/**
 * Returns the edits of `.one-on-one/questions.yaml` that write a choice: in its entry, or as a new one at the end. All
 * other entries and comments remain unchanged: if they would not, the edit is refused.
 */
export function writeQuestionChoice(text: string, choice: ChoiceToWrite): readonly TextEdit[] | Refusal {
  const edits = planned(text, choice);
  return edits && isOnlyChange(text, applyEdits(text, edits), choice) ? edits : BY_HAND;
}

function planned(text: string, choice: ChoiceToWrite): TextEdit[] | undefined {
  const { question, ask, person } = choice;
  const document = parseForEdit(text);
  if (!document) {
    return undefined;
  }
  const list = document.contents;
  const entry = isSeq(list)
    ? list.items.findLast(
        (item) =>
          isMap(item) &&
          isChoiceOf(choice, {
            question: questionKey(textOf(item.get('question', true))),
            ask,
            ...(item.has('for') && { for: personKey(textOf(item.get('for', true))) }),
          }),
      )
    : undefined;
  if (isMap(entry)) {
    return editMap(text, entry, { keys: ['ask'], value: ask });
  }
  const lines = [
    pairOf('question', question.text),
    pairOf('ask', ask),
    ...(person ? [pairOf('for', person.name)] : []),
  ];
  if (isSeq(list)) {
    return [addToList(text, list, lines)];
  }
  return isNull(list) ? linesAtEnd(text, listItem(lines)) : undefined;
}

/** Tests whether an entry is about the question and the person of a choice. */
function isChoiceOf({ question, person }: ChoiceToWrite, entry: QuestionChoice): boolean {
  return entry.for === person?.key && [question.key, ...question.was.map(questionKey)].includes(entry.question);
}

function isOnlyChange(before: string, after: string, choice: ChoiceToWrite): boolean {
  const [old, now] = [before, after].map((text) => parseQuestionChoices(text, ''));
  const others = (parsed: typeof old): string =>
    JSON.stringify([parsed?.entries.filter((each) => !isChoiceOf(choice, each)), parsed?.problems.length]);
  return (
    now !== undefined &&
    frequencyOf(choice.question, now.entries, choice.person?.key) === choice.ask &&
    others(old) === others(now)
  );
}
