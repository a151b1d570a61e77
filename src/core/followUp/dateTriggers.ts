import { dialects, type FieldName } from './dialects';

/** The fields whose date lies ahead when somebody writes it. */
export const futureDateFields = ['due', 'scheduled', 'start'] as const satisfies readonly FieldName[];

const LAST_BEFORE_DATE = /(\S)\s*<date>/u;

/**
 * The last characters of what opens a date that lies ahead: when one is typed, dates may be wanted. Not the `@` of
 * `(@<date>)`, behind which more likely comes a name.
 */
export const dateTriggers: readonly string[] = [
  ...new Set(
    Object.values(dialects)
      .flatMap((dialect) => futureDateFields.flatMap((field) => dialect[field] ?? []))
      .map((way) => LAST_BEFORE_DATE.exec(way)?.[1] ?? '')
      .filter((sign) => sign !== '' && sign !== '@'),
  ),
];
