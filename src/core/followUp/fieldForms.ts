import { dialects, type Dialect, type FieldName } from './dialects';
import type { DialectId } from './followUp';

/** What kind of value a field holds; `none` for one that is its own value. */
export type ValueKind = 'date' | 'letter' | 'rule' | 'ids' | 'text' | 'none';

/** One way to write a field, taken apart for reading. */
export interface FieldForm {
  readonly field: FieldName;
  readonly dialect: DialectId;
  /** What stands before the value, in lower case; a space is any white space or none. */
  readonly open: string;
  readonly value: ValueKind;
  /** What stands after the value, or `''`. */
  readonly close: string;
  /** Says by a word or sign which field it is, as `@{2026-11-30}` does not. */
  readonly isLabelled: boolean;
  readonly isOnlyFirst: boolean;
}

const WAY = /^(\^?)([^<]*)(?:<(\w+)>(.*))?$/s;
const A_LABEL = /[a-z\u0080-\uffff]/;

/** The forms that may be what begins with these two UTF-16 units, or `undefined`: most characters begin no field. */
export function formsBeginningWith(unit: number, next: number): readonly FieldForm[] | undefined {
  const forms = unit < ASCII ? asciiForms[unit] : formsByUnit.get(unit);
  return forms && (forms.byNext.get(lowerCase(next)) ?? forms.otherwise);
}

/** Whether a form begins with this UTF-16 unit. */
export function canBeginField(unit: number): boolean {
  return formsByUnit.has(lowerCase(unit));
}

/** The lower case of an ASCII letter; any other UTF-16 unit as it is. */
export function lowerCase(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

interface FormsByNext {
  readonly byNext: Map<number, FieldForm[]>;
  /** Forms of which only the first unit is fixed. */
  readonly otherwise: FieldForm[];
}

const ASCII = 0x80;
const formsByUnit = allByUnit();
const asciiForms = Array.from({ length: ASCII }, (_, unit) => formsByUnit.get(lowerCase(unit)));

function allByUnit(): ReadonlyMap<number, FormsByNext> {
  const result = new Map<number, FormsByNext>();
  const forms = allForms();
  for (const unit of new Set(forms.map(({ open }) => open.charCodeAt(0)))) {
    const beginning = forms.filter(({ open }) => open.charCodeAt(0) === unit);
    const byNext = new Map<number, FieldForm[]>();
    for (const next of beginning.map(nextUnit)) {
      if (next !== undefined) {
        byNext.set(
          next,
          beginning.filter((form) => (nextUnit(form) ?? next) === next),
        );
      }
    }
    result.set(unit, { byNext, otherwise: beginning.filter((form) => nextUnit(form) === undefined) });
  }
  return result;
}

function nextUnit({ open }: FieldForm): number | undefined {
  return open.length === 1 || open.charAt(1) === ' ' ? undefined : open.charCodeAt(1);
}

function allForms(): readonly FieldForm[] {
  return (Object.entries(dialects) as [DialectId, Dialect][]).flatMap(([dialect, fields]) =>
    (Object.entries(fields) as [FieldName, readonly string[]][]).flatMap(([field, ways]) =>
      ways.map((way) => ({ dialect, field, ...takenApart(way) })),
    ),
  );
}

function takenApart(way: string): Omit<FieldForm, 'dialect' | 'field'> {
  const [, first, open = '', value = 'none', close = ''] = WAY.exec(way) ?? [];
  return {
    open: open.toLowerCase(),
    value: value as ValueKind,
    close,
    isLabelled: A_LABEL.test(open),
    isOnlyFirst: first === '^',
  };
}
