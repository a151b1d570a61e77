import { EMOJI_PRESENTATION, isWhiteSpace, skipBlanks, unitAt } from '../text/characters';

/**
 * Source of a pattern for the marker of a list item: a bullet, or up to nine digits with `.` or `)`. White space or the
 * end of the line must follow, which excludes `2.5 days`, `-40 %` and `**bold**`.
 */
export const LIST_MARKER = String.raw`(?:[-*+]|\d{1,9}[.)])`;

/** The checkbox of a list item: one character in brackets. */
export interface Checkbox {
  /** The state character between the brackets: one code point. */
  readonly stateCharacter: string;
  /** Offset of the state character. The variation selector of an emoji is part of its range. */
  readonly stateStart: number;
  readonly stateEnd: number;
  /** Offset after the closing bracket. */
  readonly end: number;
}

/** The markers at the start of a line. */
interface LineStart {
  readonly hasMarker: boolean;
  readonly checkbox: Checkbox | undefined;
  /** Offset of the first word. */
  readonly end: number;
}

const MARKERS = new RegExp(String.raw`^[ \t]*(?:(?:>|(?<marker>${LIST_MARKER})(?=[ \t]|$))[ \t]*)*`);
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Returns the checkbox at `offset`, or `undefined`. White space or the end of the line must follow it. */
export function checkboxAt(text: string, offset: number): Checkbox | undefined {
  if (unitAt(text, offset) !== OPEN_BRACKET) return undefined;
  const stateStart = offset + 1;
  const code = text.codePointAt(stateStart);
  if (code === undefined || code === 0x0a || code === 0x0d) return undefined;
  const stateCharacter = String.fromCodePoint(code);
  let stateEnd = stateStart + stateCharacter.length;
  if (unitAt(text, stateEnd) === EMOJI_PRESENTATION) stateEnd++;
  const end = stateEnd + 1;
  if (unitAt(text, stateEnd) !== CLOSE_BRACKET) return undefined;
  return end >= text.length || isWhiteSpace(text.charCodeAt(end))
    ? { stateCharacter, stateStart, stateEnd, end }
    : undefined;
}

/** Reads the quote and list markers at the start of a line, and the checkbox after them. */
export function readLineStart(line: string): LineStart {
  const markers = MARKERS.exec(line);
  const end = markers?.[0].length ?? 0;
  const checkbox = checkboxAt(line, end);
  return {
    hasMarker: markers?.groups?.marker !== undefined,
    checkbox,
    end: checkbox ? skipBlanks(line, checkbox.end) : end,
  };
}

/** Removes quote markers, list markers and the checkbox from the start of a line. */
export function withoutMarkers(line: string): string {
  return line.slice(readLineStart(line).end);
}
