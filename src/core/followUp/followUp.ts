import type { CivilDate } from '../civilDate';

/**
 * What became of a follow-up, as its mark says. `moved` (`[>]`) is settled by the index, which sees where it went;
 * `none` is a mark that is documented elsewhere as no task.
 */
export type FollowUpStatus = 'open' | 'inProgress' | 'done' | 'dropped' | 'moved' | 'none';

/** The dialects that dates of follow-ups are written in, as `fields.ts` lists them. */
export type DialectId = 'plain' | 'emoji' | 'dataview' | 'taskPaper' | 'braces';

export type Priority = 'highest' | 'high' | 'medium' | 'low' | 'lowest';

/** What the fields of a line say. Of two values for one field the leftmost counts. */
export interface Fields {
  readonly due?: CivilDate;
  /** The due date as written, when the calendar has no such day: listed under *Invalid date*. */
  readonly invalidDue?: string;
  readonly scheduled?: CivilDate;
  readonly start?: CivilDate;
  readonly created?: CivilDate;
  readonly done?: CivilDate;
  readonly cancelled?: CivilDate;
  readonly priority?: Priority;
  /** The recurrence as written: shown, never run. */
  readonly recurrence?: string;
  /** The dialect that a new field of this line is written in: that of its due date, else of its first field. */
  readonly dialect?: DialectId;
}

/** How a line names an owner. The forms with a bare name count only for people that the workspace knows. */
export type OwnerForm = 'at' | 'wiki' | 'field' | 'bare' | 'heading';

/** Somebody named as owner, before anybody looked up who that is. `me` stands for the reader. */
export interface OwnerMention {
  readonly name: string;
  readonly form: OwnerForm;
}

/** Where a carried follow-up comes from: `(from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)`. */
export interface Origin {
  /** The target of the link, as written: relative to the note, or a wiki-link's. */
  readonly link: string;
  /** The date that the link names, if it names one. */
  readonly from?: CivilDate;
  readonly since?: CivilDate;
  /** How often it was carried, at least 1. */
  readonly times: number;
}

/** Something that could not be read for sure, said instead of guessed. */
export interface Hint {
  readonly kind: 'unreadableDate' | 'invalidDate' | 'twoValues' | 'doneDateOnOpen';
  /** Text for a person: what was found, and what to do. */
  readonly message: string;
}

/** A task line of a note. All that is kept is copied: nothing here holds on to the note's text. */
export interface FollowUp {
  /** Line of the box in the note, from 0. */
  readonly line: number;
  /** Last line of its own text, continuation lines included, children not. */
  readonly endLine: number;
  /** The line of the box as it was read, without its line end: what an edit proves before it changes anything. */
  readonly source: string;
  /** The further lines of its own text, joined by spaces, or `''`. */
  readonly continuation: string;
  /** The character in the box: one code point. */
  readonly mark: string;
  readonly status: FollowUpStatus;
  /** What is to be done: without box, fields, origin, and owners that stand before or after the sentence. */
  readonly text: string;
  readonly fields: Fields;
  readonly owners: readonly OwnerMention[];
  readonly tags: readonly string[];
  /** Only of an open one: what is over is nobody's concern. */
  readonly hints: readonly Hint[];
  readonly origin?: Origin | undefined;
  /** The target of the link of a `[>]` line, as written. */
  readonly target?: string | undefined;
  /** Index into `Note.meetings`, or -1 when it stands outside every meeting. */
  readonly meeting: number;
  /** The title of the section it stands in, or `''`. */
  readonly section: string;
  readonly private: boolean;
  /** Who owes it by the headings above: counts where its own text names nobody. */
  readonly owedByHeading: readonly OwnerMention[];
}
