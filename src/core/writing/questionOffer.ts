import type { Framework, FrameworkSection, Question } from '../framework/framework';
import type { QuestionHistory } from '../questions/history';
import { rotate } from '../questions/rotation';

/** Questions of one set that are offered where somebody types. */
export interface QuestionOffer {
  readonly framework: Framework;
  readonly section: FrameworkSection;
  /** Those whose turn it is, in asking order; at least one. */
  readonly questions: readonly Question[];
}

/** For whom questions are offered. */
export interface OfferRequest {
  readonly history: QuestionHistory;
  /** The person's key, or `''`. */
  readonly person: string;
  /** Keys of the questions that stand in the note. */
  readonly exclude: ReadonlySet<number>;
}

/** What each set of each framework has to offer; sets of which the note holds every question are left out. */
export function offerQuestions(frameworks: readonly Framework[], request: OfferRequest): readonly QuestionOffer[] {
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
