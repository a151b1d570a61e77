import { isWhiteSpace, NO_UNIT, unitAt } from '../markdown/characters';

const TAG = /[\p{L}\p{M}\p{N}_/-]+/uy;
const A_LETTER = /[\p{L}\p{M}_]/u;

/** The tag whose `#` stands at `offset`, without it; `''` when that is inside a word, or only a number follows. */
export function tagAt(text: string, offset: number): string {
  const previous = unitAt(text, offset - 1);
  if (previous !== NO_UNIT && !isWhiteSpace(previous) && !'([{,;'.includes(text.charAt(offset - 1))) return '';
  TAG.lastIndex = offset + 1;
  const tag = TAG.exec(text)?.[0] ?? '';
  return A_LETTER.test(tag) ? tag : '';
}
