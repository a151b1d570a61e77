import { withoutBlanks } from './characters';
import type { FrontMatterValue, FrontMatterValues } from './frontMatterValue';
import { readPlainValue } from './plainValue';

const PAIR = /^([A-Za-z_][\w-]*(?: [\w-]+)*):(?: (.*))?$/;
const ENTRY = /^( *- )(.*)$/;
const NOTHING = /^ *(?:#.*)?$/;

/** Keys that YAML does not take for text. */
const NO_TEXT = /^(?:null|true|false)$/i;

/**
 * Reads what nearly all front matters are made of: keys with one plain or quoted value, with a list of such, or with
 * none. `undefined` if a line is anything else. Values are as in YAML 1.2, save that wiki-links stay text.
 */
export function readPlainYaml(lines: readonly string[]): FrontMatterValues | undefined {
  const reader = new PlainYaml();
  const isPlain = lines.every((line) => reader.readPair(line) || reader.readEntry(line) || NOTHING.test(line));
  return isPlain ? reader.values : undefined;
}

class PlainYaml {
  readonly values = new Map<string, FrontMatterValue>();
  #key = '';
  /** The entries found below the last key; `undefined` if it has a value already. */
  #list: FrontMatterValue[] | undefined;
  /** Indent and dash of those entries. */
  #dash = '';

  /** Reads `key: value`; `false` if the line is none, or not a plain one. */
  readPair(line: string): boolean {
    const [, key, source = ''] = PAIR.exec(line) ?? [];
    if (key === undefined || this.values.has(key) || NO_TEXT.test(key)) return false;
    const value = readPlainValue(source);
    if (value === undefined) return false;
    this.values.set(key, value);
    this.#key = key;
    this.#list = value === null && withoutBlanks(source) === '' ? [] : undefined;
    return true;
  }

  /** Reads `- value` below a key; `false` if the line is none, or not a plain one. */
  readEntry(line: string): boolean {
    const [, dash = '', source = ''] = ENTRY.exec(line) ?? [];
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
