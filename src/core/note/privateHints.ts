import {
  AMPERSAND,
  BAR,
  codeAt,
  COLON,
  HASH,
  isAsciiWord,
  isWhiteSpace,
  LESS_THAN,
  skipRun,
  trimBlanks,
  unitAt,
} from '../text/characters';
import { isLineEnd } from '../text/lines';
import { foldLookalikes, FOREIGN_RANGES } from './lookalikes';

/** What a UTF-16 unit is: 0 for all that separates words, 1 to 26 for letters, and then digits. */
const SEPARATOR = 0;
const LAST_LETTER = 26;
const DIGIT = 27;
/** Signs and digits that are a hint between letters: `pri**vate**`, `pr1vate`. */
const SIGN_IN_WORD = 28;
const DIGIT_IN_WORD = 29;
/** Signs that are a hint together with what is next to them, and the first halves of symbols and letters. */
const SIGN = 30;
const FOREIGN = 31;
/** Added to a letter if it is a capital. */
const CAPITAL = 32;
/** Letters of Western and Central European languages. */
const FIRST_ACCENTED = 0xc0;
const LAST_ACCENTED = 0x17f;
const UNITS = valuesOfUnits();

/** Matches symbols for private, and letters of mathematics and in squares, which are written with two units. */
const SYMBOL = /[\u{1F512}\u{1F510}\u{1F50F}\u{1F92B}\u{1F910}\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F1FF}]/uy;
/** The source of a pattern for the names of symbols for private. */
export const LOCK_NAMES = ':(?:lock|closed_lock_with_key|shushing_face|zipper_mouth_face):';
const LOCK_NAME = new RegExp(LOCK_NAMES, 'y');
/** A word for private within a tag: `#isPrivate`. */
const JOINED = /#\w*(?:priv|confid|secret)/iy;
/** Letters with blanks between them. */
const SPACED_LETTERS = /\p{L}(?:[ \t\u00A0._·*-]{1,3}\p{L}){2}(?!\p{L})/uy;
/** A beginning without foreign letters, each of which is a hint by itself. */
const LATIN = /^[a-z' ]+$/;
/** The number of entries of a node of the prefix tree, one for each letter and one for what separates words. */
const NODE = CAPITAL;
/** The entry of the tree at which a beginning is complete. */
const COMPLETE = -1;
/** The number of entries of a state, one for each value of a unit. */
const STATE = 2 * CAPITAL;
/** The first two states: outside of words, and in a word after letters that begin nothing. */
const OUTSIDE = 0;
const IN_WORD = STATE;
/** The entry of a state where a closer look is necessary. */
const LOOK = -1;
/** A state in a word: letters continue it, and anything but a plain letter, separator or digit needs a closer look. */
const NEW_STATE: readonly number[] = Array.from({ length: STATE }, (_, unit) => {
  if (unit === SEPARATOR || unit === DIGIT) return OUTSIDE;
  return unit <= LAST_LETTER ? IN_WORD : LOOK;
});

/**
 * Finds the places of a text that may name something private: beginnings of words and phrases, letters that may be in
 * disguise, and signs for private and hidden parts. It is the first check of every text, and reads each character once.
 * What it passes over names nothing private; what it finds needs a closer look.
 */
export class HintFinder {
  /** A prefix tree of all beginnings. An entry is the index of the next node, 0 for none, or `COMPLETE`. */
  readonly #tree: Int32Array;
  /** A state machine that reads words. An entry is the state after a unit, or `LOOK`. */
  readonly #states: Int32Array;

  /** `beginnings` are in lower case. A blank stands for any signs between words, and `'` for a possible apostrophe. */
  constructor(beginnings: readonly string[]) {
    const latin = beginnings.filter((words) => LATIN.test(words));
    this.#tree = prefixTree(latin.flatMap((words) => [words.replace("'", ''), words.replace("'", ' ')]));
    this.#states = statesOf(this.#tree);
  }

  /**
   * Returns the offset of the first hint from `start` on, or -1. For a word or phrase, it is an offset in its first word or
   * just after it. No word may continue before `start`.
   */
  next(text: string, start: number): number {
    const { length } = text;
    const states = this.#states;
    let state = OUTSIDE;
    for (let at = start; at < length; at++) {
      const unit = valueOf(codeAt(text, at));
      let next = states[state + unit] ?? OUTSIDE;
      if (next === LOOK) {
        if (isHint(text, at, unit)) return at;
        const plain = plainValue(unit);
        next = states[state + plain] ?? OUTSIDE;
        if (next === LOOK) {
          if (this.#begins(text, startOfLetters(text, at - 1))) return at;
          next = isLowerCase(plain) ? IN_WORD : OUTSIDE;
        }
      }
      state = next;
    }
    return -1;
  }

  /** Tests whether a beginning is at `start`, or letters with blanks between them. */
  #begins(text: string, start: number): boolean {
    const tree = this.#tree;
    const { length } = text;
    let node = 0;
    let column = DIGIT;
    for (let at = start; at < length; at++) {
      const last = column;
      column = plainValue(valueOf(codeAt(text, at)));
      const next = tree[node + column] ?? 0;
      if (next > 0) node = next;
      else if (next === COMPLETE) return true;
      // Any number of signs may separate two words.
      else if (column !== SEPARATOR || last !== SEPARATOR) break;
    }
    return !isLetterAt(text, start + 1) && mayBeSpaced(text, start) && matchesAt(SPACED_LETTERS, text, start);
  }
}

/** Tests whether a letter may be the first of several with blanks between them, rather than a word such as *a*. */
function mayBeSpaced(text: string, start: number): boolean {
  return !isLetterAt(text, start + 2) || !isLetterAt(text, start + 3);
}

/** Tests whether a unit that needs a closer look is a hint together with what is next to it. */
function isHint(text: string, at: number, unit: number): boolean {
  if (unit > CAPITAL) return isCapitalInWord(text, at);
  switch (unit) {
    case FOREIGN:
      return true;
    case SIGN:
      return isSignOfHint(text, at);
    case SIGN_IN_WORD:
    case DIGIT_IN_WORD:
      return isLetterAt(text, skipRun(text, at, text.charCodeAt(at)));
    default:
      return false;
  }
}

/** Tests whether a capital letter within a word may begin the next word of a name: `isPrivate`, `HROnly`. */
function isCapitalInWord(text: string, at: number): boolean {
  return valueAt(text, at - 1) < CAPITAL || isLowerCase(valueAt(text, at + 1));
}

/** Tests whether a sign may belong to a word in disguise, a tag, HTML, hidden text or a symbol. */
function isSignOfHint(text: string, at: number): boolean {
  const next = unitAt(text, at + 1);
  switch (text.charCodeAt(at)) {
    case LESS_THAN:
      return !beginsLineWithComment(text, at);
    case BAR:
      return next === BAR;
    case AMPERSAND:
      return next === HASH || isLetterAt(text, at + 1);
    case HASH:
      return isAsciiWord(next) && matchesAt(JOINED, text, at);
    case COLON:
      return matchesAt(LOCK_NAME, text, at) || isDisplayStyle(text, at);
    default:
      return matchesAt(SYMBOL, text, at);
  }
}

/** Tests whether an HTML comment begins a line. It divides no word, and its own words are read like all others. */
function beginsLineWithComment(text: string, at: number): boolean {
  if (!text.startsWith('<!--', at)) return false;
  const before = trimBlanks(text, 0, at) - 1;
  return before < 0 || isLineEnd(text.charCodeAt(before));
}

/** Tests whether the colon at an offset may be that of `display: none`. */
function isDisplayStyle(text: string, colon: number): boolean {
  const last = isWhiteSpace(unitAt(text, colon - 1)) ? colon - 2 : colon - 1;
  return text.charAt(last).toLowerCase() === 'y' && /^\s?n/i.test(text.slice(colon + 1, colon + 3));
}

/** Returns the offset of the first of the letters that end at an offset. */
function startOfLetters(text: string, last: number): number {
  let at = last;
  while (isLetterAt(text, at - 1)) at--;
  return at;
}

function isLetterAt(text: string, at: number): boolean {
  const unit = valueAt(text, at);
  return unit > CAPITAL || isLowerCase(unit);
}

function isLowerCase(unit: number): boolean {
  return unit > SEPARATOR && unit <= LAST_LETTER;
}

function valueAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? valueOf(codeAt(text, at)) : SEPARATOR;
}

