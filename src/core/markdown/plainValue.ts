import { withoutBlanks } from './characters';
import type { FrontMatterValue } from './frontMatterValue';

/** Characters that stand for themselves in every YAML text; other control characters are left to a full reader. */
const PRINTABLE = /^[\t\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\uffff]*$/;
const BEGINS_TEXT = /^[A-Za-z_/(<\xa1-\uffff]/;
const HOLDS_PAIR_OR_COMMENT = /:(?:[ \t]|$)|[ \t]#/;

const CONSTANTS: ReadonlyMap<string, null | boolean> = new Map([
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

const SMALL_INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const DATE_LIKE = /^\d+(?:-\d+)+$/;
const NUMBER_LIKE = /^[\da-fox.+-]+$/i;

const QUOTED = /^(?:"([^"\\\t]*)"|'([^'\t]*)')$/;
const WIKI_LINKS = /^\[\[[^[\]]+\]\](?:[ \t]*,[ \t]*\[\[[^[\]]+\]\])*$/;

/**
 * The value that stands behind a key or the dash of an entry: null, a number, a word, quoted or plain text, a list in
 * brackets. `undefined` if it is anything else, or not surely one of these.
 */
export function readPlainValue(source: string): FrontMatterValue | undefined {
  const value = withoutBlanks(source);
  if (value === '') return null;
  if (!PRINTABLE.test(value)) return undefined;
  if (value.startsWith('[[')) return readWikiLinks(value);
  if (value.startsWith('[')) return readBracketedList(value);
  return readScalar(value);
}

function readScalar(value: string): string | number | boolean | null | undefined {
  const [, double, single] = QUOTED.exec(value) ?? [];
  if (double !== undefined || single !== undefined) return double ?? single;
  if (HOLDS_PAIR_OR_COMMENT.test(value)) return undefined;
  if (BEGINS_TEXT.test(value)) return CONSTANTS.has(value) ? CONSTANTS.get(value) : value;
  return readNumber(value);
}

/** Text that begins with a digit: mostly a date, which stays text, or `1on1`. */
function readNumber(value: string): string | number | undefined {
  if (SMALL_INTEGER.test(value)) return Number(value);
  if (!/^\d/.test(value)) return undefined;
  return DATE_LIKE.test(value) || !NUMBER_LIKE.test(value) ? value : undefined;
}

function readBracketedList(value: string): FrontMatterValue[] | undefined {
  const inner = value.slice(1, -1);
  if (!value.endsWith(']') || /[[\]{}]/.test(inner)) return undefined;
  if (withoutBlanks(inner) === '') return [];
  const entries = inner.split(',').map((entry) => readScalar(withoutBlanks(entry)));
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

/** `[[Jane]]`, which YAML takes for a list in a list, stays text; several of them, which YAML refuses, are a list. */
function readWikiLinks(value: string): FrontMatterValue | undefined {
  if (!WIKI_LINKS.test(value)) return undefined;
  const links = value.match(/\[\[[^[\]]+\]\]/g) ?? [];
  return links.length === 1 ? value : links;
}
