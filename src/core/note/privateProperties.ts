import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { FrontMatterValue } from '../markdown/plainYaml';
import { isPrivateLabel, isPrivateName, mayNamePrivate } from './privateWords';

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
const AUDIENCE =
  /^(?:visibility|visible|visible to|access|access level|audience|classification|confidentiality|confidential level|sensitivity|privacy|privacy level|secrecy|security|scope|share with|shared with|sharing|permission|permissions|readers|viewers)$/;
/** Values of such a key that name nobody but the owner of the notes. */
const OWNER_ONLY =
  /^(?:hidden|restricted|closed|limited|high|highest|strict|me|self|myself|only me|me only|just me|owner|author|nobody|no one|none|no|off|never|false|manager|managers|hr|internal)$/;
/** Keys that are false if the note may not be seen. */
const PERMISSION = /^(?:public|is public|share|shared|shareable|sharable|is shared|can share|allow sharing)$/;
/** Keys that name people or things, which may have any name. */
const NAME =
  /^(?:person|people|with|attendees?|participants?|member|report|manager|name|aliases|alias|project|source|framework)$/;
const TAG = /^#?[\p{L}\p{M}\p{N}\p{Cf}_/-]+$/u;
const MAY_BE_PROPERTY =
  /visib|access|audience|classif|confid|sensitiv|priva|secre|scope|shar|permission|public|readers|viewers/i;

/** Tests whether a field makes a note or a line private by its key: `private: true`, `visibility: hidden`. */
export function isPrivateField(key: string, value: FrontMatterValue | undefined): boolean {
  const name = plainKey(key);
  const values = textsIn(value);
  if (AUDIENCE.test(name)) return values.some((each) => OWNER_ONLY.test(each.toLowerCase()) || isPrivateName(each));
  if (PERMISSION.test(name)) return values.some((each) => each !== '' && FALSE.has(each.toLowerCase()));
  return !NAME.test(name) && isPrivateName(key) && values.some((each) => !FALSE.has(each.toLowerCase()));
}

/** Tests whether a property of a note has a private key, or a value or tag that only means private. */
function isPrivateProperty(key: string, value: FrontMatterValue | undefined): boolean {
  return isPrivateField(key, value) || (!NAME.test(plainKey(key)) && textsIn(value).some(hasPrivateLabel));
}

function plainKey(key: string): string {
  return key
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** Tests whether the front matter of a note makes it private. If it cannot be read, any mention of privacy does. */
export function isPrivateByProperties({ text, frontMatter }: ParsedMarkdown): boolean {
  const written = text.slice(0, frontMatter.bodyStart);
  if (written === '' || !(MAY_BE_PROPERTY.test(written) || mayNamePrivate(written))) return false;
  if (frontMatter.problem) return true;
  return [...frontMatter.values].some(([key, value]) => isPrivateProperty(key, value));
}

/** Tests whether the path of a note makes it private: by a folder or file such as `private` or `_Private notes`. */
export function isPrivatePath(path: string): boolean {
  return isPrivateName(path, 'sure');
}

/** Tests the words of a value, or the tags in it, which commas or blanks separate. */
function hasPrivateLabel(value: string): boolean {
  const parts = value.split(/[,;]\s*|\s+(?=#)/);
  return parts.some((part) => isPrivateLabel(part) || (TAG.test(part) && isPrivateName(part)));
}

function textsIn(value: FrontMatterValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [String(value ?? '').trim()];
}
