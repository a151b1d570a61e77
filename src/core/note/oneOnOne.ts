/**
 * Matches the spellings of 1:1. Spellings with letters (`1on1`) may be between hyphens, as in `2026-11-30-1on1-jane`.
 * `1-1` and `1:1` may not, because `2026-1-1 plan` would match.
 */
const TOKEN =
  /(?<![\p{L}\p{N}])(?:1[-_ ]?on[-_ ]?1|one[-_ ]on[-_ ]one)s?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}:-])1\s?[:-]\s?1s?(?![\p{L}\p{N}-]|:\d)/iu;
const TOKENS = new RegExp(TOKEN.source, 'giu');

const TYPES = new Set([
  '1on1',
  '1-on-1',
  '1:1',
  '1-1',
  'one-on-one',
  'oneonone',
  'one on one',
  '1-on-1 meeting',
  '1:1 meeting',
  '1on1 meeting',
]);
const TAGS = new Set(['1on1', '1-on-1', '1-1', '1:1', 'one-on-one', 'meeting/1on1', 'meeting/1-on-1', 'meeting/1-1']);

/** Tests whether a title, file name or folder name contains a spelling of 1:1. */
export function namesOneOnOne(text: string): boolean {
  return TOKEN.test(text);
}

/** Returns the text with each spelling of 1:1 replaced by a space. */
export function withoutOneOnOne(text: string): string {
  return text.replace(TOKENS, ' ');
}

/** Tests whether the type in front matter, or the subtype of a meeting, is that of a 1:1. */
export function isOneOnOneType(type: string): boolean {
  return TYPES.has(type.trim().toLowerCase());
}

/** Tests whether a tag, with or without `#`, is that of a 1:1. */
export function isOneOnOneTag(tag: string): boolean {
  return TAGS.has(tag.trim().replace(/^#/, '').toLowerCase());
}

const TAG = /\{\{|<%/;

/** Tests whether a text contains a placeholder of a template plugin, so that it has no content yet. */
export function isTemplate(text: string): boolean {
  return TAG.test(text);
}
