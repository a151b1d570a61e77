import { type Message, message } from '../text/message';
import { hashText } from '../text/strings';
import { personSlug } from '../people/names';

const MAX_NAME_LENGTH = 80;
const HASH_DIGITS = 8;
/** Device names that Windows reserves, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/**
 * Returns a person's name as a file or folder name that is valid on every system: its slug, or its emoji if it has no
 * letters and digits, with at most 80 UTF-16 units. A number keeps it different from `others`, the slugs of other
 * people. `undefined` if nothing is left of the name.
 */
export function sanitizeSlug(name: string, others: ReadonlySet<string> = new Set()): string | undefined {
  const slug = shortened(personSlug(name) || pictures(name));
  if (slug === '') {
    return undefined;
  }
  let free = slug;
  for (let next = 2; others.has(free) || RESERVED.test(free); next++) {
    free = `${slug}-${next}`;
  }
  return free;
}

/**
 * Returns a file name for a person that is valid on every system and close to the name, or `undefined` if nothing is
 * left of it.
 */
export function sanitizeFileName(name: string): string | undefined {
  const plain = name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cs}\s]+/gu, ' ')
    .replace(/^[\s.]+|(?<![\s.])[\s.]+$/g, '');
  const short = shortened(plain).replace(/(?<![\s.])[\s.]+$/, '');
  return short === '' ? undefined : RESERVED.test(short) ? `${short}-2` : short;
}

/** Returns a path setting without surrounding white space and with `/` as separator. */
export function pathSetting(setting: string): string {
  return setting.trim().replaceAll('\\', '/');
}

/** Returns the problem of a path setting that cannot name a file in the workspace, or `undefined` if it is valid. */
export function pathSettingProblem(pattern: string): Message | undefined {
  if (/^(?:\/|~|[a-z][a-z\d+.-]*:)/i.test(pattern) || pattern.split('/').includes('..')) {
    return message('path.outside');
  }
  const isFile = /[^/.]/.test(pattern) && !pattern.endsWith('/') && !/\p{Cc}/u.test(pattern);
  return isFile ? undefined : message('path.noFile');
}

/** Returns the path with `.md` appended, unless it already has a Markdown extension. */
export function withMarkdownEnding(path: string): string {
  return /\.(?:md|markdown)$/i.test(path) ? path : `${path}.md`;
}

/** Returns the text cut to the maximum length. The end is replaced by its hash, so that long names stay different. */
function shortened(text: string): string {
  if (text.length <= MAX_NAME_LENGTH) {
    return text;
  }
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > MAX_NAME_LENGTH - HASH_DIGITS - 1) {
      break;
    }
    kept += character;
  }
  return `${kept.replace(/(?<![\s.-])[\s.-]+$/, '')}-${hashText(text).toString(16).padStart(HASH_DIGITS, '0')}`;
}

function pictures(name: string): string {
  return (name.match(/\p{Extended_Pictographic}/gu) ?? []).join('');
}
