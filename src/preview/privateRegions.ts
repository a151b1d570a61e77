import type { StateCore, Token } from 'markdown-it';
import { ParsedNote } from '../core/note/parsedNote';
import type { LineRange } from '../core/text/range';

/** The tokens around what is private. They draw nothing where the file is no 1:1 note. */
export const PRIVATE_OPEN = 'one_on_one_private_open';
export const PRIVATE_CLOSE = 'one_on_one_private_close';

/**
 * Puts the blocks that are private, as a heading or markers say, between two tokens. A block that is so in part counts as
 * private as a whole.
 */
export function wrapPrivateRegions(state: StateCore): void {
  const ranges = new ParsedNote(state.src).privateLines;
  if (ranges.length === 0) return;
  const wrapped: Token[] = [];
  let isInside = false;
  for (const token of state.tokens) {
    const isTopLevel = token.level === 0 && token.nesting >= 0;
    const isPrivate: boolean = isTopLevel ? touches(ranges, token.map) : isInside;
    if (isPrivate !== isInside) wrapped.push(border(state, isPrivate));
    isInside = isPrivate;
    wrapped.push(token);
  }
  if (isInside) wrapped.push(border(state, false));
  state.tokens = wrapped;
}

function border(state: StateCore, isOpening: boolean): Token {
  const token = new state.Token(isOpening ? PRIVATE_OPEN : PRIVATE_CLOSE, 'section', isOpening ? 1 : -1);
  token.block = true;
  return token;
}

function touches(ranges: readonly LineRange[], map: Token['map']): boolean {
  return map !== null && ranges.some(({ line, endLine }) => map[0] <= endLine && map[1] > line);
}
