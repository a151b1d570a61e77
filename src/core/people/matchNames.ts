import { personKey } from './names';

/** Letters that Unicode does not decompose into a plain letter and an accent. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' };

/** Tests for a match between typed text and a name, the best match first. Both are without case and accents. */
const WAYS: readonly ((typed: string, name: string) => boolean)[] = [
  (typed, name) => name === typed,
  (typed, name) => name.startsWith(typed),
  (typed, name) => beginWords(typed.split(' '), name.split(' ')),
  (typed, name) => name.includes(typed),
  (typed, name) => beginWordsTogether(typed.replaceAll(' ', ''), name.split(' ')),
];

/** Tests whether typed text matches one of several names. Empty text matches every name. */
export function matchesName(typed: string, names: readonly string[]): boolean {
  return wayOf(folded(typed), names) < WAYS.length;
}

/** Returns the entries with a name that matches typed text, the best match first. Equal matches keep their order. */
export function matchNames<Entry extends { readonly names: readonly string[] }>(
  typed: string,
  entries: readonly Entry[],
): readonly Entry[] {
  const wanted = folded(typed);
  return entries
    .map((entry) => ({ entry, way: wayOf(wanted, entry.names) }))
    .filter(({ way }) => way < WAYS.length)
    .sort((one, other) => one.way - other.way)
    .map(({ entry }) => entry);
}

/** Returns the index of the best test that matches one of the names, or the number of tests if there is no match. */
function wayOf(typed: string, names: readonly string[]): number {
  const keys = names.map(folded);
  const way = WAYS.findIndex((matches) => keys.some((key) => matches(typed, key)));
  return typed === '' ? 0 : way < 0 ? WAYS.length : way;
}

/** Tests whether the parts begin words in order: `dan o` in `daniel ortega`. */
function beginWords(parts: readonly string[], words: readonly string[]): boolean {
  let next = 0;
  return parts.every((part) => {
    const found = words.slice(next).findIndex((word) => word.startsWith(part));
    next += found + 1;
    return found >= 0;
  });
}

/** Tests whether the letters are beginnings of words in order: `dk` or `danki` in `daniel kim`. */
function beginWordsTogether(letters: string, [word, ...words]: readonly string[]): boolean {
  if (letters === '') return true;
  if (word === undefined) return false;
  for (let length = 0; length <= letters.length && word.startsWith(letters.slice(0, length)); length++) {
    if (beginWordsTogether(letters.slice(length), words)) return true;
  }
  return false;
}

function folded(name: string): string {
  return personKey(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðı]/g, (letter) => PLAIN[letter] ?? letter);
}
