import { Interner } from '../text/retained';

/** Colons and dashes of any kind, as used in `1:1`. File names use look-alikes of the colon. */
const JOINT = String.raw`[:：∶꞉˸ː\p{Pd}]`;

/**
 * Matches the spellings of 1:1. Spellings with letters (`1on1`) may be between hyphens, as in `2026-11-30-1on1-jane`.
 * Spellings in digits may not, because `2026-1-1 plan` would match.
 */
const TOKEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:1[-_ ]?(?:on|to|o)[-_ ]?1|one[-_ ](?:on|to)[-_ ]one)(?<plural>['’]?s)?(?![\p{L}\p{N}])|` +
    String.raw`(?<![\p{L}\p{N}:#$€.\p{Pd}])(?:1\s?${JOINT}\s?1|1\p{Pd}2\p{Pd}1|121)(?<many>['’]?s)?(?![\p{L}\p{N}\p{Pd}%]|:\d|\.\d)`,
  'iu',
);
const TOKENS = new RegExp(TOKEN.source, 'giu');

/** The spellings of 1:1 in a type or tag whose separators are hyphens. */
const WORD =
  /^(?:meetings?-)?(?:1-?on-?1|1-1|1-?to-?1|1-?o-?1|1-2-1|121|one-?(?:on|to)-?one)s?(?:-?(?:meetings?|notes?|sessions?|syncs?|logs?|calls?|mtgs?))?$/;

/** Tests whether a title, file name or folder name contains a spelling of 1:1. */
export function namesOneOnOne(text: string): boolean {
  return TOKEN.test(text);
}

/** Tests whether a text speaks of 1:1s in the plural, as articles do. */
export function namesOneOnOnes(text: string): boolean {
  const { plural, many } = TOKEN.exec(text)?.groups ?? {};
  return plural !== undefined || many !== undefined;
}

/** Returns the text with each spelling of 1:1 replaced. */
export function replaceOneOnOne(text: string, replacement: string): string {
  return text.replace(TOKENS, replacement);
}

/** Tests whether the type in front matter, or the subtype of a meeting, is that of a 1:1. */
export function isOneOnOneType(type: string): boolean {
  return isWordFor(type);
}

/** Tests whether a tag, with or without `#`, is that of a 1:1: `1on1`, `meeting/one-on-one`, `1on1/jane`. */
export function isOneOnOneTag(tag: string): boolean {
  return isWordFor(tag);
}

function isWordFor(text: string): boolean {
  return /1|one/i.test(text) && HAS_WORD.get(text);
}

const HAS_WORD = new Interner(hasWord);

/** Compares letters and digits only, in each part of a nested tag or link. */
function hasWord(text: string): boolean {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[/|]/)
    .some((part) =>
      WORD.test(
        part
          .replace(/\.md$/, '')
          .replace(/[^\p{L}\p{N}]+/gu, '-')
          .replace(/^-|-$/g, ''),
      ),
    );
}

const TAG = /\{\{|<%/;

/** Tests whether a text contains a placeholder of a template plugin, so that it has no content yet. */
export function isTemplate(text: string): boolean {
  return TAG.test(text);
}
