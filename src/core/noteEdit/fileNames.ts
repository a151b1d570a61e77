import { type Message, message } from '../text/message';
import { hashText } from '../text/hashText';
import { personSlug } from '../people/names';

const MAX_NAME_LENGTH = 80;
const HASH_DIGITS = 8;
/** Device names that Windows takes for itself, whatever ending follows. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/**
 * A person's name as a folder or file may be called on every system: the slug of the name, emoji where there is no
 * letter or digit, at most 80 UTF-16 units. Different from all slugs in `others`, which belong to other people.
 * `undefined` for a name that leaves nothing, so for one of spaces.
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

/** A person's name as a file may be called on every system, as near to the name as that goes, or `undefined`. */
export function sanitizeFileName(name: string): string | undefined {
  const plain = name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cs}\s]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = shortened(plain).replace(/[\s.]+$/, '');
  return short === '' ? undefined : RESERVED.test(short) ? `${short}-2` : short;
}

/** A path setting as it is to be read: trimmed, with `/` between its parts. */
export function pathSetting(setting: string): string {
  return setting.trim().replaceAll('\\', '/');
}

/** The problem of a path setting that cannot name a file in the workspace, in words; `undefined` without one. */
export function pathSettingProblem(pattern: string): Message | undefined {
  if (/^(?:\/|~|[a-z][a-z\d+.-]*:)/i.test(pattern) || pattern.split('/').includes('..')) {
    return message('path.outside');
  }
  const isFile = /[^/.]/.test(pattern) && !pattern.endsWith('/') && !/\p{Cc}/u.test(pattern);
  return isFile ? undefined : message('path.noFile');
}

/** Adds `.md` to a path without the ending of a Markdown file. */
export function withMarkdownEnding(path: string): string {
  return /\.(?:md|markdown)$/i.test(path) ? path : `${path}.md`;
}

/** Names that differ only after the cut stay different: what was cut off leaves its hash. */
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
  return `${kept.replace(/[\s.-]+$/, '')}-${hashText(text).toString(16).padStart(HASH_DIGITS, '0')}`;
}

function pictures(name: string): string {
  return (name.match(/\p{Extended_Pictographic}/gu) ?? []).join('');
}
