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

/** How much longer than the longest wording a text may be in characters that count for nothing. */
const MAX_EXTRA_CHARACTERS = 4;
/** So many letters tell nearly every text from all wordings. */
const LETTERS = 3;

/** Wordings that begin alike share a branch, so that a text is left at the first character that no wording has. */
interface Branch<T> {
  /** UTF-16 code units: an array is read faster than a part of a string. */
  label: Uint16Array;
  readonly next: Branch<T>[];
  value?: T;
}

/** Finds what a text means among many wordings, in the time it takes to read those characters that fit one of them. */
export class WordingTree<T> {
  readonly #root: Branch<T> = { label: new Uint16Array(0), next: [] };
  #longest = 0;
  /** The first letters of all wordings, as one number each; 0 for one that has fewer. */
  readonly #openings = new Set<number>();

  /** Adds a wording unless it has no letter, or is there already: the first one stays. */
  add(wording: string, value: T): void {
    const normalized = normalizeQuestion(wording);
    if (normalized === '') {
      return;
    }
    this.#longest = Math.max(this.#longest, normalized.length);
    this.#openings.add(opening(normalized, 0, normalized.length));
    let branch = this.#root;
    for (let rest = codesOf(normalized); rest.length > 0; rest = rest.subarray(branch.label.length)) {
      branch = growInto(branch, rest);
    }
    branch.value ??= value;
  }

  /** Whether some wording may begin as `text` does from `start` on: `false` for most texts, at their first letters. */
  mayBegin(text: string, start: number, end: number): boolean {
    const letters = opening(text, start, end);
    return letters === UNCLEAR || this.#openings.has(letters) || this.#openings.has(UNCLEAR);
  }

  /** The value of the wording that `text` from `start` to `end` is, letter by letter, or `undefined`. */
  find(text: string, start = 0, end = text.length): T | undefined {
    let branch = this.#root;
    let inLabel = 0;
    let spacePending = false;
    for (let at = start; at < end; at++) {
      let code = foldCharacter(text.charCodeAt(at));
      if (code === COMPLEX) {
        return this.#findNormalized(text, start, end);
      }
      if (code === DROPPED) {
        continue;
      }
      if (code === SPACE) {
        spacePending = branch !== this.#root;
        continue;
      }
      if (spacePending) {
        // The space counts only now that a word follows; this character's turn comes again.
        spacePending = false;
        code = SPACE;
        at--;
      }
      const next = inLabel === branch.label.length ? branchAt(branch, code) : undefined;
      if (next) {
        branch = next;
        inLabel = 1;
      } else if (branch.label[inLabel] === code) {
        inLabel++;
      } else {
        // A letter that fits nothing may still become one that does, with the mark that follows it.
        const isCombined = at + 1 < end && foldCharacter(text.charCodeAt(at + 1)) === COMPLEX;
        return isCombined ? this.#findNormalized(text, start, end) : undefined;
      }
    }
    return inLabel === branch.label.length ? branch.value : undefined;
  }

  #findNormalized(text: string, start: number, end: number): T | undefined {
    if (end - start > MAX_EXTRA_CHARACTERS * this.#longest) {
      return undefined;
    }
    let branch = this.#root;
    let rest = codesOf(normalizeQuestion(text.slice(start, end)));
    while (rest.length > 0) {
      const next = branchAt(branch, rest[0]);
      if (!next || sharedLength(next.label, rest) < next.label.length) {
        return undefined;
      }
      branch = next;
      rest = rest.subarray(branch.label.length);
    }
    return branch.value;
  }
}

const UNCLEAR = 0;

/** The first letters of a text as one number; `UNCLEAR` for a text with fewer, or where a mark may change one of them. */
function opening(text: string, start: number, end: number): number {
  let letters = 0;
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = foldCharacter(text.charCodeAt(at));
    if (code === COMPLEX) return UNCLEAR;
    if (count === LETTERS) return letters;
    if (code === DROPPED || code === SPACE) continue;
    letters = letters * 0x1_0000 + code;
    count++;
  }
  return count === LETTERS ? letters : UNCLEAR;
}

function branchAt<T>(parent: Branch<T>, first: number | undefined): Branch<T> | undefined {
  // Few branches leave one place, and looking at each is faster than a map.
  for (const branch of parent.next) {
    if (branch.label[0] === first) {
      return branch;
    }
  }
  return undefined;
}

/** The branch below `parent` whose label begins `rest`; made, or cut to the beginning they share, where there is none. */
function growInto<T>(parent: Branch<T>, rest: Uint16Array): Branch<T> {
  const branch = branchAt(parent, rest[0]);
  if (!branch) {
    const leaf: Branch<T> = { label: rest, next: [] };
    parent.next.push(leaf);
    return leaf;
  }
  const shared = sharedLength(branch.label, rest);
  if (shared === branch.label.length) {
    return branch;
  }
  const fork: Branch<T> = { label: rest.subarray(0, shared), next: [branch] };
  branch.label = branch.label.subarray(shared);
  parent.next[parent.next.indexOf(branch)] = fork;
  return fork;
}

function sharedLength(one: Uint16Array, other: Uint16Array): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) {
    length++;
  }
  return length;
}

function codesOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
