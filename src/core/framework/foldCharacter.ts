import { normalizeQuestion } from './questionKey';

/** Parts two words. */
export const SPACE = 0x20;
/** Counts for nothing: an apostrophe or an invisible character. */
export const DROPPED = 1;
/** Means something only together with its neighbours, or becomes several characters: the text must be normalized. */
export const COMPLEX = 2;
const UNKNOWN = 0;

/** What joins with the character before it: marks, the later parts of a Korean syllable, halves of a pair. */
const JOINING = /[\p{M}\u1160-\u11ff\ud800-\udfff]/u;

const FOLDED = new Uint16Array(0x1_0000);

/**
 * What `normalizeQuestion` makes of one UTF-16 code unit: the code of a letter or digit in lower case, or `SPACE`,
 * `DROPPED` or `COMPLEX`. Each is worked out once, so that a note is compared with the bank without making strings.
 */
export function foldCharacter(code: number): number {
  const known = FOLDED[code] ?? COMPLEX;
  return known === UNKNOWN ? (FOLDED[code] = fold(String.fromCharCode(code))) : known;
}

function fold(character: string): number {
  if (JOINING.test(character.normalize('NFKC'))) {
    return COMPLEX;
  }
  const between = normalizeQuestion(`a${character}b`).slice(1, -1);
  if (between === '') {
    return DROPPED;
  }
  return between.length === 1 ? between.charCodeAt(0) : COMPLEX;
}
