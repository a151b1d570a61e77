import { DOT, isDigit, MINUS } from '../markdown/characters';
import { isAsciiWord, unitAt } from './characters';
import { canBeginField, formsBeginningWith } from './fieldForms';
import { matchForm, type FieldSpan } from './matchForm';
import { atMentionAt, wikiMentionAt, type OwnerSpan } from './mentions';
import { Opaque } from './opaque';
import type { Span } from './span';

/** What stands in the text of an item besides words. Each list in the order of the text; no two spans overlap. */
export interface Inline {
  readonly fields: readonly FieldSpan[];
  /** People mentioned by `@` or by a wiki-link. */
  readonly mentions: readonly OwnerSpan[];
  /** What is no part of the sentence: the fields that could be read, and comments. */
  readonly gaps: readonly Span[];
  /** Inline code, addresses and tags of HTML: shown, but not read for anything. */
  readonly opaque: readonly Span[];
  /** What looks like a date, and has nothing with it that says which. */
  readonly bareDates: readonly Span[];
}

const DATE_LIKE =
  /(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}([./])\d{1,2}\1\d{1,2})(?![\w/]|[-.]\w|\]\()/y;
const WIKI_LINK = /\[\[[^[\]\n]*\]\]/y;
const AT = 0x40;
const OPEN_BRACKET = 0x5b;
const SLASH = 0x2f;

type Mutable = { -readonly [List in keyof Inline]: Inline[List][number][] };

const NOTHING: Inline = nothingYet();

/** Finds fields and mentions, and what is not to be read for them, in the text of an item: one pass. */
export function readInline(text: string): Inline {
  let found: Mutable | undefined;
  let opaque: Opaque | undefined;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (BEGINNERS[unit] === 0 || isInsideWord(text, at, unit)) continue;
    const field = fieldAt(text, at, unit);
    if (field) {
      found ??= nothingYet();
      found.fields.push(field);
      if (field.value.problem !== 'noDate') found.gaps.push(field);
      at = field.end - 1;
    } else if (unit === AT) {
      const mention = atMentionAt(text, at, found?.mentions.at(-1));
      if (mention) {
        (found ??= nothingYet()).mentions.push(mention);
        at = mention.end - 1;
      }
    } else if (unit === OPEN_BRACKET) {
      const mention = wikiMentionAt(text, at);
      if (mention) (found ??= nothingYet()).mentions.push(mention);
      at = mention ? mention.end - 1 : Math.max(at, endOf(WIKI_LINK, text, at) - 1);
    } else if (isDigit(unit)) {
      const end = endOf(DATE_LIKE, text, at);
      if (end > at && !goesOn(unitAt(text, at - 1))) {
        (found ??= nothingYet()).bareDates.push({ start: at, end });
        at = end - 1;
      }
    } else if (Opaque.canBeginWith(unit, unitAt(text, at + 1))) {
      opaque ??= new Opaque(text);
      const end = opaque.endAt(at);
      if (end > at) {
        found ??= nothingYet();
        (opaque.isComment(at) ? found.gaps : found.opaque).push({ start: at, end });
        at = end - 1;
      }
    }
  }
  return found ?? NOTHING;
}

function nothingYet(): Mutable {
  return { fields: [], mentions: [], gaps: [], opaque: [], bareDates: [] };
}

/** By UTF-16 unit, 1 for those that something can begin with: the table that most characters end at. */
const BEGINNERS = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  canBeginField(unit) || isDigit(unit) || '`:]<%['.includes(String.fromCharCode(unit)) ? 1 : 0,
);

function fieldAt(text: string, offset: number, unit: number): FieldSpan | undefined {
  const forms = formsBeginningWith(unit, unitAt(text, offset + 1));
  if (!forms) return undefined;
  for (const form of forms) {
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
  return isAsciiWord(unit) && isAsciiWord(unitAt(text, offset - 1));
}

/** Whether a digit after this character goes on a version or a path rather than beginning a date. */
function goesOn(previous: number): boolean {
  return previous === DOT || previous === MINUS || previous === SLASH;
}
