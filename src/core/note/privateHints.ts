import { codeAt, isAsciiWord, isWhiteSpace, skipRun, unitAt } from '../text/characters';
import { foldLookalikes, FOREIGN_RANGES } from './privateVocabulary';

/** The columns of the prefix tree: 0 for all that separates words, 1 to 26 for letters, and one for digits. */
const COLUMNS = 32;
const SEPARATOR = 0;
const DIGIT = 27;
/** The kinds of a UTF-16 unit. Most signs say nothing, and most letters matter only where a word begins. */
const LOWER_CASE = COLUMNS;
const CAPITAL = 2 * COLUMNS;
const SIGN = 3 * COLUMNS;
const FOREIGN = 4 * COLUMNS;
/** Letters of Western and Central European languages. */
const FIRST_ACCENTED = 0xc0;
const LAST_ACCENTED = 0x17f;
/** Signs that are a hint together with what is next to them, and the first halves of symbols and letters. */
const SIGNS = '<&#|:*~=\\0134\uD835\uD83C\uD83D\uD83E';
/** The kind of each UTF-16 unit, with its column in the tree. */
const UNITS = kindsOfUnits();

/** Matches symbols for private, and letters of mathematics and in squares, which are written with two units. */
const SYMBOL = /[\u{1F512}\u{1F510}\u{1F50F}\u{1F92B}\u{1F910}\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F1FF}]/uy;
/** A word for private within a tag: `#isPrivate`. */
const JOINED = /#\w*(?:priv|confid|secret)/iy;
/** Letters with blanks between them. */
const SPACED_LETTERS = /[a-z](?:[ \t._*-]{1,3}[a-z]){3}(?![a-z])/iy;
/** The entry of the tree at which a beginning is complete. */
const COMPLETE = -1;

/**
 * Finds the places of a text that may name something private: beginnings of words and phrases, letters that may be in
 * disguise, and signs for private and hidden parts. It is the first check of every text, and reads each character once.
 * What it passes over names nothing private; what it finds needs a closer look.
 */
export class HintFinder {
  /** A prefix tree of all beginnings. An entry is the index of the next node, 0 for none, or `COMPLETE`. */
  readonly #tree: Int32Array;

  /** `beginnings` are in lower case. A blank stands for any signs between words, and `'` for a possible apostrophe. */
  constructor(beginnings: readonly string[]) {
    this.#tree = prefixTree(beginnings.flatMap((words) => [words.replace("'", ''), words.replace("'", ' ')]));
  }

  /** Returns the offset of the first hint from `start` on, or -1. No word may continue before `start`. */
  next(text: string, start: number): number {
    const { length } = text;
    let isInWord = false;
    for (let at = start; at < length; at++) {
      const kind = kindOf(codeAt(text, at));
      if (kind === LOWER_CASE) {
        if (!isInWord && this.#begins(text, at)) return at;
        isInWord = true;
      } else if (kind === CAPITAL) {
        if (isInWord ? isCapitalInWord(text, at) : this.#begins(text, at)) return at;
        isInWord = true;
      } else {
        if (kind === FOREIGN || (kind === SIGN && isSignOfHint(text, at))) return at;
        isInWord = false;
      }
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
      column = columnOf(codeAt(text, at));
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

/** Tests whether a capital letter within a word may begin the next word of a name: `isPrivate`, `HROnly`. */
function isCapitalInWord(text: string, at: number): boolean {
  return kindAt(text, at - 1) === LOWER_CASE || kindAt(text, at + 1) === LOWER_CASE;
}

/** Tests whether a sign may belong to a word in disguise, a tag, HTML, hidden text or a symbol. */
function isSignOfHint(text: string, at: number): boolean {
  const sign = text.charAt(at);
  switch (sign) {
    case '<':
      return true;
    case '|':
      return text.charAt(at + 1) === sign;
    case '&':
      return text.charAt(at + 1) === '#' || isLetterAt(text, at + 1);
    case '#':
      return isAsciiWord(unitAt(text, at + 1)) && matchesAt(JOINED, text, at);
    case ':':
      return isLetterAt(text, at + 1) || isDisplayStyle(text, at);
    case '\\':
    case '*':
    case '~':
    case '=':
    case '0':
    case '1':
    case '3':
    case '4':
      return isLetterAt(text, at - 1) && isLetterAt(text, skipRun(text, at, text.charCodeAt(at)));
    default:
      return matchesAt(SYMBOL, text, at);
  }
}

/** Tests whether the colon at an offset may be that of `display: none`. */
function isDisplayStyle(text: string, colon: number): boolean {
  const last = isWhiteSpace(unitAt(text, colon - 1)) ? colon - 2 : colon - 1;
  return text.charAt(last).toLowerCase() === 'y' && /^\s?n/i.test(text.slice(colon + 1, colon + 3));
}

function isLetterAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === LOWER_CASE || kind === CAPITAL;
}

function kindAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? kindOf(codeAt(text, at)) : SEPARATOR;
}

function kindOf(unit: number): number {
  return (UNITS[unit] ?? 0) & -COLUMNS;
}

function columnOf(unit: number): number {
  return (UNITS[unit] ?? 0) % COLUMNS;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function kindsOfUnits(): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (let letter = 1; letter <= 26; letter++) {
    units[0x40 + letter] = CAPITAL + letter;
    units[0x60 + letter] = LOWER_CASE + letter;
  }
  units.fill(DIGIT, 0x30, 0x3a);
  for (const range of FOREIGN_RANGES) units.fill(FOREIGN, range.charCodeAt(0), range.charCodeAt(1) + 1);
  for (let unit = FIRST_ACCENTED; unit <= LAST_ACCENTED; unit++) {
    units[unit] = unitOfAccented(String.fromCharCode(unit));
  }
  for (let at = 0; at < SIGNS.length; at++) {
    const unit = SIGNS.charCodeAt(at);
    units[unit] = SIGN + (units[unit] ?? 0);
  }
  return units;
}

/** Returns the value of a letter with an accent, which is read like its Latin letter if there is only one. */
function unitOfAccented(written: string): number {
  const folded = foldLookalikes(written);
  if (folded === written) return SEPARATOR;
  const kind = written === written.toLowerCase() ? LOWER_CASE : CAPITAL;
  return /^[a-z]$/.test(folded) ? kind + folded.charCodeAt(0) - 0x60 : FOREIGN;
}

function prefixTree(beginnings: readonly string[]): Int32Array {
  const tree: number[] = new Array<number>(COLUMNS).fill(0);
  for (const beginning of beginnings) {
    let node = 0;
    for (let at = 0; at < beginning.length; at++) {
      const entry = node + columnOf(beginning.charCodeAt(at));
      const next = tree[entry] ?? 0;
      if (next === COMPLETE) break;
      if (at === beginning.length - 1) tree[entry] = COMPLETE;
      else if (next === 0) tree[entry] = tree.push(...new Array<number>(COLUMNS).fill(0)) - COLUMNS;
      node = tree[entry] ?? 0;
    }
  }
  return Int32Array.from(tree);
}
