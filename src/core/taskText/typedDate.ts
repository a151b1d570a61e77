import { ISO_DATE, ISO_DATE_LENGTH, isIsoDateAt } from '../dates/dateShapes';
import { isWhiteSpace, skipWhiteSpace, unitAt } from '../text/characters';
import { type FieldName, futureDateFields } from './dialects';
import { dateSyntaxes, type FieldSyntax } from './fieldSyntax';
import { openedAt } from './fieldValue';
import { isLiteral } from './inline';
import type { Span } from '../text/range';

/** A date that is being typed behind what opens its field. The span is what the date takes the place of. */
export interface TypedDate extends Span {
  /** What is missing still, in front of the date and behind it. */
  readonly before: string;
  readonly after: string;
}

const AHEAD: ReadonlySet<FieldName> = new Set(futureDateFields);
/** Behind `(@` more likely comes a name. */
const forms = dateSyntaxes.filter(({ field, open }) => AHEAD.has(field) && !open.endsWith('@'));

/** A date as far as it is typed, or the words for one. */
const TYPED = new RegExp(String.raw`^(?!${ISO_DATE}\s)(?:[\p{L}\p{N}-]+(?: [\p{L}\p{N}]+){0,2} ?)?$`, 'u');
/** The longest marker, and the longest words behind it. */
const MAX_TYPED_LENGTH = 40;

/** The date that is being typed at `cursor` in the text of an item, in any dialect; `undefined` in code and elsewhere. */
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

function typedDate(text: string, { open, close }: FieldSyntax, typed: Span): TypedDate {
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
