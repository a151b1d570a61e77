import { isStopWord } from './nameCandidates';
import { isGivenName, isNonName, isSurname } from './nonNames';

const NAME_WORD = /^\p{L}(?:[\p{L}\p{M}’‘'ʼ׳״.·・‐‑-]|\u200C|\u200D)*$/u;
/** Scripts without spaces between the words of a name, in which a long word is a phrase. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LONGEST_UNSPACED = 8;
const MOST_WORDS = 4;
const MOST_LOWER_CASE_WORDS = 3;
const LONGEST_NAME = 60;

/** Words in lower case between the words of a name, which may also begin a name. */
const PARTICLES: ReadonlySet<string> = new Set(
  (
    'a aan abu ad af al an ap ar as ash av az ben bin bint da das de dei del della dem den der des di do dos du e el ibn in la las le lo los my ' +
    'san so st st. ten ter ul und ur van vom von y zu zum zur'
  ).split(' '),
);
/** A prefix in lower case that is part of a name: `d’Angelo`, `al-Farsi`. */
const LOWER_CASE_PREFIX = /^(?:[dol]['’ʼ]|(?:a[dlnrstz]|ash|el|bin|ul)[-‑])\p{Lu}/u;

/**
 * Tests whether a text can be a person’s name: one to four words of any script, all of them capitalized or all in lower
 * case, and none that names a topic or belongs to a sentence.
 */
export function isNameShaped(text: string): boolean {
  if (text.length > LONGEST_NAME) return false;
  const words = text.split(' ');
  return (
    words.length <= MOST_WORDS &&
    words.every((word) => NAME_WORD.test(word)) &&
    words.every((word, index) => canBeInName(word, index, words.length)) &&
    isCasedAsName(words)
  );
}

/**
 * Tests whether a text can be a person’s name in a place that is meant for one, such as a folder of the path setting: one
 * to four words, not all of which name topics. `Brenda Brief` and `Will` are such names.
 */
export function isPossibleName(text: string): boolean {
  const words = text.split(' ');
  return (
    text.length <= LONGEST_NAME &&
    words.length <= MOST_WORDS &&
    words.every((word) => NAME_WORD.test(word)) &&
    !words.every((word) => isNonName(word.toLowerCase()))
  );
}

function canBeInName(word: string, index: number, count: number): boolean {
  const key = word.toLowerCase().replace(/\.$/, '');
  if (count > 1 && PARTICLES.has(key)) return index < count - 1 || key.length > 1;
  if (count > 1 && key.length === 1) return word !== key || isUncased(word);
  if (UNSPACED.test(word) && word.length > LONGEST_UNSPACED) return false;
  if (index > 0 ? isSurname(key) : count > 1 && !key.startsWith(word.charAt(0)) && isGivenName(key)) return true;
  return (
    !isStopWord(key) &&
    !isNonName(key) &&
    (!key.includes('-') || !key.split('-').some((part) => isNonName(part) && !isSurname(part)))
  );
}

function isCasedAsName(words: readonly string[]): boolean {
  const told = words.filter((word) => !PARTICLES.has(word));
  const isLower = told.every((word) => word === word.toLowerCase());
  return isLower
    ? told.length > 0 && told.length <= MOST_LOWER_CASE_WORDS
    : told.every(
        (word) => !word.startsWith(word.charAt(0).toLowerCase()) || isUncased(word) || LOWER_CASE_PREFIX.test(word),
      );
}

/** Tests whether a word has no capital letters. Georgian has them, but not in names. */
function isUncased(word: string): boolean {
  return word.toLowerCase() === word.toUpperCase() || /^\p{Script=Georgian}/u.test(word);
}
