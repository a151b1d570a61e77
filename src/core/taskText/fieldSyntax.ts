import { groupBy } from '../text/collections';
import { lowerCase } from '../text/characters';
import { dialects, type Dialect, type FieldName } from './dialects';
import type { DialectId } from './taskFields';

/** What kind of value a field holds; `none` for one that is its own value. */
export type ValueKind = 'date' | 'letter' | 'rule' | 'ids' | 'text' | 'none';

/** One way to write a field, taken apart for reading. */
export interface FieldSyntax {
  readonly field: FieldName;
  readonly dialect: DialectId;
  /** What stands before the value, in lower case; a space is any white space or none. */
  readonly open: string;
  /** Offset in `open` of its first character that is no letter: what tells that a field may stand there. */
  readonly signAt: number;
  readonly value: ValueKind;
  /** What stands after the value, or `''`. */
  readonly close: string;
  /** Says by a word or sign which field it is, as `@{2026-11-30}` does not. */
  readonly isLabelled: boolean;
  readonly isOnlyFirst: boolean;
}

/** The forms that have one sign. */
interface FormsOfSign {
  /** The sign ends a word, as in `due:`; else forms begin with it. */
  readonly endsWord: boolean;
  /** By the character beside the sign: the last of the word, else the one that comes next. */
  readonly byNeighbour: ReadonlyMap<number, readonly FieldSyntax[]>;
  /** Where anything may stand beside it. */
  readonly otherwise: readonly FieldSyntax[];
}

const FIELD_PATTERN = /^(\^?)([^<]*)(?:<(\w+)>(.*))?$/s;
const A_LABEL = /[a-z\u0080-\uffff]/;
const NOT_A_LETTER = /[^a-z]/i;
const ASCII = 0x80;

const forms = allForms();
const formsBySign = allBySign();
const formsByAsciiSign = Array.from({ length: ASCII }, (_, unit) => formsBySign.get(unit));

/** The ways to write a field whose value is a date. */
export const dateSyntaxes: readonly FieldSyntax[] = forms.filter(({ value }) => value === 'date');

/** The signs by which fields are found, as UTF-16 units. */
export const fieldTriggers: readonly number[] = [...formsBySign.keys()];

/** The forms that may stand around a sign, given the UTF-16 units before and after it; `undefined` for other characters. */
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

/** Whether anything may stand behind the sign that a form begins with: white space, or the value itself. */
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
