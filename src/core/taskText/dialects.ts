import type { CivilDate } from '../dates/civilDate';
import type { DialectId } from './taskFields';

/** The fields whose value is a date. */
export type DateField = 'due' | 'scheduled' | 'start' | 'created' | 'done' | 'cancelled';

/** All fields. `hidden` is read only to be left out of the text that is shown: ids, dependencies, a reminder's time. */
export type FieldName = DateField | 'priority' | 'recurrence' | 'owner' | 'hidden';

/**
 * How the fields of one dialect are written: the first way is the one we write, all are read. In a way, a space is one
 * space when written and any white space, or none, when read; letters are read in either case; `^` means first in the
 * item. A way without a value is its own value.
 *
 * - `<date>`: `2026-11-30`, also `[[2026-11-30]]`, and a time after it
 * - `<letter>`: one capital
 * - `<rule>`: the words of a recurrence
 * - `<ids>`: ids with commas between them
 * - `<text>`: anything up to the bracket that closes
 */
export type Dialect = Readonly<Partial<Record<FieldName, readonly string[]>>>;

/** Every dialect that is read and written: a new one is one more entry. `docs/dialects.md` says the same to users. */
export const dialects: Readonly<Record<DialectId, Dialect>> = {
  plain: {
    due: ['due:<date>', 'due: <date>'],
    scheduled: ['t:<date>'],
    created: ['created:<date>'],
    done: ['done:<date>', 'done: <date>'],
    priority: ['pri:<letter>', '^(<letter>)'],
  },
  emoji: {
    due: ['📅 <date>', '📆 <date>', '🗓 <date>'],
    scheduled: ['⏳ <date>', '⌛ <date>'],
    start: ['🛫 <date>'],
    created: ['➕ <date>'],
    done: ['✅ <date>'],
    cancelled: ['❌ <date>'],
    priority: ['🔺', '⏫', '🔼', '🔽', '⏬'],
    recurrence: ['🔁 <rule>'],
    hidden: ['🆔 <ids>', '⛔ <ids>', '🏁 <ids>'],
  },
  dataview: {
    due: inBrackets('due:: <date>'),
    scheduled: inBrackets('scheduled:: <date>'),
    start: inBrackets('start:: <date>'),
    created: inBrackets('created:: <date>'),
    done: inBrackets('completion:: <date>'),
    cancelled: inBrackets('cancelled:: <date>'),
    priority: inBrackets('priority:: <text>'),
    recurrence: inBrackets('repeat:: <text>'),
    owner: [...inBrackets('owner:: <text>'), ...inBrackets('assignee:: <text>')],
    hidden: [...inBrackets('id:: <text>'), ...inBrackets('dependsOn:: <text>'), ...inBrackets('onCompletion:: <text>')],
  },
  taskPaper: {
    due: ['@due(<date>)', '@due (<date>)'],
    start: ['@started(<date>)', '@started (<date>)'],
    created: ['@created(<date>)', '@created (<date>)'],
    done: ['@done(<date>)', '@done (<date>)', '@done'],
    cancelled: ['@cancelled(<date>)', '@cancelled (<date>)', '@cancelled'],
  },
  braces: {
    due: ['{due:<date>}', '{due: <date>}', '@{<date>}', '@[[<date>]]', '(@<date>)'],
    done: ['@completed(<date>)', '@completed (<date>)'],
    hidden: ['@@{<text>}'],
  },
};

function inBrackets(keyAndValue: string): readonly string[] {
  return [`[${keyAndValue}]`, `(${keyAndValue})`];
}

/** The field as this dialect writes it, or `undefined` when the dialect has none for it. */
export function writeField(dialect: DialectId, field: DateField, date: CivilDate): string | undefined {
  return dialects[dialect][field]?.[0]?.replace('<date>', date);
}

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
