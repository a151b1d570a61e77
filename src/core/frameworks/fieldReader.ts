import { type Message, message } from '../text/message';
import { nearestWord } from '../text/strings';

/** The path to a value in a file: keys of maps and indices of lists. */
export type FieldPath = readonly (string | number)[];

/** A problem with a value in a framework file. The message is for the author of the file. */
export interface FieldProblem {
  readonly path: FieldPath;
  /** Whether the problem is the last key of the path rather than its value. */
  readonly isKey: boolean;
  readonly message: Message;
}

/** The range and the default of a number for `FieldReader.count`. */
interface CountRange {
  readonly most: number;
  readonly otherwise: number;
}

/**
 * Reads a map of unknown shape field by field. Invalid values are added to `problems` and treated as missing, so that
 * one mistake affects one field only.
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

  /** Whether `key` has a value other than null. */
  has(key: string): boolean {
    return Object.hasOwn(this.#fields, key) && this.#fields[key] !== null && this.#fields[key] !== undefined;
  }

  /** Reports a problem with the value of `key`, or with the map itself if there is no key. */
  report(problem: Message, key?: string | number): void {
    const path = key === undefined ? this.path : [...this.path, key];
    this.problems.push({ path, isKey: false, message: problem });
  }

  /** Reports each key that is not in `known`, and suggests the closest known key. */
  allowOnly(known: readonly string[]): void {
    for (const key of Object.keys(this.#fields).filter((each) => !known.includes(each))) {
      const nearest = nearestWord(key, known);
      const help = nearest ? message('field.didYouMean', nearest) : message('field.knownKeys', known.join(', '));
      this.problems.push({
        path: [...this.path, key],
        isKey: true,
        message: message('field.unknownKey', key, help),
      });
    }
  }

  /** Returns the text of `key` as one line, or `undefined`. */
  text(key: string): string | undefined {
    return this.has(key) ? this.#textOf(this.#fields[key], { key, what: message('field.name', key) }) : undefined;
  }

  /** Returns the texts in the list of `key`. */
  texts(key: string): readonly string[] {
    return this.list(key).flatMap((value, index) => {
      const text = this.#textOf(value, { key, index, what: message('field.entry', key) });
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
    this.report(message('field.list', key, nameOf(value)), key);
    return [];
  }

  isEmptyList(key: string): boolean {
    const value = this.#fields[key];
    return Array.isArray(value) && value.length === 0;
  }

  flag(key: string): boolean {
    const value = this.#fields[key];
    if (this.has(key) && typeof value !== 'boolean') {
      this.report(message('field.flag', key, nameOf(value)), key);
    }
    return value === true;
  }

  /** Returns the whole number from 0 to `most` of `key`. */
  count(key: string, { most, otherwise }: CountRange): number {
    const value = this.#fields[key];
    if (!this.has(key)) {
      return otherwise;
    }
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) {
      return value;
    }
    const found = typeof value === 'number' ? value : nameOf(value);
    this.report(message('field.count', key, most, found), key);
    return otherwise;
  }

  #textOf(value: unknown, place: { key: string; index?: number; what: Message }): string | undefined {
    const path = [...this.path, place.key, ...(place.index === undefined ? [] : [place.index])];
    const text = typeof value === 'string' ? oneLine(value) : '';
    if (text !== '') {
      return text;
    }
    this.problems.push({ path, isKey: false, message: notText(place.what, value) });
    return undefined;
  }
}

/** Returns the message for a value that is not a text. `what` names the value at the start of the sentence. */
export function notText(what: Message, value: unknown): Message {
  if (typeof value === 'string' || value === null || value === undefined) {
    return message('field.empty', what);
  }
  return typeof value === 'number' || typeof value === 'boolean'
    ? message('field.textInQuotes', what, nameOf(value), String(value))
    : message('field.text', what, nameOf(value));
}

/** Replaces each run of white space, including line ends, with a single space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Describes the kind of a value, for the middle of a sentence. */
export function nameOf(value: unknown): Message {
  if (value === null || value === undefined) {
    return message('value.empty');
  }
  if (Array.isArray(value)) {
    return message('value.list');
  }
  switch (typeof value) {
    case 'string':
      return message('value.text');
    case 'number':
    case 'bigint':
      return message('value.number');
    case 'boolean':
      return message('value.flag');
    default:
      return message('value.map');
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
