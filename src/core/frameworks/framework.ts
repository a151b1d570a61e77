import type { Relation } from '../people/person';
import { fileNameOf } from '../text/strings';

/**
 * The kinds of framework. The kind decides when a framework is suggested: `regular` every time, `career` monthly,
 * `upward` for the user's own manager, `exercise` occasionally, `visual` and `questions` only if the user mostly uses
 * them. `first`, `onboarding`, `return` and `farewell` follow a person's dates. `group` and `reflection` are never
 * suggested.
 */
export const FRAMEWORK_KINDS = [
  'regular',
  'career',
  'upward',
  'exercise',
  'visual',
  'questions',
  'first',
  'onboarding',
  'return',
  'farewell',
  'group',
  'reflection',
] as const;

/** The purpose of a framework. */
export type FrameworkKind = (typeof FRAMEWORK_KINDS)[number];

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
  /** The relations of the people it is suggested for. If empty, it is suggested for everyone. */
  readonly for: readonly Relation[];
  readonly sections: readonly FrameworkSection[];
}

/** Tests whether a framework is meant for people with this relation. */
export function isFor(framework: Framework, relation: Relation | undefined): boolean {
  return framework.for.length === 0 || isMadeFor(framework, relation);
}

/** Tests whether a framework names this relation. */
export function isMadeFor(framework: Framework, relation: Relation | undefined): boolean {
  return relation !== undefined && framework.for.includes(relation);
}

/** Creates an id: the letters and digits of `text` in lowercase, of any script, with single hyphens between words. */
export function idFrom(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Turns an id or file name into a title: `team-health` becomes `Team health`. */
export function titleFrom(text: string): string {
  const words = text.replace(/[-_\s]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Returns the decoded last part of a path or URI, without a YAML extension. */
export function baseName(file: string): string {
  return fileNameOf(file).replace(/\.ya?ml$/i, '');
}
