const LETTER = /[\p{L}\p{M}\p{N}]/u;
const POSSESSIVE = /['’ʼ]s$/i;
const ELISION = /^(?:[cdjlmnst]|qu)['’ʼ](?=\p{L})/iu;
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const LAST_OF_ASCII = 0x7f;

/** Offset of the first word at or after `offset`, or the length of the text. */
export function nextWord(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLetter(text, at)) at++;
  return at;
}

/** Offset after the word that begins at `start`: an apostrophe between two letters does not end it, a hyphen does. */
export function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && (isLetter(text, at) || (isApostrophe(text, at) && isLetter(text, at + 1)))) at++;
  return at;
}

/** A word without what only binds it to its neighbours: `Jane’s`, `l’équipe`. */
export function bareWord(written: string): string {
  return isApostrophe(written, written.length - 2) || isApostrophe(written, 1) || isApostrophe(written, 2)
    ? written.replace(POSSESSIVE, '').replace(ELISION, '')
    : written;
}

/** Whether a word begins like a name: with a capital, or in a script that has none. */
export function beginsLikeName(text: string, start: number): boolean {
  const unit = text.charCodeAt(start);
  if (unit <= LAST_OF_ASCII) return unit >= 0x41 && unit <= 0x5a;
  const first = text.charAt(start);
  return first !== first.toLowerCase() || first === first.toUpperCase();
}

/** Whether nothing but spaces, and a hyphen inside of a word, parts what is said from `start` to `end`. */
export function isOnePhrase(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const isHyphen = unit === HYPHEN && text.charCodeAt(at - 1) !== SPACE;
    if (unit !== SPACE && !isHyphen && !isApostrophe(text, at)) return false;
  }
  return true;
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit > LAST_OF_ASCII) return LETTER.test(text.charAt(at)) || (unit >= 0xd800 && unit <= 0xdfff);
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

function isApostrophe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === APOSTROPHE || unit === 0x2019 || unit === 0x2bc;
}
