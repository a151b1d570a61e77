import type { Framework, FrameworkSection, Question, QuestionTopic } from './framework';
import { addToGroup } from '../text/collections';
import { hashText } from '../text/strings';

/** A question with its framework and section. */
interface QuestionPlace {
  readonly framework: Framework;
  readonly section: FrameworkSection;
  /** The question in the wording of this section. */
  readonly question: Question;
}

/** All questions of all frameworks. */
export interface QuestionBank {
  /**
   * Finds the question whose present or former wording is exactly the text from `start` to `end`, ignoring emphasis,
   * punctuation and case. It is fast enough for every line of every note.
   */
  find(text: string, start?: number, end?: number): Question | undefined;
  /** Whether a question may begin at `start`. It is a fast check before a search for the question's end. */
  mayBegin(text: string, start: number, end: number): boolean;
  /** Returns all places of the question with this key, in the order of the frameworks, or an empty list. */
  placesOf(key: number): readonly QuestionPlace[];
  /** Returns the topic of the question with this key, from the first framework that defines one. */
  topicOf(key: number): QuestionTopic | undefined;
}

/**
 * Creates a question bank. A present wording takes precedence over a former wording of another question, and an earlier
 * framework over a later one.
 */
export function createBank(frameworks: readonly Framework[]): QuestionBank {
  const places = frameworks.flatMap((framework) =>
    framework.sections.flatMap((section) => section.questions.map((question) => ({ framework, section, question }))),
  );
  const byKey = new Map<number, QuestionPlace[]>();
  const topics = new Map<number, QuestionTopic>();
  const tree = new WordingTree<Question>();
  for (const place of places) {
    const { key, text, about } = place.question;
    addToGroup(byKey, key, place);
    tree.add(text, place.question);
    if (about && !topics.has(key)) {
      topics.set(key, about);
    }
  }
  for (const { question } of places) {
    for (const wording of question.was) {
      tree.add(wording, question);
    }
  }
  return {
    find: (text, start, end) => tree.find(text, start, end),
    mayBegin: (text, start, end) => tree.mayBegin(text, start, end),
    placesOf: (key) => byKey.get(key) ?? [],
    topicOf: (key) => topics.get(key),
  };
}

/** Matches characters within a word that are ignored: apostrophes, combining marks and invisible characters. */
const DROPPED_CHARACTERS = /['‘’ʼ\p{M}\p{Cf}]/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;

/**
 * Normalizes a question for comparison: NFKC, lowercase, without apostrophes and combining marks. Punctuation,
 * emphasis, symbols and white space between words become one space.
 */
export function normalizeQuestion(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(DROPPED_CHARACTERS, '')
      // Sigma is the only letter whose lowercase form depends on its position in the word.
      .replaceAll('ς', 'σ')
      .replace(SEPARATORS, ' ')
      .trim()
  );
}

/** Returns the key that identifies a question in notes and history: a 32-bit hash of its normalized text. */
export function questionKey(text: string): number {
  return hashText(normalizeQuestion(text));
}

/** The code of a separator between words. */
export const SPACE = 0x20;
/** The code of an ignored character: an apostrophe or an invisible character. */
export const DROPPED = 1;
/**
 * The code of a character that combines with its neighbours or expands to several characters, so that the whole text
 * must be normalized.
 */
export const COMPLEX = 2;
const UNKNOWN = 0;

/**
 * Matches characters that combine with the preceding one: combining marks, later parts of a Korean syllable, and
 * surrogates.
 */
const JOINING = /[\p{M}\u1160-\u11ff\ud800-\udfff]/u;

const FOLDED = new Uint16Array(0x1_0000);

/**
 * Folds one UTF-16 code unit as `normalizeQuestion` does: to the code of a lowercase letter or a digit, or to `SPACE`,
 * `DROPPED` or `COMPLEX`. Results are cached, so that notes can be compared with the bank without creating strings.
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

/** Maximum length of a text that is normalized, as a multiple of the longest wording. */
const MAX_EXTRA_CHARACTERS = 4;
/** Number of first letters that exclude nearly all texts that are not a wording. */
const LETTERS = 3;

/**
 * A node of the prefix tree. Wordings with the same beginning share a branch, so that a search stops at the first
 * character without a match.
 */
interface Branch<T> {
  /** The branch's characters as UTF-16 code units. An array is faster to read than a substring. */
  label: Uint16Array;
  readonly next: Branch<T>[];
  value?: T;
}

/** Finds a text among many wordings with a prefix tree. The time depends only on the number of matching characters. */
export class WordingTree<T> {
  readonly #root: Branch<T> = { label: new Uint16Array(0), next: [] };
  #longest = 0;
  /** The first letters of all wordings, as `opening` packs them. */
  readonly #openings = new Set<number>();
  /** Whether a wording has too few letters for an opening. Then every text may begin with it. */
  #hasShort = false;

  /** Adds a wording. A wording without letters, or one already in the tree, is ignored. */
  add(wording: string, value: T): void {
    const normalized = normalizeQuestion(wording);
    if (normalized === '') {
      return;
    }
    this.#longest = Math.max(this.#longest, normalized.length);
    const letters = opening(normalized, 0, normalized.length);
    if (letters === UNCLEAR) this.#hasShort = true;
    else this.#openings.add(letters);
    let branch = this.#root;
    for (let rest = codesOf(normalized); rest.length > 0; rest = rest.subarray(branch.label.length)) {
      branch = growInto(branch, rest);
    }
    branch.value ??= value;
  }

  /** Whether a wording may begin at `start`. The first letters already exclude most texts. */
  mayBegin(text: string, start: number, end: number): boolean {
    const letters = opening(text, start, end);
    return letters === UNCLEAR || this.#hasShort || this.#openings.has(letters);
  }

  /** Returns the value of the wording that is exactly the text from `start` to `end`, or `undefined`. */
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
        // A space counts only if a word follows, so it is matched now and this character is read again.
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
        // An unmatched letter may still match together with a combining mark after it.
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

/**
 * Packs the first letters of a text into a small number, which other letters may share. Returns `UNCLEAR` if the text
 * has fewer letters or a combining mark may change one.
 */
function opening(text: string, start: number, end: number): number {
  let letters = 0;
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = foldCharacter(text.charCodeAt(at));
    if (code === COMPLEX) return UNCLEAR;
    if (count === LETTERS) return letters;
    if (code === DROPPED || code === SPACE) continue;
    letters = ((letters << 10) ^ code) & 0x3fff_ffff;
    count++;
  }
  return count === LETTERS ? letters : UNCLEAR;
}

function branchAt<T>(parent: Branch<T>, first: number | undefined): Branch<T> | undefined {
  // A node has few branches, so a linear search is faster than a map.
  for (const branch of parent.next) {
    if (branch.label[0] === first) {
      return branch;
    }
  }
  return undefined;
}

/**
 * Returns the branch below `parent` for `rest`. A new branch is created, or an existing one is split where the labels
 * differ.
 */
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
