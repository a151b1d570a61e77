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
