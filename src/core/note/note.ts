import type { CivilDate } from '../dates/civilDate';
import type { FollowUp } from '../followUp/followUp';
import type { Relation } from '../people/person';
import type { LineProblem } from '../text/lines';
import type { MeetingRatings } from './ratings';

/** `meeting`: one 1:1 a file. `log`: dated headings, each a 1:1. `page`: about a person. `other`: any other Markdown file. */
export type NoteKind = 'meeting' | 'log' | 'page' | 'other';

/** What kinds of section a heading can mean, by its synonyms. */
export type SectionKind =
  'followUps' | 'mine' | 'theirs' | 'status' | 'career' | 'private' | 'agenda' | 'next' | MentionTopic;

/** What is looked for across notes: who is thanked, what is in the way, what is on somebody's mind. */
export type MentionTopic = 'thanks' | 'blockers' | 'onMyMind';

/** How something is named: with an `@`, by a wiki-link, as a tag, as what an answer opens with, or in passing. */
export type CandidateKind = 'mention' | 'link' | 'tag' | 'opening' | 'word';

/** Something that a line names, or a word that may be a name: who is one, only all notes together tell. */
export interface NameCandidate {
  /** As written, without `@`, `#` and brackets. */
  readonly name: string;
  /** `personKey` of the name, by which the same is found in other words. */
  readonly key: string;
  readonly form: CandidateKind;
}

/** A line of a meeting that may name something. Its properties may be getters: it can be neither spread nor copied by `JSON`. */
export interface Mention {
  readonly line: number;
  /** `undefined` where only its tags are kept. */
  readonly about: MentionTopic | undefined;
  /** What it names, worked out when it is asked for the first time; often nothing. */
  readonly named: readonly NameCandidate[];
  readonly private: boolean;
}

/** A question that stands in a note, with the place of its answer. */
export interface Prompt {
  /** `questionKey` of the question as the framework words it today. */
  readonly question: number;
  readonly line: number;
  readonly answered: boolean;
  /** First and last line of the answer; both are the prompt's line when there is none or when it follows on the same line. */
  readonly answerLine: number;
  readonly answerEndLine: number;
}

/** What stands under one heading, up to the next heading of any level. */
export interface Section {
  readonly title: string;
  readonly kind: SectionKind | undefined;
  /** Level of the heading, 1 to 6; 0 for what stands before the first heading. */
  readonly level: number;
  readonly line: number;
  /** Last line before the next heading. */
  readonly endLine: number;
  /** Words that somebody wrote: no headings, questions, comments, block quotes, code. */
  readonly words: number;
  readonly private: boolean;
  readonly prompts: readonly Prompt[];
}

/** One 1:1: a whole note, or a dated heading of a log. */
export interface Meeting {
  readonly date: CivilDate;
  /** First and last line in the note. */
  readonly line: number;
  readonly endLine: number;
  /** The text of the dated heading of a log, else `undefined`. */
  readonly heading?: string;
  /** The framework that the front matter names; in a log, where nothing names it, `undefined`. */
  readonly framework?: string;
  /** How challenging the work felt and how well the skills carried, as the meeting's last line of ratings says. */
  readonly ratings?: MeetingRatings;
  readonly sections: readonly Section[];
  /** In the order of the lines. */
  readonly remarks: readonly Mention[];
}

/** Somebody a note is with, and what its front matter calls them. */
export interface Participant {
  readonly name: string;
  readonly relation?: Relation;
}

/** What a person's page says of the person. Values as written. */
export interface PersonPage {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role?: string;
  readonly relation?: string;
  readonly reportsTo?: string;
  readonly cadence?: string;
  readonly awayUntil?: CivilDate;
}

/** All that is known of one Markdown file. */
export interface Note {
  /** The file's URI as a string. */
  readonly uri: string;
  readonly kind: NoteKind;
  readonly title: string;
  /**
   * The people it is with, as written and in the order written; the reader may be among them. Empty unless it is a 1:1;
   * of a 1:1 without a date those that its front matter names.
   */
  readonly participants: readonly Participant[];
  readonly meetings: readonly Meeting[];
  readonly followUps: readonly FollowUp[];
  readonly page?: PersonPage;
  readonly tags: readonly string[];
  /** The whole note is private. */
  readonly private: boolean;
  /** Whether its links are wiki-links: new ones follow suit. */
  readonly wikiLinks: boolean;
  /** What of the front matter could not be read, where it says or seems to say that this is a 1:1. */
  readonly problem?: LineProblem;
}
