const SEPARATORS = /[\s\p{Z}_.-]+/gu;

/** What joins notes to a person: the name in NFKC, lower case, apostrophes alike, separators as one space. */
export function personKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'").replace(SEPARATORS, ' ').trim();
}

/** The name as a path may hold it: lower case, letters, marks and digits of any script kept, all else one hyphen. */
export function personSlug(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The first word of a name's key: `jane` of `Jane Doe`. */
export function firstName(key: string): string {
  const space = key.indexOf(' ');
  return space < 0 ? key : key.slice(0, space);
}

/** The name that a link, a mention or plain text stands for: `[[people/jane|Jane]]`, `[[Jane Doe]]`, `@jane.doe`. */
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

/** What a link shows, unless it leads to a name of more words. */
function fuller(linked: string, shown: string): string {
  const name = shown === '' || /\d/.test(linked) ? linked : nameFromFileName(linked);
  const isFuller = !/\d/.test(name) && personKey(name).split(' ').length > personKey(shown).split(' ').length;
  return shown === '' || isFuller ? name : shown.replace(/^@/, '');
}

/** The names in a text that may list several: by comma, semicolon, `&`, `<>`, a slash between spaces, `and`. */
export function namesIn(text: string): string[] {
  return text
    .split(/\s*(?:[,;]|<->|<>|↔|&|\s\/\s|\s(?:and|x)\s)\s*/u)
    .map(nameIn)
    .filter((name) => name !== '');
}

/** A name out of a file or folder name: `JaneDoe`, `jane-doe`, `jane_doe` are `Jane Doe`; other writing stays. */
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
