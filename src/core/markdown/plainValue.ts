import { withoutBlanks } from './characters';
import type { FrontMatterValue } from './frontMatterValue';

/** Most values: dates and words without any sign that means something to YAML. They are told first, for speed. */
const SURELY_TEXT = /^(?:\d+-\d+-\d+|(?!(?:null|true|false)$)[a-z][\w .,/()'-]*)$/i;

/** Characters that stand for themselves wherever YAML allows text; control characters are left to a full reader. */
const PRINTABLE = /^[\t\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\uffff]*$/;
const BEGINS_TEXT = /^[A-Za-z_/(<\xa1-\uffff]/;
const HOLDS_PAIR_OR_COMMENT = /:(?:[ \t]|$)|[ \t]#/;

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

const SMALL_INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const BEGINS_WITH_DIGIT = /^\d/;
const DATE_LIKE = /^\d+(?:-\d+)+$/;
const NUMBER_LIKE = /^[\da-fox.+-]+$/i;

const QUOTED = /^(?:"([^"\\\t]*)"|'([^'\t]*)')$/;
const WIKI_LINKS = /^\[\[[^[\]]+\]\](?:[ \t]*,[ \t]*\[\[[^[\]]+\]\])*$/;
const WIKI_LINK = /\[\[[^[\]]+\]\]/g;

/**
 * The value that stands behind a key or behind the dash of an entry: none, words, a number, quoted text, a list in
 * brackets. `undefined` if it is something else, or not surely one of these.
 */
export function readPlainValue(source: string): FrontMatterValue | undefined {
  const value = withoutBlanks(source);
  if (value === '') return null;
  if (SURELY_TEXT.test(value)) return value;
  if (!isPrintable(value)) return undefined;
  if (value.startsWith('[[')) return readWikiLinks(value);
  return value.startsWith('[') ? readBracketedList(value) : readScalar(value);
}

/** Whether all characters stand for themselves. */
export function isPrintable(text: string): boolean {
  return PRINTABLE.test(text);
}

function readScalar(value: string): string | number | boolean | null | undefined {
  const [, double, single] = QUOTED.exec(value) ?? [];
  if (double !== undefined || single !== undefined) return double ?? single;
  if (HOLDS_PAIR_OR_COMMENT.test(value)) return undefined;
  if (BEGINS_TEXT.test(value)) return CONSTANTS.has(value) ? CONSTANTS.get(value) : value;
  return BEGINS_WITH_DIGIT.test(value) ? readFigures(value) : undefined;
}

/** Mostly a date, which stays text, or `1on1`. */
function readFigures(value: string): string | number | undefined {
  if (SMALL_INTEGER.test(value)) return Number(value);
  return DATE_LIKE.test(value) || !NUMBER_LIKE.test(value) ? value : undefined;
}

function readBracketedList(value: string): FrontMatterValue[] | undefined {
  const inner = withoutBlanks(value.slice(1, -1));
  if (!value.endsWith(']') || /[[\]{}]/.test(inner)) return undefined;
  if (inner === '') return [];
  const entries: FrontMatterValue[] = [];
  for (const part of inner.split(',')) {
    const entry = readScalar(withoutBlanks(part));
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return entries;
}

/** `[[Jane]]`, to YAML a list in a list, stays text; several of them, to YAML an error, are a list. */
function readWikiLinks(value: string): FrontMatterValue | undefined {
  if (!WIKI_LINKS.test(value)) return undefined;
  const links = value.match(WIKI_LINK) ?? [];
  return links.length === 1 ? value : links;
}
