import { shorten } from '../text/shorten';
import type { CivilDate } from '../dates/civilDate';
import type { Framework } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Person } from '../people/person';
import { escapeMarkdown } from '../noteEdit/escapeMarkdown';
import type { PersonSummary } from '../peopleView/summary';

/** A line of a note, from 0. */
export interface NoteLine {
  readonly uri: string;
  readonly line: number;
}

/** One thing to know before a meeting. */
export interface BriefEntry {
  /** As it reads: text without marks of Markdown. */
  readonly words: string;
  /** What else there is to say of it, one part for each. */
  readonly details: readonly string[];
  /** Where it stands; `undefined` for what no note says. */
  readonly at?: NoteLine | undefined;
  /** Meant for the owner of the notes alone. */
  readonly private: boolean;
}

/** Entries under a heading. */
export interface BriefSection {
  readonly title: string;
  readonly entries: readonly BriefEntry[];
  /** How many entries more there are than are listed. */
  readonly more: number;
}

/** Whom a brief is about, and what it is made from. */
export interface BriefRequest {
  readonly index: NoteIndex;
  readonly person: Person;
  readonly frameworks: readonly Framework[];
  readonly bank: QuestionBank;
  readonly today: CivilDate;
  /** Days between two meetings by the setting, for somebody without a rhythm yet. */
  readonly fallbackDays: number;
}

/** What every part of a brief works from. */
export interface BriefBasis extends BriefRequest {
  readonly summary: PersonSummary;
  /** The meetings before today, oldest first: one of today is the one to prepare. */
  readonly past: readonly DatedMeeting[];
  /** The text of a note as it was read, or `undefined` when it could not be. */
  readonly textOf: (uri: string) => string | undefined;
}

/** So many entries of a section are read in passing; the views list all. */
const MOST_ENTRIES = 20;
const MOST_CHARACTERS = 240;

/** A section with no more entries than somebody reads before a meeting. */
export function briefSection(title: string, entries: readonly BriefEntry[]): BriefSection {
  return { title, entries: entries.slice(0, MOST_ENTRIES), more: Math.max(0, entries.length - MOST_ENTRIES) };
}

/** Words that may be long, cut at the end of one. */
export function inBrief(words: string): string {
  return shorten(words, MOST_CHARACTERS);
}

export const BULLET = '- ';

/** What stands behind the words of an entry. */
export function detailsOf({ details, private: isPrivate }: BriefEntry): string {
  return [...details.map(escapeMarkdown), ...(isPrivate ? ['private'] : [])].map((detail) => ` · ${detail}`).join('');
}

/** The line that says how many entries are left out, if any. */
export function moreLine(more: number): readonly string[] {
  return more === 0 ? [] : [`${BULLET}and ${more} more`];
}
