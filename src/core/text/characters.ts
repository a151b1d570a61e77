/** Character codes that block structure is made of. */
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const BYTE_ORDER_MARK = 0xfeff;
export const HASH = 0x23;
export const PERCENT = 0x25;
export const RIGHT_PARENTHESIS = 0x29;
export const ASTERISK = 0x2a;
export const PLUS = 0x2b;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const LESS_THAN = 0x3c;
export const EQUALS = 0x3d;
export const GREATER_THAN = 0x3e;
export const UNDERSCORE = 0x5f;
export const BACKTICK = 0x60;
export const TILDE = 0x7e;

/** Whether `code` is a space or a tab: CommonMark knows no other blank inside a line. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The code of the small letter for that of a capital of ASCII; any other code stays. */
export function lowerCase(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

/** Offset after the blanks that stand at `offset`. */
export function skipBlanks(text: string, offset: number): number {
  while (isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Offset after the run of `code` that stands at `offset`. */
export function skipRun(text: string, offset: number, code: number): number {
  while (text.charCodeAt(offset) === code) offset++;
  return offset;
}

/** Offset of the blanks that stand before `end`, but not before `start`. */
export function trimBlanks(text: string, start: number, end: number): number {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** `text` without the blanks around it; other white space stays, unlike with `trim`. */
export function withoutBlanks(text: string): string {
  const start = skipBlanks(text, 0);
  return text.slice(start, trimBlanks(text, start, text.length));
}

/** What `unitAt` gives where no text is. */
export const NO_UNIT = -1;

/** The UTF-16 unit at `offset`, or `NO_UNIT` outside the text: never NaN, which makes hot loops slow. */
export function unitAt(text: string, offset: number): number {
  return offset >= 0 && offset < text.length ? text.charCodeAt(offset) : NO_UNIT;
}

/** Whether `unit` is white space of any kind, the no-break spaces of old notes and line ends included. */
export function isWhiteSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    (unit >= 0xa0 &&
      (unit === 0xa0 ||
        (unit >= 0x2000 && unit <= 0x200a) ||
        unit === 0x202f ||
        unit === 0x205f ||
        unit === 0x3000 ||
        unit === 0xfeff))
  );
}

/** U+FE0F, the invisible character that asks for the coloured form of the character before it. */
export const EMOJI_PRESENTATION = 0xfe0f;

/** Offset after the white space at `offset`, and after what an emoji before it may have behind it. */
export function skipWhiteSpace(text: string, offset: number): number {
  let at = offset;
  for (let unit = unitAt(text, at); isWhiteSpace(unit) || unit === EMOJI_PRESENTATION; unit = unitAt(text, at)) at++;
  return at;
}

/** Offset before the white space that ends at `end`, but not before `start`. */
export function trimWhiteSpace(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Offset of the word that ends at `end`: white space, or the start of the text, stands before it. */
export function startOfWord(text: string, end: number): number {
  let at = end;
  while (at > 0 && !isWhiteSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Whether `unit` is an ASCII letter, digit or underscore. */
export function isAsciiWord(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f
  );
}
