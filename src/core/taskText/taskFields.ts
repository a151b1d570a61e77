import type { CivilDate } from '../dates/civilDate';
import type { Message } from '../text/message';

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
  readonly message: Message;
}
