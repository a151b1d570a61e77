import type { CivilDate } from '../dates/civilDate';
import type { DialectId } from './taskFields';

/** A field with a date as its value. */
export type DateField = 'due' | 'scheduled' | 'start' | 'created' | 'done' | 'cancelled';

/** All fields. A `hidden` field (id, dependency, reminder time) is read only to exclude it from the displayed text. */
export type FieldName = DateField | 'priority' | 'recurrence' | 'owner' | 'hidden';

/**
 * The syntax of each field in one dialect. The first form is used for writing, all forms for reading. In a form, a
 * space is written as one space and matches any or no white space; letters match in either case; `^` means the start of
 * the item. A form without a placeholder is its own value.
 * - `<date>`: `2026-11-30`, also `[[2026-11-30]]`, optionally with a time
 * - `<letter>`: one capital letter
 * - `<rule>`: the words of a recurrence
 * - `<ids>`: ids separated by commas
 * - `<text>`: any text up to the closing bracket
 */
export type Dialect = Readonly<Partial<Record<FieldName, readonly string[]>>>;

/** All dialects that are read and written. Adding a dialect means adding an entry here and to `docs/dialects.md`. */
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
    due: ['@due(<date>)', '@due (<date>)', '@due: <date>', '@due <date>'],
    start: ['@started(<date>)', '@started (<date>)'],
    created: ['@created(<date>)', '@created (<date>)'],
    done: ['@done(<date>)', '@done (<date>)', '@done: <date>', '@done <date>', '@done'],
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

/** Writes a date field in a dialect. Returns `undefined` if the dialect has no such field. */
export function writeField(dialect: DialectId, field: DateField, date: CivilDate): string | undefined {
  return dialects[dialect][field]?.[0]?.replace('<date>', date);
}

/** The fields whose dates are usually in the future when they are written. */
export const futureDateFields = ['due', 'scheduled', 'start'] as const satisfies readonly FieldName[];

const LAST_BEFORE_DATE = /(\S)\s*<date>/u;

/**
 * The last sign before the date in each form for a future date, as triggers for date completions. The `@` of `(@<date>)`
 * is excluded, because a name is more likely to follow it.
 */
export const dateTriggers: readonly string[] = [
  ...new Set(
    Object.values(dialects)
      .flatMap((dialect) => futureDateFields.flatMap((field) => dialect[field] ?? []))
      .map((way) => LAST_BEFORE_DATE.exec(way)?.[1] ?? '')
      .filter((sign) => /[^@\p{L}]/u.test(sign)),
  ),
];
