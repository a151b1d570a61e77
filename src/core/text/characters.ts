/** Codes of the characters that Markdown's block structure uses. */
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const BYTE_ORDER_MARK = 0xfeff;
export const HASH = 0x23;
export const PERCENT = 0x25;
export const AMPERSAND = 0x26;
export const RIGHT_PARENTHESIS = 0x29;
export const ASTERISK = 0x2a;
export const PLUS = 0x2b;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const COLON = 0x3a;
export const LESS_THAN = 0x3c;
export const EQUALS = 0x3d;
export const GREATER_THAN = 0x3e;
export const UNDERSCORE = 0x5f;
export const BACKTICK = 0x60;
export const BAR = 0x7c;
export const TILDE = 0x7e;

/** Whether `code` is a space or a tab, the only blanks within a line that CommonMark knows. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Converts the code of an ASCII capital to its lowercase letter; any other code is returned unchanged. */
export function lowerCase(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

/** Returns the offset after the blanks at `offset`. */
export function skipBlanks(text: string, offset: number): number {
  while (isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Returns the offset after the run of `code` at `offset`. */
export function skipRun(text: string, offset: number, code: number): number {
  while (text.charCodeAt(offset) === code) offset++;
  return offset;
}

/** Returns the end of the text from `start` to `end` without its trailing blanks. */
export function trimBlanks(text: string, start: number, end: number): number {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Removes spaces and tabs at both ends. Unlike `trim`, it keeps any other white space. */
export function withoutBlanks(text: string): string {
  const start = skipBlanks(text, 0);
  return text.slice(start, trimBlanks(text, start, text.length));
}

const charCodeAt: (this: unknown, offset: number) => number = Reflect.get(String.prototype, 'charCodeAt');

/**
 * Returns the UTF-16 unit at `offset`, or NaN outside the text. It is the method `charCodeAt` for hot loops: the engine
 * looks a method up for each character once a loop met several kinds of strings, such as slices and whole texts.
 */
export const codeAt = charCodeAt.call.bind(charCodeAt) as (text: string, offset: number) => number;

/** The result of `unitAt` outside the text. */
export const NO_UNIT = -1;

/**
 * Returns the UTF-16 unit at `offset`, or `NO_UNIT` outside the text. It is never NaN, which would slow down hot loops.
 */
export function unitAt(text: string, offset: number): number {
  return offset >= 0 && offset < text.length ? codeAt(text, offset) : NO_UNIT;
}

/** Whether `unit` is white space of any kind, including line ends and no-break spaces. */
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

/** The variation selector U+FE0F. It is invisible and requests the coloured form of the preceding character. */
export const EMOJI_PRESENTATION = 0xfe0f;

/** Returns the offset after the white space at `offset`, including the variation selector of a preceding emoji. */
export function skipWhiteSpace(text: string, offset: number): number {
  let at = offset;
  for (let unit = unitAt(text, at); isWhiteSpace(unit) || unit === EMOJI_PRESENTATION; unit = unitAt(text, at)) at++;
  return at;
}

/** Returns the end of the text from `start` to `end` without its trailing white space. */
export function trimWhiteSpace(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhiteSpace(codeAt(text, at - 1))) at--;
  return at;
}

/** Returns the start of the word that ends at `end`. Words are separated by white space. */
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
