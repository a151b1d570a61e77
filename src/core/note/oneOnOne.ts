/**
 * The words that say 1:1. With letters in it (`1on1`) a word may stand between hyphens, as in `2026-11-30-1on1-jane`;
 * `1-1` and `1:1` may not, or `2026-1-1 plan` would be one.
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

/** Whether a title, file or folder name says that it is about a 1:1. */
export function namesOneOnOne(text: string): boolean {
  return TOKEN.test(text);
}

/** The text without the words that say 1:1. */
export function withoutOneOnOne(text: string): string {
  return text.replace(TOKENS, ' ');
}

/** Whether a front matter's type (or the subtype of a meeting) is that of a 1:1. */
export function isOneOnOneType(type: string): boolean {
  return TYPES.has(type.trim().toLowerCase());
}

/** Whether a tag, with or without its `#`, is that of a 1:1. */
export function isOneOnOneTag(tag: string): boolean {
  return TAGS.has(tag.trim().replace(/^#/, '').toLowerCase());
}

const TAG = /\{\{|<%/;

/** Whether a text holds a tag that a template's plugin fills in: it says nothing yet. */
export function isTemplate(text: string): boolean {
  return TAG.test(text);
}
