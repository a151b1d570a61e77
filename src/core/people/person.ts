import type { CivilDate } from '../dates/civilDate';

/** What the person is to the reader of the notes. */
export type Relation = 'report' | 'manager' | 'peer';

/** Where a cadence can be written for a person. */
export type CadencePlace = 'page' | 'roster';

/** Somebody the reader meets, joined from notes, the person's page and the roster. */
export interface Person {
  /** The name in NFKC, lower case, separators as one space: what joins notes to a person. */
  readonly key: string;
  /** The name as it is written most carefully: in the page, the roster, else the newest note. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly relation?: Relation;
  /** As written in page or roster: `weekly`, `biweekly`, `monthly`, `14d`. */
  readonly cadence?: string;
  /** Where the cadence is written. */
  readonly cadenceIn?: CadencePlace;
  /** Until this day, included, nothing is due. */
  readonly awayUntil?: CivilDate;
  /** URI of the person's page. */
  readonly page?: string;
}
