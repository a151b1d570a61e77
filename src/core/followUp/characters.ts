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

/** U+FE0F, which asks for the coloured form of the sign before it and is not seen itself. */
const EMOJI_PRESENTATION = 0xfe0f;

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
