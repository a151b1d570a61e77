const SEPARATORS = /[\s\p{Z}_.-]+/gu;

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

/** Returns the name in a link, mention or plain text: `[[people/jane|Jane]]`, `[[Jane Doe]]`, `@jane.doe`. */
export function nameIn(text: string): string {
  const wiki = /^\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]$/.exec(text.trim());
  if (wiki) {
    return fuller(linkedName(wiki[1] ?? ''), wiki[2]?.trim() ?? '');
  }
  const markdown = /^\[([^\]]+)\]\([^)]*\)$/.exec(text.trim());
  return (markdown?.[1] ?? text).trim().replace(/^@/, '').replace(/\s+/g, ' ');
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

/** Returns the names in a text, separated by a comma, semicolon, `&`, `<>`, a slash between spaces, `and` or `x`. */
export function namesIn(text: string): string[] {
  return text
    .split(/(?:(?<!\s)\s*|(?<=\s))(?:[,;]|<->|<>|↔|&|\s\/\s|\s(?:and|x)\s)\s*/u)
    .map(nameIn)
    .filter((name) => name !== '');
}

/**
 * Returns the name in a file or folder name: `Jane Doe` for `JaneDoe`, `jane-doe` or `jane_doe`. Other capitalization
 * is kept.
 */
export function nameFromFileName(text: string): string {
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(SEPARATORS, ' ')
    .trim();
  const isSlug = words !== '' && words === words.toLowerCase();
  return isSlug
    ? words.replace(/(^|\s)(\p{Ll})/gu, (_, space: string, letter: string) => space + letter.toUpperCase())
    : words;
}
