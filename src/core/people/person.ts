import { type CivilDate, parseCivilDate } from '../dates/civilDate';
import { type Message, message } from '../text/message';

/** The relations that a person can have to the reader. `other` means that no other value fits, and ends the question. */
export const RELATIONS = ['report', 'manager', 'peer', 'skip-level', 'mentor', 'other'] as const;

/** The person's relation to the reader. */
export type Relation = (typeof RELATIONS)[number];

/** Reads a written relation, ignoring case and the separator: `Skip level`. Returns `undefined` for other words. */
export function readRelation(written: string): Relation | undefined {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return RELATIONS.find((relation) => relation === name);
}

/** The place where a person's cadence is written. */
export type CadencePlace = 'page' | 'roster';

/** The dates that a page or the roster gives about a person. */
export interface PersonDates {
  /** The last day of an absence. No 1:1 is due until then. */
  readonly awayUntil?: CivilDate;
  /** The first day in the job. */
  readonly started?: CivilDate;
  /** The last day in the job. No 1:1 is due after it. */
  readonly leaving?: CivilDate;
}

/** A date of a person that cannot be used, with the key that names it. */
interface PersonDateProblem {
  readonly key: string;
  readonly message: Message;
}

/**
 * Reads the dates of a person. `textOf` returns the text of a key, or `''`. If the last day in the job is before the
 * first, neither of them is used.
 */
export function readPersonDates(textOf: (key: string) => string): {
  readonly dates: PersonDates;
  readonly problems: readonly PersonDateProblem[];
} {
  const problems: PersonDateProblem[] = [];
  const read = (key: string): CivilDate | undefined => {
    const written = textOf(key);
    const date = parseCivilDate(written);
    if (written !== '' && !date) {
      problems.push({ key, message: message('roster.date', written, key) });
    }
    return date;
  };
  const [awayUntil, started, leaving] = [read('away-until'), read('started'), read('leaving')];
  const isReversed = started !== undefined && leaving !== undefined && leaving < started;
  if (isReversed) {
    problems.push({ key: 'leaving', message: message('roster.leftBeforeStart', leaving, started) });
  }
  return {
    dates: {
      ...(awayUntil && { awayUntil }),
      ...(started && !isReversed && { started }),
      ...(leaving && !isReversed && { leaving }),
    },
    problems,
  };
}

/** A person the reader meets, merged from notes, person page and roster. */
export interface Person extends PersonDates {
  /** The key of the name, as returned by `personKey`. */
  readonly key: string;
  /** The name with the highest precedence: from the page, the roster, or else the notes. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly relation?: Relation;
  /** The cadence as written in page or roster: `weekly`, `biweekly`, `monthly`, `14d`. */
  readonly cadence?: string;
  readonly cadenceIn?: CadencePlace;
  /** The name of the person's own manager, as written. */
  readonly reportsTo?: string;
  /** What the reader wants to shape with the person. It is for the reader only. */
  readonly shape?: string | undefined;
  /** URI of the person's page. */
  readonly page?: string;
}

/** The name of the other person in a 1:1 that names only the reader, until the note gets a name. */
export const UNNAMED = 'The Other';
