import type { CivilDate } from '../dates/civilDate';
import type { DialectId } from './taskFields';
import { groupBy } from '../text/collections';
import { lowerCase } from '../text/characters';

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
type Dialect = Readonly<Partial<Record<FieldName, readonly string[]>>>;

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

/** The kind of a field's value; `none` if the field is its own value. */
type ValueKind = 'date' | 'letter' | 'rule' | 'ids' | 'text' | 'none';

/** One form of a field, parsed for reading. */
export interface FieldSyntax {
  readonly field: FieldName;
  readonly dialect: DialectId;
  /** The text before the value, in lowercase. A space matches any or no white space. */
  readonly open: string;
  /** Offset in `open` of its first character that is not a letter, by which the field is found. */
  readonly signAt: number;
  readonly value: ValueKind;
  /** The text after the value, or `''`. */
  readonly close: string;
  /** Whether a word or sign names the field; `@{2026-11-30}` has neither. */
  readonly isLabelled: boolean;
  readonly isOnlyFirst: boolean;
}

/** The field forms with the same sign. */
interface FormsOfSign {
  /** Whether the sign ends a word, as in `due:`. Otherwise it begins the form. */
  readonly endsWord: boolean;
  /** The forms by the neighbour of the sign: the last character of the word, or else the next character. */
  readonly byNeighbour: ReadonlyMap<number, readonly FieldSyntax[]>;
  /** The forms that accept any neighbour. */
  readonly otherwise: readonly FieldSyntax[];
}

const FIELD_PATTERN = /^(\^?)([^<]*)(?:<(\w+)>(.*))?$/s;
const A_LABEL = /[a-z\u0080-\uffff]/;
const NOT_A_LETTER = /[^a-z]/i;
const ASCII = 0x80;

const forms = allForms();
const formsBySign = allBySign();
const formsByAsciiSign = Array.from({ length: ASCII }, (_, unit) => formsBySign.get(unit));

/** The forms of fields with a date value. */
export const dateSyntaxes: readonly FieldSyntax[] = forms.filter(({ value }) => value === 'date');

/** The signs by which fields are found, as UTF-16 units. */
export const fieldTriggers: readonly number[] = [...formsBySign.keys()];

/**
 * Returns the forms that may surround a sign, given its neighbouring UTF-16 units, or `undefined` for other characters.
 */
export function candidatesAt(sign: number, previous: number, next: number): readonly FieldSyntax[] | undefined {
  const ofSign = sign < ASCII ? formsByAsciiSign[sign] : formsBySign.get(sign);
  return ofSign && (ofSign.byNeighbour.get(lowerCase(ofSign.endsWord ? previous : next)) ?? ofSign.otherwise);
}

function allBySign(): ReadonlyMap<number, FormsOfSign> {
  const bySign = groupBy(forms, ({ open, signAt }) => open.charCodeAt(signAt));
  return new Map([...bySign].map(([sign, those]) => [sign, besideSign(those)]));
}

function besideSign(forms: readonly FieldSyntax[]): FormsOfSign {
  const endsWord = forms.every(({ signAt }) => signAt > 0);
  const neighbourOf = ({ open, signAt }: FieldSyntax) => open.charCodeAt(endsWord ? signAt - 1 : 1);
  const otherwise = endsWord ? [] : forms.filter(isOpenBehindSign);
  const byNeighbour = groupBy(endsWord ? forms : forms.filter((form) => !isOpenBehindSign(form)), neighbourOf);
  for (const those of byNeighbour.values()) those.push(...otherwise);
  return { endsWord, byNeighbour, otherwise };
}

/** Whether any character may follow the sign of the form: white space or the value itself. */
function isOpenBehindSign({ open }: FieldSyntax): boolean {
  return open.length === 1 || open.charAt(1) === ' ';
}

function allForms(): readonly FieldSyntax[] {
  return (Object.entries(dialects) as [DialectId, Dialect][]).flatMap(([dialect, fields]) =>
    (Object.entries(fields) as [FieldName, readonly string[]][]).flatMap(([field, ways]) =>
      ways.map((way) => ({ dialect, field, ...parsePattern(way) })),
    ),
  );
}

function parsePattern(way: string): Omit<FieldSyntax, 'dialect' | 'field'> {
  const [, first, open = '', value = 'none', close = ''] = FIELD_PATTERN.exec(way) ?? [];
  return {
    open: open.toLowerCase(),
    signAt: open.search(NOT_A_LETTER),
    value: value as ValueKind,
    close,
    isLabelled: A_LABEL.test(open),
    isOnlyFirst: first === '^',
  };
}
