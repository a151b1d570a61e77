import { withoutBlanks } from '../text/characters';
import type { Message } from '../text/message';

/** Plain data of a front matter. Dates are the text that was written, and so are wiki-links: `[[Jane Doe]]`. */
export type FrontMatterValue = string | number | boolean | null | FrontMatterValue[] | FrontMatterMap;

export interface FrontMatterMap {
  readonly [key: string]: FrontMatterValue;
}

export type FrontMatterValues = ReadonlyMap<string, FrontMatterValue>;

export interface FrontMatterProblem {
  /** Line in the note, from 0. */
  readonly line: number;
  /** What is wrong, and what becomes of it. */
  readonly message: Message;
}

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

/** A key of which YAML makes text, and what stands behind it. */
const PAIR = /^(?!(?:null|true|false):)([a-z_][\w-]*(?: [\w-]+)*):(?: (.*))?$/i;
const ENTRY = /^( *- )(.*)$/;
const NOTHING = /^ *(?:#.*)?$/;
const TEXT_LINE = /^( +)[^ \t]/;
/** Opens a text of several lines, as templates stand in front matter. */
const TEXT_BELOW = '|';

/**
 * Reads what nearly all front matters are made of: keys with one plain or quoted value, with a list of such, with a
 * text below, or with none. `undefined` if a line is anything else. Values are as in YAML 1.2, save that wiki-links stay text.
 */
export function readPlainYaml(lines: readonly string[]): FrontMatterValues | undefined {
  const reader = new PlainYaml();
  for (const line of lines) {
    const isRead = reader.readTextLine(line) || reader.readPair(line) || reader.readEntry(line);
    if (!isRead && (reader.isInText || !NOTHING.test(line))) return undefined;
  }
  return reader.isWhole ? reader.values : undefined;
}

class PlainYaml {
  readonly values = new Map<string, FrontMatterValue>();
  #key = '';
  /** The entries found below the last key; `undefined` if it has a value already. */
  #list: FrontMatterValue[] | undefined;
  /** Indent and dash of those entries. */
  #dash = '';
  /** The text found below the last key so far, and its indent; `undefined` if no text stands there. */
  #text: string | undefined;
  #indent = '';

  /** Whether the last line belongs to a text: what goes on with it, or ends it, may be more than is known here. */
  get isInText(): boolean {
    return this.#text !== undefined;
  }

  /** Whether nothing is missing that was announced. */
  get isWhole(): boolean {
    return this.#text !== '';
  }

  /** Reads `key: value`; `false` if the line is none, or not a plain one. */
  readPair(line: string): boolean {
    const pair = PAIR.exec(line);
    const key = pair?.[1];
    const source = pair?.[2] ?? '';
    if (key === undefined || this.values.has(key) || !this.isWhole) return false;
    this.#text = source === TEXT_BELOW ? '' : undefined;
    const value = this.#text ?? readPlainValue(source);
    if (value === undefined) return false;
    this.values.set(key, value);
    this.#key = key;
    this.#list = value === null && withoutBlanks(source) === '' ? [] : undefined;
    return true;
  }

  /** Reads a line of a text below a key; `false` if none stands there, or the line is not a plain one. */
  readTextLine(line: string): boolean {
    if (this.#text === undefined) return false;
    if (this.#text === '') this.#indent = TEXT_LINE.exec(line)?.[1] ?? '';
    const isInside = this.#indent !== '' && line.startsWith(this.#indent) && line.length > this.#indent.length;
    if (!isInside || !isPrintable(line) || line.includes('\t')) return false;
    this.#text += `${line.slice(this.#indent.length)}\n`;
    this.values.set(this.#key, this.#text);
    return true;
  }

  /** Reads `- value` below a key; `false` if the line is none, or not a plain one. */
  readEntry(line: string): boolean {
    const entry = ENTRY.exec(line);
    const dash = entry?.[1] ?? '';
    const source = entry?.[2] ?? '';
    if (dash === '' || this.#list === undefined) return false;
    if (this.#list.length > 0 && this.#dash !== dash) return false;
    const value = readPlainValue(source);
    if (value === undefined) return false;
    this.#list.push(value);
    this.#dash = dash;
    this.values.set(this.#key, this.#list);
    return true;
  }
}
