import type { Framework, FrameworkSection, Question, QuestionTopic } from './framework';
import { WordingTree } from './wordings';

/** Where a question is asked. */
export interface QuestionPlace {
  readonly framework: Framework;
  readonly section: FrameworkSection;
  /** The question as this section words it. */
  readonly question: Question;
}

/** All questions of all frameworks. */
export interface QuestionBank {
  /**
   * The question that `text` from `start` to `end` is as a whole, whatever its emphasis, punctuation and letter case,
   * in its present wording or an older one; `undefined` for any other text. Cheap enough for every line of every note.
   */
  find(text: string, start?: number, end?: number): Question | undefined;
  /** Whether a question may begin as `text` does from `start` on: then it is worth to look where one may end. */
  mayBegin(text: string, start: number, end: number): boolean;
  /** Every place of the question with this key, in the order of the frameworks; empty when the bank does not know it. */
  placesOf(key: number): readonly QuestionPlace[];
  /** What the question with this key is about, as the first framework says that says it. */
  topicOf(key: number): QuestionTopic | undefined;
}

/** A present wording wins over an older one of another question, and an earlier framework over a later one. */
export function createBank(frameworks: readonly Framework[]): QuestionBank {
  const places = frameworks.flatMap((framework) =>
    framework.sections.flatMap((section) => section.questions.map((question) => ({ framework, section, question }))),
  );
  const byKey = new Map<number, QuestionPlace[]>();
  const topics = new Map<number, QuestionTopic>();
  const tree = new WordingTree<Question>();
  for (const place of places) {
    const { key, text, about } = place.question;
    byKey.set(key, [...(byKey.get(key) ?? []), place]);
    tree.add(text, place.question);
    if (about && !topics.has(key)) {
      topics.set(key, about);
    }
  }
  for (const { question } of places) {
    for (const wording of question.was) {
      tree.add(wording, question);
    }
  }
  return {
    find: (text, start, end) => tree.find(text, start, end),
    mayBegin: (text, start, end) => tree.mayBegin(text, start, end),
    placesOf: (key) => byKey.get(key) ?? [],
    topicOf: (key) => topics.get(key),
  };
}
