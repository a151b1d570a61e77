import { groupBy } from '../text/collections';
import { lowerCase } from '../text/characters';
import { dialects, type Dialect, type FieldName } from './dialects';
import type { DialectId } from './taskFields';

/** The kind of a field's value; `none` if the field is its own value. */
export type ValueKind = 'date' | 'letter' | 'rule' | 'ids' | 'text' | 'none';

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
