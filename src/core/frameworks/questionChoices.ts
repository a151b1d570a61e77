import { personKey } from '../people/names';
import { message } from '../text/message';
import type { Framework, FrameworkSection, Question } from './framework';
import { parseList, type ParsedList } from './parseFramework';
import { questionKey } from './questionBank';

/** How often a question is asked: in every note, in its turn, or not at all. */
const FREQUENCIES = ['every time', 'in turn', 'never'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** The user's choice of how often a question is asked. */
export interface QuestionChoice {
  /** The `questionKey` of the question. */
  readonly question: number;
  readonly ask: Frequency;
  /** The key of the person it is for, or `undefined` for everyone. */
  readonly for?: string;
}

/** Parses `.one-on-one/questions.yaml`: a list of questions, each with `ask` and, for one person, `for`. */
export function parseQuestionChoices(text: string, file: string): ParsedList<QuestionChoice> {
  return parseList(text, file, {
    firstKey: 'question',
    read: (entry): QuestionChoice | undefined => {
      entry.allowOnly(['question', 'ask', 'for']);
      const question = entry.text('question');
      const written = entry.text('ask');
      const ask = FREQUENCIES.find((each) => each === written?.toLowerCase());
      const name = entry.text('for');
      const isForNobody = entry.has('for') && name === undefined;
      if (!ask && !(entry.has('ask') && written === undefined)) {
        entry.report(message('choice.ask', FREQUENCIES.join(', ')), written === undefined ? undefined : 'ask');
      }
      return question === undefined || !ask || isForNobody
        ? undefined
        : { question: questionKey(question), ask, ...(name !== undefined && { for: personKey(name) }) };
    },
  });
}

/**
 * Returns how often a question is asked: the choice for the person, given by key, or else the one for everyone. The last
 * one counts. `undefined` without a choice.
 */
export function frequencyOf(
  { key, was }: Pick<Question, 'key' | 'was'>,
  choices: readonly QuestionChoice[],
  person: string | undefined,
): Frequency | undefined {
  const keys = [key, ...was.map(questionKey)];
  const made = choices.filter(({ question }) => keys.includes(question));
  const own = made.findLast((each) => each.for !== undefined && each.for === person);
  return (own ?? made.findLast((each) => each.for === undefined))?.ask;
}

/** Returns the frameworks with the choices for a person applied: favourites are always asked, others left out. */
export function frameworksWithChoices(
  frameworks: readonly Framework[],
  choices: readonly QuestionChoice[],
  person: string | undefined,
): readonly Framework[] {
  const withChoices = (section: FrameworkSection): FrameworkSection => ({
    ...section,
    questions: section.questions.flatMap((question): Question[] => {
      const ask = frequencyOf(question, choices, person);
      return ask === undefined ? [question] : ask === 'never' ? [] : [{ ...question, always: ask === 'every time' }];
    }),
  });
  return choices.length === 0
    ? frameworks
    : frameworks.map((framework) => ({ ...framework, sections: framework.sections.map(withChoices) }));
}
