import { LineCursor } from '../markdown/lineCursor';
import { withoutMarkers } from '../markdown/listItem';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { FrontMatterValue } from '../markdown/yaml';
import { HintFinder } from './privateHints';
import { foldLookalikes } from './lookalikes';
import {
  hasLock,
  isPrivateLabel,
  isPrivateName,
  isPrivateTitle,
  mayNamePrivate,
  nextPrivateHint,
} from './privateWords';

/** Values of a key such as `private` that make nothing private. */
const FALSE: ReadonlySet<string> = new Set([
  '',
  'null',
  '~',
  'false',
  'no',
  'off',
  'n',
  '0',
  'never',
  'none',
  'nein',
  'non',
]);
/** Keys whose value says who may see the note. */
const AUDIENCE = [
  ...['visibility', 'visible', 'visible to', 'visible for', 'viewable', 'viewable by', 'access', 'access level', 'acl'],
  ...['audience', 'classification', 'confidentiality', 'confidential level', 'sensitivity', 'privacy', 'privacy level'],
  ...['secrecy', 'security', 'security level', 'scope', 'tlp', 'share with', 'shared with', 'sharing', 'permission'],
  ...['permissions', 'reader', 'readers', 'viewer', 'viewers', 'recipient', 'recipients'],
  ...['distribution', 'circulation'],
];
/** Keys whose value may name the reader: `for: me`. Other values say whom or what the note is for. */
const ADDRESSEE = ['for', 'für', 'pour', 'para', 'voor', 'för'];
/** Values that mean the writer of the note. */
const SELF =
  /^(?:(?:for )?me|self|myself|me alone|only me|me only|just me|owner|author|owner only|mich|mich selbst|ich|moi|mí|mim|mij|mig)$/;
/** Values of a key such as `visibility` that name only the owner of the notes. */
const OWNER_ONLY =
  /^(?:hidden|restricted|closed|limited|high|highest|strict|nobody|no one|none|no|off|never|false|manager|managers|hr|internal|red|tlp ?: ?red)$/;
/** Keys that are false if the note may not be seen. */
const PERMISSION = [
  ...['public', 'is public', 'share', 'shared', 'shareable', 'sharable', 'is shared', 'can share', 'allow sharing'],
  ...['publish', 'dg publish', 'published', 'export'],
];
/** Keys that are true if the note may not be seen. */
const HIDING = [
  ...['hidden', 'hide', 'hide from', 'hidden from', 'keep from', 'kept from', 'not for', 'personal', 'encrypted'],
  ...['locked', 'protected', 'unlisted', 'embargo', 'nsfw'],
];
/** Keys whose value is a text, with any word for private in it. */
const TITLE = /^(?:title|description|subtitle|summary)$/;
/** Keys whose values are tags, separated by commas or blanks. */
const TAGS = /^(?:tags?|labels?|keywords?|category|categories)$/;
/** Keys that name people or things, which may have any name. */
const NAME =
  /^(?:person|people|with|attendees?|participants?|member|report|manager|name|aliases|alias|project|source|framework)$/;
