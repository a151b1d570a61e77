import { isWhiteSpace, lowerCase, NO_UNIT, skipWhiteSpace, unitAt } from '../markdown/characters';
import type { FieldSyntax } from './fieldForms';
import { fieldValueAt, type FieldValue } from './fieldValue';

/** A field as it stands in a text, brackets, key and value. */
export interface FieldSpan {
  readonly start: number;
  readonly end: number;
  readonly form: FieldSyntax;
  readonly value: FieldValue;
}

const A_WORD = /^@?[a-z]/;
const SPACE = 0x20;
/** How deep a field that must come first may stand: whoever writes it there means it to be first. */
const LONGEST_INDENT = 20;

/** The field that stands at `offset` if it is written in this form, else `undefined`. */
export function matchField(text: string, offset: number, form: FieldSyntax): FieldSpan | undefined {
  const valueStart = openedAt(text, offset, form);
  if (valueStart < 0) return undefined;
  const value = fieldValueAt(text, valueStart, form);
  return value && { start: offset, end: value.after, form, value };
}

/** Where the value of a field of this form begins, or is to begin, if what opens it stands at `offset`; else -1. */
export function openedAt(text: string, offset: number, form: FieldSyntax): number {
  const valueStart = afterOpen(text, offset, form.open);
  return valueStart >= 0 && canStandAt(text, offset, form) ? valueStart : -1;
}

function afterOpen(text: string, offset: number, open: string): number {
  let at = offset;
  for (let index = 0; index < open.length; index++) {
    const wanted = open.charCodeAt(index);
    if (wanted === SPACE) {
      at = skipWhiteSpace(text, at);
    } else if (lowerCase(unitAt(text, at)) === wanted) {
      at++;
    } else {
      return -1;
    }
  }
  return at;
}

/** A word, with or without an `@`, begins no field inside another word or an address; signs and brackets stand anywhere. */
function canStandAt(text: string, offset: number, { open, isOnlyFirst }: FieldSyntax): boolean {
  if (isOnlyFirst) return offset <= LONGEST_INDENT && skipWhiteSpace(text, 0) === offset;
  if (!A_WORD.test(open)) return true;
  const previous = unitAt(text, offset - 1);
  return previous === NO_UNIT || isWhiteSpace(previous) || '([{,;*_|~'.includes(text.charAt(offset - 1));
}
