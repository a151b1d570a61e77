/**
 * What a framework is for, which decides when it is suggested: `regular` every time, `career` monthly, `upward` to the
 * reader's own manager, `exercise` now and then, `visual` and `questions` only when asked for.
 */
export type FrameworkKind = 'regular' | 'career' | 'upward' | 'exercise' | 'visual' | 'questions';

/** What an answer is about where more than one note is looked at: who is thanked, what is in the way, what comes back. */
export type QuestionTopic = 'thanks' | 'blockers' | 'revisit';

/** A question that can be asked in a 1:1. */
export interface Question {
  readonly text: string;
  /** Older or other wordings: a note that holds one of them holds this question. */
  readonly was: readonly string[];
  /** A favourite: it stands in every note of its section, besides those that rotate in. */
  readonly always: boolean;
  readonly about?: QuestionTopic;
  /** `questionKey` of `text`. */
  readonly key: number;
}

/** A heading of a note, and what is asked under it. */
export interface FrameworkSection {
  /** Unique in its framework. */
  readonly id: string;
  readonly title: string;
  /** One line under the heading that says what the section is for. */
  readonly purpose?: string;
  /** How many questions rotate in. */
  readonly ask: number;
  /** Hints for the manager: shown, never asked. */
  readonly lookFor: readonly string[];
  /** Other headings by which people know this section. */
  readonly headings: readonly string[];
  /** Whether what is said here should end in follow-ups. */
  readonly followUps: boolean;
  readonly questions: readonly Question[];
}

/** A way to hold a 1:1. */
export interface Framework {
  /** What a note's front matter names it by. */
  readonly id: string;
  readonly title: string;
  /** Where it comes from, in words for the reader. */
  readonly source?: string;
  readonly kind: FrameworkKind;
  readonly sections: readonly FrameworkSection[];
}
