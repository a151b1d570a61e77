import { ISO_DATE, ISO_DATE_LENGTH, isIsoDateAt } from '../dates/findDate';
import { isWhiteSpace, skipWhiteSpace, unitAt } from '../text/characters';
import { type FieldName, futureDateFields } from './dialects';
import { dateSyntaxes, type FieldSyntax } from './fieldSyntax';
import { openedAt } from './fieldValue';
import { isLiteral } from './inline';
import type { TextRange } from '../text/range';

/** A partly typed date in a field. The span is the text to replace. */
export interface TypedDate extends TextRange {
  /** The missing text before and after the date. */
  readonly before: string;
  readonly after: string;
}

const AHEAD: ReadonlySet<FieldName> = new Set(futureDateFields);
/** The forms of future dates. `(@` is excluded, because a name is more likely to follow it. */
const forms = dateSyntaxes.filter(({ field, open }) => AHEAD.has(field) && !open.endsWith('@'));

/** Matches a partly typed date, or words for a date. */
const TYPED = new RegExp(String.raw`^(?!${ISO_DATE}\s)(?:[\p{L}\p{N}-]+(?: [\p{L}\p{N}]+){0,2} ?)?$`, 'u');
/** Maximum length of a field opening and the words after it. */
const MAX_TYPED_LENGTH = 40;

/**
 * Returns the date being typed at `cursor` in the text of an item, in any dialect. Returns `undefined` in code and if
 * no date is being typed.
 */
export function typedDateAt(text: string, cursor: number): TypedDate | undefined {
  const before = text.slice(0, cursor);
  for (let at = Math.max(0, cursor - MAX_TYPED_LENGTH); at < cursor; at++) {
    for (const form of forms) {
      const start = openedAt(before, at, form);
      if (start > at && TYPED.test(before.slice(start))) {
        return isLiteral(text, at) ? undefined : typedDate(text, form, { start, end: cursor });
      }
    }
  }
  return undefined;
}

function typedDate(text: string, { open, close }: FieldSyntax, typed: TextRange): TypedDate {
  const written = isIsoDateAt(text, typed.start) ? ISO_DATE_LENGTH : 0;
  const end = Math.max(typed.end, typed.start + written);
  const isApart = isWhiteSpace(unitAt(text, typed.start - 1));
  const isClosed = close === '' || text.startsWith(close, skipWhiteSpace(text, end));
  return {
    start: typed.start,
    end,
    before: open.endsWith(' ') && !isApart ? ' ' : '',
    after: isClosed ? '' : close,
  };
}
