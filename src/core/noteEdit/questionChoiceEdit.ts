import { isMap, isSeq } from 'yaml';
import { frequencyOf, type Frequency, parseQuestionChoices, type QuestionChoice } from '../frameworks/questionChoices';
import type { Question } from '../frameworks/framework';
import { questionKey } from '../frameworks/questionKey';
import { personKey } from '../people/names';
import { isNull, textOf } from '../people/roster';
import { applyEdits, type Refusal, type TextEdit } from '../text/edit';
import { BY_HAND } from './frontMatterEdit';
import { addToList, editMap, linesAtEnd, listItem, pairOf, parseForEdit } from './yamlEdit';

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
  if (!document || document.errors.length > 0) {
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
