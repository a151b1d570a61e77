import type { CivilDate } from '../dates/civilDate';
import type { FollowUp } from '../followUp/followUp';
import type { PersonDates, Relation } from '../people/person';
import type { LineProblem } from '../text/lines';
import type { PageDate } from './pageDates';
import type { MeetingRatings } from './ratings';

/**
 * The kind of a note. `meeting`: a file with one 1:1. `log`: dated headings, each a 1:1. `page`: about a person.
 * `other`: any other Markdown file.
 */
export type NoteKind = 'meeting' | 'log' | 'page' | 'other';

/** The kinds of section, recognized by the synonyms of their headings. */
export type SectionKind =
  'followUps' | 'mine' | 'theirs' | 'status' | 'career' | 'private' | 'agenda' | 'next' | MentionTopic;

/** A topic that insights follow across notes: thanks, blockers, or a person's mind. */
export type MentionTopic = 'thanks' | 'blockers' | 'onMyMind';

/**
 * The form of a name candidate: an `@` mention, a wiki-link, a tag, a word of an answer's opening phrase, or any other
 * word.
 */
export type CandidateKind = 'mention' | 'link' | 'tag' | 'opening' | 'word';

/** A name or possible name in a line. Only all notes together show which candidates are real names. */
export interface NameCandidate {
  /** As written, without `@`, `#` and brackets. */
  readonly name: string;
  /** `personKey` of the name, which is equal for different spellings. */
  readonly key: string;
  readonly form: CandidateKind;
}

/**
 * A line of a meeting that may name something. Its properties may be getters, so it cannot be spread or copied with
 * `JSON`.
 */
export interface Mention {
  readonly line: number;
  /** `undefined` if only the tags of the line count. */
  readonly about: MentionTopic | undefined;
  /** The name candidates, computed on first access; often empty. */
  readonly named: readonly NameCandidate[];
  readonly private: boolean;
}

/** A question in a note, with the location of its answer. */
export interface Prompt {
  /** `questionKey` of the question in its current wording in the framework. */
  readonly question: number;
  readonly line: number;
  readonly answered: boolean;
  /** First and last line of the answer. Both are the prompt's line if the answer is on that line or missing. */
  readonly answerLine: number;
  readonly answerEndLine: number;
}

/** A list of an agenda below the name of one side. */
export interface AgendaSide {
  /** The name as written. */
  readonly label: string;
  /** Number of points, without empty bullets. */
  readonly points: number;
}

/** A heading and its content, up to the next heading of any level. */
export interface Section {
  readonly title: string;
  readonly kind: SectionKind | undefined;
  /** Level of the heading, 1 to 6; 0 for the content before the first heading. */
  readonly level: number;
  readonly line: number;
  /** The last line before the next heading. */
  readonly endLine: number;
  /** Number of written words, without headings, questions, comments, block quotes and code. */
  readonly words: number;
  readonly private: boolean;
  readonly prompts: readonly Prompt[];
  /** The lists of an agenda that has one for each side. */
  readonly sides?: readonly AgendaSide[];
}

/**
 * One 1:1: a whole note, or a dated heading of a log. Its properties may be getters, so it cannot be spread or copied
 * with `JSON`.
 */
export interface Meeting {
  readonly date: CivilDate;
  /** First and last line in the note. */
  readonly line: number;
  readonly endLine: number;
  /** The text of the dated heading of a log, otherwise `undefined`. */
  readonly heading?: string | undefined;
  /** The framework named in the front matter, if any. Always `undefined` in a log. */
  readonly framework?: string | undefined;
  /** The ratings of challenge and skill from the last line with valid ratings in the meeting. */
  readonly ratings?: MeetingRatings | undefined;
  /** Whether an agenda has a list for each side. */
  readonly hasSides: boolean;
  readonly sections: readonly Section[];
  /** The mentions in the order of their lines. */
  readonly mentions: readonly Mention[];
}

/** A participant of a note, with the relation if the front matter contains it. */
export interface Participant {
  readonly name: string;
  readonly relation?: Relation;
}

/** The facts in a person's page, as written. */
export interface PersonPage extends PersonDates {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role?: string;
  readonly relation?: string;
  /** The manager, from `reports-to` or `manager`. */
  readonly reportsTo?: string;
  readonly cadence?: string;
  /** What the reader wants to shape with the person. */
  readonly shape?: string | undefined;
  /** The dates in front matter and text, in the order of their lines. */
  readonly dates?: readonly PageDate[];
}

/** The certainty of a note's participants. */
type Certainty = 'proof' | 'clue' | 'known';

/**
 * The reason why a note that seems to be a 1:1, or a part of it, has no place among the meetings of a person, or why the
 * dates on a person's page are not used.
 */
export interface NoteProblem extends LineProblem {
  readonly kind: 'frontMatter' | 'personDates' | 'unreadableDate' | 'noDate' | 'noPerson' | 'severalPeople' | 'copy';
  /** The text of an unreadable date. It is in the file name if its line does not contain it. */
  readonly written?: string;
}

/** The content of one Markdown file. */
export interface Note {
  /** The file's URI as a string. */
  readonly uri: string;
  readonly kind: NoteKind;
  readonly title: string;
  /**
   * The participants as written and in the order written; the reader may be among them. Empty unless the note is a 1:1.
   * They may be wrong if `certainty` is not `proof`: see `NoteIndex.personOf`.
   */
  readonly participants: readonly Participant[];
  /**
   * The name of the person who wrote the note, from `by` or `author` in the front matter; in a note with two
   * participants, else from a title or path that names only one of them.
   */
  readonly author?: string;
  /** Other ways to read the participants. One with a person known from other notes precedes `participants`. */
  readonly otherParticipants: readonly (readonly Participant[])[];
  /**
   * The certainty of the participants. `proof`: from front matter or the path setting. `clue`: from names and titles.
   * `known`: as `clue`, but only for people known from other notes, because the note has no date.
   */
  readonly certainty: Certainty;
  readonly meetings: readonly Meeting[];
  readonly followUps: readonly FollowUp[];
  readonly page?: PersonPage;
  readonly tags: readonly string[];
  /** Whether the whole note is private. */
  readonly private: boolean;
  /** Whether the note is at the place of private halves. */
  readonly isPrivateHalf?: true;
  /** Whether the note uses wiki-links. New links have the same style. */
  readonly wikiLinks: boolean;
  /**
   * The problem that shows in the note alone, if the note is a 1:1 or seems to be one. `NoteIndex.problemOf` also finds
   * those that depend on other notes.
   */
  readonly problem?: NoteProblem;
}
