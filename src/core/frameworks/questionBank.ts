import type { Framework, FrameworkSection, Question, QuestionTopic } from './framework';
import { WordingTree } from './wordings';

/** A question with its framework and section. */
export interface QuestionPlace {
  readonly framework: Framework;
  readonly section: FrameworkSection;
  /** The question in the wording of this section. */
  readonly question: Question;
}

/** All questions of all frameworks. */
export interface QuestionBank {
  /**
   * Finds the question whose present or former wording is exactly the text from `start` to `end`, ignoring emphasis,
   * punctuation and case. It is fast enough for every line of every note.
   */
  find(text: string, start?: number, end?: number): Question | undefined;
  /** Whether a question may begin at `start`. It is a fast check before a search for the question's end. */
  mayBegin(text: string, start: number, end: number): boolean;
  /** Returns all places of the question with this key, in the order of the frameworks, or an empty list. */
  placesOf(key: number): readonly QuestionPlace[];
  /** Returns the topic of the question with this key, from the first framework that defines one. */
  topicOf(key: number): QuestionTopic | undefined;
}

/**
 * Creates a question bank. A present wording takes precedence over a former wording of another question, and an earlier
 * framework over a later one.
 */
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
