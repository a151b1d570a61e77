/** Maximum entries per generation. Two generations are kept; the older one is dropped. */
const MOST_KEPT = 2_000;

/** Caches a value per text. Headings, names and tags recur in many notes, so each is computed once and shared. */
export class Interner<Value> {
  #values = new Map<string, Value>();
  /** The older generation of entries. */
  #former = new Map<string, Value>();
  readonly #make: (text: string) => Value;
  readonly #copy: (text: string) => string;

  /**
   * `make` gets a copy of the text that does not retain its note. Its result is shared and must not be mutated. `copy`
   * is needed only for texts that are no part of a note.
   */
  constructor(make: (text: string) => Value, copy = detach) {
    this.#make = make;
    this.#copy = copy;
  }

  get(text: string): Value {
    const known = this.#values.get(text);
    return known !== undefined || this.#values.has(text) ? (known as Value) : this.#added(this.#copy(text));
  }

  #added(text: string): Value {
    if (this.#values.size >= MOST_KEPT) {
      this.#former = this.#values;
      this.#values = new Map();
    }
    const value = this.#former.get(text) ?? this.#make(text);
    this.#values.set(text, value);
    return value;
  }
}

/** Maximum number of arguments of a call, well below the limits of all engines. */
const LONGEST_CALL = 1_000;

/**
 * Copies a substring so that it does not retain the note it was sliced from. The copy of a text in Latin letters takes
 * one byte for each character, even if other parts of the note need two.
 */
export function detach(slice: string): string {
  const { length } = slice;
  const codes = new Array<number>(length);
  for (let at = 0; at < length; at++) codes[at] = slice.charCodeAt(at);
  return textOf(codes);
}

/** Returns the text of character codes. It takes one byte for each of them if all are below 256. */
function textOf(codes: readonly number[]): string {
  if (codes.length <= LONGEST_CALL) return String.fromCharCode(...codes);
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += LONGEST_CALL) parts.push(textOf(codes.slice(at, at + LONGEST_CALL)));
  // `join` writes a new text, while `+` would only link the parts.
  return parts.join('');
}

/** The base of packed numbers. `BASE` is added to all digits of a number but the last one. */
const BASE = 128;
const DIGIT_BITS = 7;
/** Is added to a number of one digit, so that most numbers are printable. */
const FIRST_PRINTABLE = 32;
/** A character that takes two bytes, and makes all others of its text take two as well. */
const WIDE = /[^\0-\xff]/;

/**
 * Packs numbers and texts into one text. Most numbers and characters take one byte. `Unpacker` returns them in the same
 * order. Numbers are integers from 0 to 2³² - 1. Texts are copied, so that the result does not retain their notes.
 */
export class Packer {
  readonly #codes: number[] = [];
  readonly #texts: string[] = [];

  number(value: number): this {
    if (value < BASE - FIRST_PRINTABLE) this.#codes.push(value + FIRST_PRINTABLE);
    else addDigits(this.#codes, value);
    return this;
  }

  /** Packs a number below 2³⁰ and two flags as one number. */
  flagged(value: number, first: boolean, second: boolean): this {
    return this.number(value * 4 + (first ? 2 : 0) + (second ? 1 : 0));
  }

  text(value: string): this {
    this.#texts.push(value);
    return this.number(value.length);
  }

  /** Returns the packed text: the length of all numbers, these numbers, and all texts. */
  finish(): string {
    const texts = this.#texts.join('');
    const isWide = WIDE.test(texts);
    const head: number[] = [];
    addDigits(head, 2 * this.#codes.length + (isWide ? 1 : 0));
    return [textOf(head), textOf(this.#codes), isWide ? narrowed(texts) : detach(texts)].join('');
  }
}

function addDigits(codes: number[], value: number): void {
  let rest = value;
  do {
    codes.push(BASE + (rest % BASE));
    rest >>>= DIGIT_BITS;
  } while (rest >= BASE);
  codes.push(rest);
}

/** Replaces characters beyond ASCII by digits, so that all others take one byte. */
function narrowed(text: string): string {
  const codes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < BASE) codes.push(code);
    else addDigits(codes, code);
  }
  return textOf(codes);
}

/** Unpacks what a `Packer` has packed. Its texts may be views of the packed text. */
export class Unpacker {
  readonly #packed: string;
  readonly #texts: string;
  #at = 0;
  #textAt = 0;

  constructor(packed: string) {
    this.#packed = packed;
    const head = this.#code();
    const start = this.#at + (head >> 1);
    this.#texts = head % 2 === 1 ? this.#widened(start) : packed.slice(start);
  }

  number(): number {
    const isOneDigit = this.#packed.charCodeAt(this.#at) < BASE;
    return this.#code() - (isOneDigit ? FIRST_PRINTABLE : 0);
  }

  flagged(): [value: number, first: boolean, second: boolean] {
    const number = this.number();
    return [number >> 2, (number & 2) > 0, (number & 1) > 0];
  }

  text(): string {
    const start = this.#textAt;
    this.#textAt += this.number();
    return this.#texts.slice(start, this.#textAt);
  }

  /** Returns as many items as the next number says. */
  list<Item>(unpack: (unpacker: this) => Item): readonly Item[] {
    return Array.from({ length: this.number() }, () => unpack(this));
  }

  #code(): number {
    let code = 0;
    for (let scale = 1; ; scale *= BASE) {
      const digit = this.#packed.charCodeAt(this.#at++);
      // Past the end, `digit` is `NaN`.
      if (!(digit >= BASE)) return code + scale * digit;
      code += scale * (digit - BASE);
    }
  }

  #widened(start: number): string {
    const after = this.#at;
    const codes: number[] = [];
    for (this.#at = start; this.#at < this.#packed.length;) codes.push(this.#code());
    this.#at = after;
    return textOf(codes);
  }
}

const NONE: readonly never[] = [];

/** Copies a finished list without its spare capacity. All empty lists share one instance. */
export function trimToSize<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? NONE : list.slice();
}
