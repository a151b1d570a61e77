/**
 * The purpose of a framework, which decides how it is suggested: `regular` every time, `career` monthly, `upward` for
 * the user's own manager, `exercise` occasionally, `visual` and
 * `questions` only if the user mostly uses them.
 */
export type FrameworkKind = 'regular' | 'career' | 'upward' | 'exercise' | 'visual' | 'questions';

/** The topics of answers that reports collect across several notes. `docs/frameworks.md` says what each leads to. */
export const QUESTION_TOPICS = [
  'thanks',
  'blockers',
  'revisit',
  'connect',
  'process',
  'goal',
  'ask',
  'bet',
  'unknown',
  'estimate',
  'story',
] as const;

/** The topic of an answer. */
export type QuestionTopic = (typeof QUESTION_TOPICS)[number];

/** A question for a 1:1. */
export interface Question {
  readonly text: string;
  /** Former or alternative wordings. A note with one of them contains this question. */
  readonly was: readonly string[];
  /** Whether the question appears in every note, in addition to the rotating questions. */
  readonly always: boolean;
  readonly about?: QuestionTopic;
  /** The `questionKey` of `text`. */
  readonly key: number;
}

/** A section of a framework: a heading and its questions. */
export interface FrameworkSection {
  /** The id, unique in the framework. */
  readonly id: string;
  readonly title: string;
  /** The purpose of the section in one line, shown under its heading. */
  readonly purpose?: string;
  /** Number of rotating questions per note. */
  readonly ask: number;
  /** Hints for the manager, which are shown but not asked. */
  readonly lookFor: readonly string[];
  /** Alternative headings of this section. */
  readonly headings: readonly string[];
  /** Whether answers in this section should lead to follow-ups. */
  readonly followUps: boolean;
  readonly questions: readonly Question[];
}

/** A structure for 1:1s: sections with questions. */
export interface Framework {
  /** The id by which the front matter of a note refers to the framework. */
  readonly id: string;
  readonly title: string;
  /** The origin of the framework, shown to the user. */
  readonly source?: string;
  readonly kind: FrameworkKind;
  readonly sections: readonly FrameworkSection[];
}
