import { withoutBlanks } from './characters';
import type { FrontMatterValue, FrontMatterValues } from './frontMatterValue';
import { isPrintable, readPlainValue } from './plainValue';

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
