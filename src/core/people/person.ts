import type { CivilDate } from '../dates/civilDate';

/** The person's relation to the reader. */
export type Relation = 'report' | 'manager' | 'peer';

/** The place where a person's cadence is written. */
export type CadencePlace = 'page' | 'roster';

/** A person the reader meets, merged from notes, person page and roster. */
export interface Person {
  /** The key of the name, as returned by `personKey`. */
  readonly key: string;
  /** The name with the highest precedence: from the page, the roster, or else the notes. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly relation?: Relation;
  /** The cadence as written in page or roster: `weekly`, `biweekly`, `monthly`, `14d`. */
  readonly cadence?: string;
  readonly cadenceIn?: CadencePlace;
  /** The last day of an absence. No 1:1 is due until then. */
  readonly awayUntil?: CivilDate;
  /** The name of the person's own manager, as written. */
  readonly reportsTo?: string;
  /** URI of the person's page. */
  readonly page?: string;
}