const TAG = /^#?[\p{L}\p{M}\p{N}\p{Cf}_/-]+$/u;
const FENCE = /^\s*---\s*$/;
const SECTION = /^##+\s/;
/** Number of lines at the beginning of a note where a property may be. */
const HEAD_LINES = 30;
const PROPERTY = /^["'{]*([^:"'=|{}]{1,40})["']?\s{0,9}(?:::?|[=|])\s*(.*)/;
/** A sign without which a line has no property. */
const BEHIND_KEY = /[:=|]/;
/** Signs around a property in bold type or in a table. */
const SIGNS = /^[\s|]+|(?<![\s|,}])[\s|,}]+$|[*_`"]/g;
/** Finds the beginnings of the keys below much faster than the pattern. */
const KEY_HINTS = new HintFinder(
  [...AUDIENCE, ...ADDRESSEE, ...PERMISSION, ...HIDING]
    .map(foldLookalikes)
    .flatMap((key) => [key, key.replaceAll(' ', '')]),
);
/** Matches the keys above in any spelling, as a quick check of a whole front matter. */
const MAY_BE_PROPERTY = new RegExp(
  String.raw`(?<!\p{L})(?:${[...AUDIENCE, ...ADDRESSEE, ...PERMISSION, ...HIDING].join('|').replaceAll(' ', String.raw`[\s_-]*`)})(?!\p{L})`,
  'iu',
);
/** Matches the keys above before a colon. Other fields need a word for private. */
const MAY_BE_FIELD = new RegExp(String.raw`${MAY_BE_PROPERTY.source}\s*:`, 'iu');
/** The places that separate the words of `managerOnly`. */
const CAPITALS_IN_WORD = /([a-z])([A-Z])/g;
/** A comment in front matter. */
const YAML_COMMENT = /^[ \t]*#[ \t]*(.+)$/gm;

/** Tests whether a field makes a note or a line private by its key: `private: true`, `visibility: hidden`. */
export function isPrivateField(key: string, value: FrontMatterValue | undefined): boolean {
  const name = plainKey(key);
  const values = textsIn(value);
  if (ADDRESSEE.includes(name)) return values.some((each) => SELF.test(plainKey(each)) || isPrivateName(each));
  if (AUDIENCE.includes(name)) return values.some((each) => isOwnerOnly(each) || isPrivateName(each));
  if (PERMISSION.includes(name)) {
    return values.some((each) => each !== '' && (FALSE.has(each.toLowerCase()) || isOwnerOnly(each)));
  }
  return (
    !NAME.test(name) &&
    (HIDING.includes(name) || isPrivateName(key)) &&
    values.some((each) => !FALSE.has(each.toLowerCase()))
  );
}

/** Tests whether a property of a note has a private key, or a value or tag that only means private. */
export function isPrivateProperty(key: string, value: FrontMatterValue | undefined): boolean {
  const name = plainKey(key);
  if (isPrivateField(key, value)) return true;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // The keys of a YAML set are its values.
    const isSet = TAGS.test(name) && Object.keys(value).some(hasPrivateLabel);
    return isSet || Object.entries(value).some(([inner, each]) => isPrivateProperty(inner, each));
  }
  const texts = NAME.test(name) ? [] : textsIn(value);
  if (TITLE.test(name)) return texts.some(isPrivateTitle);
  return texts.flatMap((each) => (TAGS.test(name) ? [each, ...each.split(/\s+/)] : each)).some(hasPrivateLabel);
}

function isOwnerOnly(value: string): boolean {
  const plain = plainKey(value);
  return SELF.test(plain) || OWNER_ONLY.test(plain);
}

function plainKey(key: string): string {
  return key
    .replace(/(?<=\p{Ll})(?=\p{Lu})|[\s_-]+/gu, ' ')
    .toLowerCase()
    .trim();
}

/** Tests quickly whether a text may have a key that says who may see the note: `visibility`, `share`, `hidden`. */
export function mayHavePrivateKey(text: string): boolean {
  return KEY_HINTS.next(text, 0) >= 0 && MAY_BE_PROPERTY.test(text);
}

/** Tests quickly whether a line may have a field with such a key: `[share:: no]`. */
export function mayHavePrivateField(line: string): boolean {
  return KEY_HINTS.next(line, 0) >= 0 && MAY_BE_FIELD.test(line);
}

/** Tests whether the front matter of a note makes it private. If it cannot be read, any mention of privacy does. */
export function isPrivateByProperties({ text, frontMatter }: ParsedMarkdown): boolean {
  const written = text.slice(0, frontMatter.bodyStart);
  // An escape may hide any letter: "priv\u0061te". A capital within a word is a hint by itself.
  if (!(
    mayHavePrivateKey(written) ||
    written.includes('\\') ||
    (nextPrivateHint(written, 0) >= 0 && mayNamePrivate(written.replace(CAPITALS_IN_WORD, '$1 $2')))
  )) {
    return false;
  }
  if (frontMatter.problem) return true;
  if (Array.from(written.matchAll(YAML_COMMENT)).some(([, words = '']) => isPrivateLabel(words))) return true;
  return [...frontMatter.values].some(([key, value]) => isPrivateProperty(key, value));
}

/**
 * Returns the line of a property that makes the note private though it is not in the front matter: the front matter has
 * no end, does not begin on the first line or has other fences, or the property is among the first lines of the note.
 */
export function misplacedPrivateProperty({ text, frontMatter }: ParsedMarkdown): number | undefined {
  const line = new LineCursor(text, frontMatter);
  do if (!line.advance()) return undefined;
  while (line.blank);
  const first = line.number;
  let isFenced = frontMatter.bodyLine === 0 && FENCE.test(text.slice(line.start, line.end));
  if (isFenced) line.advance();
  do {
    const written = text.slice(line.start, line.end);
    if (isFenced && FENCE.test(written)) isFenced = false;
    if (!isFenced && (line.number > first + HEAD_LINES || SECTION.test(written))) return undefined;
    const [, key, value = ''] = propertyIn(written) ?? [];
    if (key !== undefined && isPrivateField(key, value) && (isFenced || isPlainValue(value))) return line.number;
  } while (line.advance());
  return undefined;
}

function propertyIn(line: string): RegExpExecArray | null {
  return BEHIND_KEY.test(line) ? PROPERTY.exec(withoutMarkers(line).replace(SIGNS, '')) : null;
}

/** Tests whether a value belongs to a property of the note rather than to a label: `Private: yes`. */
export function isPlainValue(value: string): boolean {
  return /^(?:true|yes|y|on|1|x|✓|✅)$/i.test(value.trim()) || SELF.test(plainKey(value)) || isPrivateLabel(value);
}

/** Tests whether the path of a note makes it private: by a folder or file such as `private` or `_Private notes`. */
export function isPrivatePath(path: string): boolean {
  return isPrivateName(path, 'sure');
}

/** Tests the words of a value, or the tags in it, which commas or blanks separate. */
function hasPrivateLabel(value: string): boolean {
  const parts = value.split(/[,;]\s*|(?<!\s)\s+(?=#)/);
  return hasLock(value) || parts.some((part) => isPrivateLabel(part) || (TAG.test(part) && isPrivateName(part)));
}

function textsIn(value: FrontMatterValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [String(value ?? '').trim()];
}
