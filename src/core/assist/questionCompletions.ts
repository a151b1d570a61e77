import type { Framework, FrameworkSection, Question } from '../frameworks/framework';
import type { QuestionHistory } from '../questions/history';
import { rotate } from '../questions/rotation';

/** Questions of one set that are offered where somebody types. */
export interface QuestionCompletion {
  readonly framework: Framework;
  readonly section: FrameworkSection;
  /** Those whose turn it is, in asking order; at least one. */
  readonly questions: readonly Question[];
}

/** For whom questions are offered. */
export interface QuestionCompletionsRequest {
  readonly history: QuestionHistory;
  /** The person's key, or `''`. */
  readonly person: string;
  /** Keys of the questions that stand in the note. */
  readonly exclude: ReadonlySet<number>;
}

/** What each set of each framework has to offer; sets of which the note holds every question are left out. */
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
