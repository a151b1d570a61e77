import { DOT, isDigit, MINUS } from '../markdown/characters';
import { canBeginField, formsBeginningWith } from './fieldForms';
import { matchForm, type FieldSpan } from './matchForm';
import { Opaque } from './opaque';
import { isAsciiWord } from './whiteSpace';

/** A stretch of text: UTF-16 offsets, the end outside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands in the text of an item besides words. Each list in the order of the text; no two spans overlap. */
export interface Inline {
  readonly fields: readonly FieldSpan[];
  /** Inline code, addresses and tags: shown, but not read for fields and owners. */
  readonly opaque: readonly Span[];
  readonly comments: readonly Span[];
  /** What looks like a date, and has nothing with it that says which. */
  readonly bareDates: readonly Span[];
}

const NOTHING: Inline = { fields: [], opaque: [], comments: [], bareDates: [] };
const DATE_LIKE =
  /(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}([./])\d{1,2}\1\d{1,2})(?![\w/]|[-.]\w|\]\()/y;
const WIKI_LINK = /\[\[[^[\]\n]*\]\]/y;
const OPEN_BRACKET = 0x5b;
const SLASH = 0x2f;

/** Finds fields, and what is not to be read for fields, in the text of an item. One pass: most lines hold neither. */
export function readInline(text: string): Inline {
  let found: Mutable | undefined;
  let opaque: Opaque | undefined;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (BEGINNERS[unit] === 0 || isInsideWord(text, at, unit)) continue;
    const field = fieldAt(text, at, unit);
    if (field) {
      (found ??= nothingYet()).fields.push(field);
      at = field.end - 1;
    } else if (unit >= 0x80) {
      continue;
    } else if (Opaque.canBeginWith(unit, text.charCodeAt(at + 1))) {
      opaque ??= new Opaque(text);
      const end = opaque.endAt(at);
      if (end > at) {
        found ??= nothingYet();
        (opaque.isComment(at) ? found.comments : found.opaque).push({ start: at, end });
        at = end - 1;
      }
    } else if (isDigit(unit)) {
      const end = endOf(DATE_LIKE, text, at);
      if (end > at && !goesOn(text.charCodeAt(at - 1))) {
        (found ??= nothingYet()).bareDates.push({ start: at, end });
        at = end - 1;
      }
    } else if (unit === OPEN_BRACKET) {
      at = Math.max(at, endOf(WIKI_LINK, text, at) - 1);
    }
  }
  return found ?? NOTHING;
}

type Mutable = { -readonly [List in keyof Inline]: Inline[List][number][] };

function nothingYet(): Mutable {
  return { fields: [], opaque: [], comments: [], bareDates: [] };
}

/** By UTF-16 unit, 1 for those that something can begin with: the table that most characters end at. */
const BEGINNERS = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  canBeginField(unit) || isDigit(unit) || '`:]<%['.includes(String.fromCharCode(unit)) ? 1 : 0,
);

function fieldAt(text: string, offset: number, unit: number): FieldSpan | undefined {
  for (const form of formsBeginningWith(unit, text.charCodeAt(offset + 1))) {
    const field = matchForm(text, offset, form);
    if (field) return field;
  }
  return undefined;
}

/** Where the match of a sticky pattern at `offset` ends, or -1. */
function endOf(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function isInsideWord(text: string, offset: number, unit: number): boolean {
  return isAsciiWord(unit) && isAsciiWord(text.charCodeAt(offset - 1));
}

/** Whether a digit after this character goes on a version or a path rather than beginning a date. */
function goesOn(previous: number): boolean {
  return previous === DOT || previous === MINUS || previous === SLASH;
}
