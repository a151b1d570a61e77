/** Characters between the words of a name: spaces, hyphens, dots, underscores and invisible characters. */
const SEPARATORS = /[\s\p{Z}\p{Cf}\p{Pd}_.]+/gu;

/**
 * Returns the key of a name, which connects notes to people: NFKC, lower case, uniform apostrophes, and one space for
 * each run of separators.
 */
export function personKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'").replace(SEPARATORS, ' ').trim();
}

/**
 * Returns a name for use in paths: lower case, with the letters, combining marks and digits of any script, and a hyphen
 * for other characters.
 */
export function personSlug(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
}

/** Returns the first word of a name's key: `jane` for `jane doe`. */
export function firstName(key: string): string {
  const space = key.indexOf(' ');
  return space < 0 ? key : key.slice(0, space);
}

const MAIL = /^([^\s@<>]+)@(?=[^\s@<>.]+\.)[^\s@<>]+$/;
const MAIL_BEHIND = /[<(]\s*(?:mailto:)?[^\s@<>()]*@[^\s@<>()]*[>)]$/;
/** A remark behind a name: pronouns, a role, a team. */
const REMARK_BEHIND = /\s\([^()]*\)$/;

/**
 * Returns the name in a link, mention or plain text: `[[people/jane|Jane]]`, `[[Jane Doe]]`, `@jane.doe`, `Jane Doe
 * <jane@corp.com>`, `Jane Doe (she/her)`.
 */
export function nameIn(text: string): string {
  const wiki = /^\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]$/.exec(text.trim());
  if (wiki) {
    return fuller(linkedName(wiki[1] ?? ''), wiki[2]?.trim() ?? '');
  }
  const markdown = /^\[([^\]]+)\]\([^)]*\)$/.exec(text.trim());
  return withoutRemarks(markdown?.[1] ?? text)
    .replace(/^@/, '')
    .replace(/\s+/g, ' ');
}

/** Returns a name without the mail address or the remark behind it. Of an address alone, the name before the `@`. */
function withoutRemarks(text: string): string {
  const name = text.trim();
  if (!/[@()"]/.test(name)) return name;
  const [, mailbox] = MAIL.exec(name.replace(/^mailto:|^<|>$/g, '')) ?? [];
  if (mailbox !== undefined) return nameFromFileName(mailbox);
  const rest = name
    .replace(MAIL_BEHIND, '')
    .trim()
    .replace(REMARK_BEHIND, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();
  return rest === '' ? name : rest;
}

function linkedName(target: string): string {
  return target
    .slice(target.lastIndexOf('/') + 1)
    .replace(/\.md$/i, '')
    .trim()
    .replace(/^@/, '');
}

/** Returns the visible text of a link, or the linked name if that has more words. */
function fuller(linked: string, shown: string): string {
  const name = shown === '' || /\d/.test(linked) ? linked : nameFromFileName(linked);
  const isFuller = !/\d/.test(name) && personKey(name).split(' ').length > personKey(shown).split(' ').length;
  return shown === '' || isFuller ? name : shown.replace(/^@/, '');
}

/** Separators of the names of two people. A slash or plus may join them without spaces. */
const BETWEEN_PEOPLE = /(?:(?<!\s)\s*|(?<=\s))(?:[;&+×↔⇄⟷]|<->|<>|::|\s\/\s|\s(?:and|x|und|et)\s)\s*/u;
const SLASH = /(?<=\p{L}) ?\/ ?(?=\p{Lu})/u;

/**
 * Returns the names in a text, separated by a comma, semicolon, `&`, `<>`, a slash, `and` or `x`. With a semicolon or a
 * mail address, a comma is part of the name: `Doe, Jane; Roe, Sam`, `Doe, Jane <jane@corp.com>`.
 */
export function namesIn(text: string): string[] {
  const isLink = /^\[\[[^\]]*\]\]$/.test(text.trim());
  const parts = isLink
    ? [text]
    : text.split(BETWEEN_PEOPLE).flatMap((part) => (part.includes('[') ? part : part.split(SLASH)));
  return parts
    .flatMap((part) => (hasFamilyNameFirst(part, parts.length > 1 && text.includes(';')) ? [part] : part.split(',')))
    .map((part) => givenNameFirst(nameIn(part)))
    .filter((name) => name !== '');
}

function hasFamilyNameFirst(part: string, isListed: boolean): boolean {
  return (isListed || /^[^,<>@]+,[^,<>@]+<[^<>]*>\s*$/.test(part)) && /^[^,]+,[^,]+$/.test(part);
}

/** Turns `Doe, Jane` into `Jane Doe`. */
export function givenNameFirst(name: string): string {
  const [, family = '', given = ''] = /^([^,]+),([^,]+)$/.exec(name) ?? [];
  return given.trim() === '' ? name : `${given.trim()} ${family.trim()}`;
}

/** A name of one word with a capital letter within it: `McDonald`, `LeBron`. */
const PREFIXED = /^(?:Mc|Mac|De|Di|Du|Fitz|La|Le|Van)\p{Lu}\p{Ll}+$/u;
/** The first letter of a word. Georgian has capital letters, but does not begin words with them. */
const INITIAL = /(?<=^|[\s-])(?!\p{Script=Georgian})\p{Ll}/gu;

/**
 * Returns the name in a file or folder name: `Jane Doe` for `JaneDoe`, `jane-doe` or `jane_doe`. In a text with spaces,
 * hyphens and dots belong to the name: `Anna-Lena Koch`, `Martin L. King`. Capitalization is kept, if there is any.
 */
export function nameFromFileName(text: string): string {
  const name = text.trim();
  const words = /\s/.test(name)
    ? name.replace(/[\s\p{Z}_]+/gu, ' ')
    : (PREFIXED.test(name) ? name : name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).replace(SEPARATORS, ' ').trim();
  return words === words.toLowerCase() ? words.replace(INITIAL, (letter) => letter.toUpperCase()) : words;
}

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
