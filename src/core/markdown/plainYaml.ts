import { withoutBlanks } from './characters';
import type { FrontMatterValue, FrontMatterValues } from './frontMatterValue';
import { readPlainValue } from './plainValue';

/** A key of which YAML makes text, and what stands behind it. */
const PAIR = /^(?!(?:null|true|false):)([a-z_][\w-]*(?: [\w-]+)*):(?: (.*))?$/i;
const ENTRY = /^( *- )(.*)$/;
const NOTHING = /^ *(?:#.*)?$/;

/**
 * Reads what nearly all front matters are made of: keys with one plain or quoted value, with a list of such, or with
 * none. `undefined` if a line is anything else. Values are as in YAML 1.2, save that wiki-links stay text.
 */
export function readPlainYaml(lines: readonly string[]): FrontMatterValues | undefined {
  const reader = new PlainYaml();
  for (const line of lines) {
    if (!reader.readPair(line) && !reader.readEntry(line) && !NOTHING.test(line)) return undefined;
  }
  return reader.values;
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
    const pair = PAIR.exec(line);
    const key = pair?.[1];
    const source = pair?.[2] ?? '';
    if (key === undefined || this.values.has(key)) return false;
    const value = readPlainValue(source);
    if (value === undefined) return false;
    this.values.set(key, value);
    this.#key = key;
    this.#list = value === null && withoutBlanks(source) === '' ? [] : undefined;
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
