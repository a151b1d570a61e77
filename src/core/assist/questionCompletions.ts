import type { Framework, FrameworkSection, Question } from '../frameworks/framework';
import type { QuestionHistory } from '../questions/history';
import { rotate } from '../questions/rotation';

/** Questions of one section offered as a completion. */
export interface QuestionCompletion {
  readonly framework: Framework;
  readonly section: FrameworkSection;
  /** The next questions in asking order; at least one. */
  readonly questions: readonly Question[];
}

/** The input of question completions. */
export interface QuestionCompletionsRequest {
  readonly history: QuestionHistory;
  /** The person's key, or `''`. */
  readonly person: string;
  /** Keys of the questions already in the note. */
  readonly exclude: ReadonlySet<number>;
}

/** Returns the next questions of each section of each framework. Sections without further questions are left out. */
export function questionCompletions(
  frameworks: readonly Framework[],
  request: QuestionCompletionsRequest,
): readonly QuestionCompletion[] {
  return frameworks.flatMap((framework) =>
    framework.sections
      .filter((section) => section.questions.length > 0)
      .map((section) => ({
        framework,
        section,
        questions: rotate({ section, ...request, count: Math.max(1, section.ask) }),
      }))
      .filter(({ questions }) => questions.length > 0),
  );
}
