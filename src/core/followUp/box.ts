import { isWhiteSpace, unitAt } from './characters';

/** The box that an item's text begins with. */
export interface Box {
  /** The character in it: one code point. */
  readonly mark: string;
  /** Where the mark stands, without the brackets; an emoji may have U+FE0F behind it. */
  readonly markStart: number;
  readonly markEnd: number;
  /** After the bracket that closes it. */
  readonly end: number;
}

const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const EMOJI_PRESENTATION = 0xfe0f;

/** The box at `offset`, one character in brackets with white space or the line's end behind it, or `undefined`. */
export function boxAt(text: string, offset: number): Box | undefined {
  if (unitAt(text, offset) !== OPEN_BRACKET) return undefined;
  const markStart = offset + 1;
  const code = text.codePointAt(markStart);
  if (code === undefined || code === 0x0a || code === 0x0d) return undefined;
  const mark = String.fromCodePoint(code);
  let markEnd = markStart + mark.length;
  if (unitAt(text, markEnd) === EMOJI_PRESENTATION) markEnd++;
  const end = markEnd + 1;
  if (unitAt(text, markEnd) !== CLOSE_BRACKET) return undefined;
  return end >= text.length || isWhiteSpace(text.charCodeAt(end)) ? { mark, markStart, markEnd, end } : undefined;
}
