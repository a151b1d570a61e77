import type { PersonDetail } from '../../core/insight/personWords';
import type { PersonSummary } from '../../core/insight/personSummary';

/** A person. Commands take it for the `{ person }` that it is. */
export interface PersonRow {
  readonly kind: 'person';
  /** The person's key. */
  readonly person: string;
  readonly summary: PersonSummary;
}

/** One thing to know about a person. */
export interface DetailRow {
  readonly kind: 'detail';
  readonly detail: PersonDetail;
  readonly parent: PersonRow;
}

/** The people without a cadence of their own whom nobody met for long. */
export interface NotMetRow {
  readonly kind: 'notMetLately';
  readonly people: readonly PersonSummary[];
}

export type PeopleRow = PersonRow | DetailRow | NotMetRow;
