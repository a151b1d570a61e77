import type { CivilDate } from '../dates/civilDate';
import type { Message } from '../text/message';

/** The dialects of follow-up fields, as defined in `dialects.ts`. */
export type DialectId = 'plain' | 'emoji' | 'dataview' | 'taskPaper' | 'braces';

export type Priority = 'highest' | 'high' | 'medium' | 'low' | 'lowest';

/** The values of the fields of a line. If a field has two values, the leftmost is used. */
export interface Fields {
  readonly due?: CivilDate;
  /** The due date as written if the calendar has no such day. The follow-up is listed under *Invalid date*. */
  readonly invalidDue?: string;
  readonly scheduled?: CivilDate;
  readonly start?: CivilDate;
  readonly created?: CivilDate;
  readonly done?: CivilDate;
  readonly cancelled?: CivilDate;
  readonly priority?: Priority;
  /** The recurrence as written. It is displayed only. */
  readonly recurrence?: string;
  /** The dialect for new fields of this line: that of the due date, or else of the first field. */
  readonly dialect?: DialectId;
}

/** The form in which a line names an owner. A bare name counts only for known people. */
export type OwnerForm = 'at' | 'wiki' | 'field' | 'bare' | 'heading';

/** A name mentioned as owner, not yet resolved to a person. `me` is the user. */
export interface OwnerMention {
  readonly name: string;
  readonly form: OwnerForm;
  /** The capitalized words after a mention with `@`, which may belong to the name: `Doe` in `@Jane Doe`. */
  readonly following?: string;
}

/** The origin of a carried follow-up: `(from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)`. */
export interface Origin {
  /** The target of the link as written: a relative path, or the target of a wiki-link. */
  readonly link: string;
  /** The date in the link, if there is one. */
  readonly from?: CivilDate;
  readonly since?: CivilDate;
  /** Number of times the follow-up was carried, at least 1. */
  readonly times: number;
}

/** A problem with a field that is reported instead of guessed. */
export interface TaskProblem {
  readonly kind: 'unreadableDate' | 'invalidDate' | 'twoValues' | 'doneDateOnOpen';
  /** The message for the user: the problem and the solution. */
  readonly message: Message;
}
