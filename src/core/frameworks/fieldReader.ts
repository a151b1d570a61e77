import { nearestWord } from '../text/nearestWord';

/** From the top of a file to a value in it: keys of maps and indices of lists. */
export type FieldPath = readonly (string | number)[];

/** What is wrong with a value, in words for the person who wrote it. */
export interface FieldProblem {
  readonly path: FieldPath;
  /** Whether it is the key at the end of the path that is wrong, not its value. */
  readonly isKey: boolean;
  readonly message: string;
}

/** A number that `FieldReader.count` takes. */
interface CountRange {
  readonly most: number;
  readonly otherwise: number;
}

/**
 * Reads a map of unknown shape field by field. What is wrong is noted in `problems` and read as if it were absent, so
 * that one mistake costs one field.
 */
export class FieldReader {
  readonly path: FieldPath;
  readonly problems: FieldProblem[];
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(fields: Readonly<Record<string, unknown>>, path: FieldPath, problems: FieldProblem[]) {
    this.#fields = fields;
    this.path = path;
    this.problems = problems;
  }

  /** Whether there is anything under `key`: an empty value is none. */
  has(key: string): boolean {
    return Object.hasOwn(this.#fields, key) && this.#fields[key] !== null && this.#fields[key] !== undefined;
  }

  /** Notes a problem with the value under `key`, or with the map itself when no key is given. */
  report(message: string, key?: string | number): void {
    this.problems.push({ path: key === undefined ? this.path : [...this.path, key], isKey: false, message });
  }

  /** Notes every key that is not among `known`, with the one that was probably meant. */
  allowOnly(known: readonly string[]): void {
    for (const key of Object.keys(this.#fields).filter((each) => !known.includes(each))) {
      const nearest = nearestWord(key, known);
      const help = nearest ? `Did you mean “${nearest}”?` : `Known keys here are ${known.join(', ')}.`;
      this.problems.push({
        path: [...this.path, key],
        isKey: true,
        message: `The key “${key}” is not known here and is ignored. ${help}`,
      });
    }
  }

  /** The text under `key` as one line, or `undefined` when there is none. */
  text(key: string): string | undefined {
    return this.has(key) ? this.#textOf(this.#fields[key], { key, what: `“${key}”` }) : undefined;
  }

  /** The texts of the list under `key`. */
  texts(key: string): readonly string[] {
    return this.list(key).flatMap((value, index) => {
      const text = this.#textOf(value, { key, index, what: `An entry of “${key}”` });
      return text === undefined ? [] : [text];
    });
  }

  list(key: string): readonly unknown[] {
    const value = this.#fields[key];
    if (!this.has(key)) {
      return [];
    }
    if (Array.isArray(value)) {
      return value as readonly unknown[];
    }
    this.report(`“${key}” must be a list, each entry on a line that begins with “- ”. This is ${nameOf(value)}.`, key);
    return [];
  }

  flag(key: string): boolean {
    const value = this.#fields[key];
    if (this.has(key) && typeof value !== 'boolean') {
      this.report(`“${key}” must be true or false. This is ${nameOf(value)}.`, key);
    }
    return value === true;
  }

  /** The whole number from 0 to `most` under `key`. */
  count(key: string, { most, otherwise }: CountRange): number {
    const value = this.#fields[key];
    if (!this.has(key)) {
      return otherwise;
    }
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) {
      return value;
    }
    const found = typeof value === 'number' ? String(value) : nameOf(value);
    this.report(`“${key}” must be a whole number from 0 to ${most}. This is ${found}.`, key);
    return otherwise;
  }

  #textOf(value: unknown, place: { key: string; index?: number; what: string }): string | undefined {
    const path = [...this.path, place.key, ...(place.index === undefined ? [] : [place.index])];
    const text = typeof value === 'string' ? oneLine(value) : '';
    if (text !== '') {
      return text;
    }
    this.problems.push({ path, isKey: false, message: notText(place.what, value) });
    return undefined;
  }
}

/** Why a value is no text, and what to do about it; `what` names the value at the start of a sentence. */
export function notText(what: string, value: unknown): string {
  if (typeof value === 'string' || value === null || value === undefined) {
    return `${what} is empty. Write its text, or remove it.`;
  }
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  const help = isScalar ? ` Put it in quotes: "${String(value)}".` : '';
  return `${what} must be text. This is ${nameOf(value)}.${help}`;
}

/** A text with its line ends and runs of white space as single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What kind of value it is, for the middle of a sentence. */
export function nameOf(value: unknown): string {
  if (value === null || value === undefined) {
    return 'empty';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'bigint':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return 'a map of keys and values';
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