function valueOf(unit: number): number {
  return UNITS[unit] ?? SEPARATOR;
}

/** Returns the value of a unit where only words matter: a letter is in lower case, and signs only separate words. */
function plainValue(value: number): number {
  if (value > CAPITAL) return value - CAPITAL;
  if (value <= DIGIT) return value;
  return value === DIGIT_IN_WORD ? DIGIT : SEPARATOR;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function valuesOfUnits(): Uint8Array {
  const values = new Uint8Array(0x10000);
  for (let letter = 1; letter <= LAST_LETTER; letter++) {
    values[0x40 + letter] = CAPITAL + letter;
    values[0x60 + letter] = letter;
  }
  values.fill(DIGIT, 0x30, 0x3a);
  for (const range of FOREIGN_RANGES) values.fill(FOREIGN, range.charCodeAt(0), range.charCodeAt(1) + 1);
  for (let unit = FIRST_ACCENTED; unit <= LAST_ACCENTED; unit++) {
    values[unit] = valueOfAccented(String.fromCharCode(unit));
  }
  for (const digit of '0134') values[digit.charCodeAt(0)] = DIGIT_IN_WORD;
  for (const sign of '*~=\\') values[sign.charCodeAt(0)] = SIGN_IN_WORD;
  for (const sign of ['<', '&', '#', '|', ':', '\uD835', '\uD83C', '\uD83D', '\uD83E']) {
    values[sign.charCodeAt(0)] = SIGN;
  }
  return values;
}

/** Returns the value of a letter with an accent, which is read like its Latin letter if there is only one. */
function valueOfAccented(written: string): number {
  const folded = foldLookalikes(written);
  if (folded === written) return SEPARATOR;
  if (!/^[a-z]$/.test(folded)) return FOREIGN;
  return folded.charCodeAt(0) - 0x60 + (written === written.toLowerCase() ? 0 : CAPITAL);
}

function prefixTree(beginnings: readonly string[]): Int32Array {
  const tree: number[] = new Array<number>(NODE).fill(0);
  // Any letter may be the first of several with blanks between them.
  for (let letter = 1; letter <= LAST_LETTER; letter++) tree[letter] = addNode(tree);
  for (const beginning of beginnings) {
    let node = 0;
    for (let at = 0; at < beginning.length; at++) {
      const entry = node + plainValue(valueOf(beginning.charCodeAt(at)));
      const next = tree[entry] ?? 0;
      if (next === COMPLETE) break;
      if (at === beginning.length - 1) tree[entry] = COMPLETE;
      else if (next === 0) tree[entry] = addNode(tree);
      node = tree[entry] ?? 0;
    }
  }
  return Int32Array.from(tree);
}

function addNode(tree: number[]): number {
  return tree.push(...new Array<number>(NODE).fill(0)) - NODE;
}

/** Returns the states of a machine that reads the first words of a prefix tree. */
function statesOf(tree: Int32Array): Int32Array {
  const states = [...NEW_STATE, ...NEW_STATE].fill(OUTSIDE, SIGN_IN_WORD, SIGN);
  for (let letter = 1; letter <= LAST_LETTER; letter++) {
    const state = addState(states, tree, tree[letter] ?? 0);
    states[letter] = state;
    states[CAPITAL + letter] = state;
    states[state + SEPARATOR] = LOOK;
  }
  return Int32Array.from(states);
}

/** Adds the state that belongs to a node of a prefix tree, and those of the letters after it. */
function addState(states: number[], tree: Int32Array, node: number): number {
  const state = states.push(...NEW_STATE) - STATE;
  if (tree[node + SEPARATOR] !== 0) states[state + SEPARATOR] = LOOK;
  for (let letter = 1; letter <= LAST_LETTER; letter++) {
    const next = tree[node + letter] ?? 0;
    if (next === COMPLETE) states[state + letter] = LOOK;
    else if (next > 0) states[state + letter] = addState(states, tree, next);
  }
  return state;
}
