/** Maximum entries per generation. Two generations are kept; the older one is dropped. */
const MOST_KEPT = 2_000;

/** Caches a value per text. Headings, names and tags recur in many notes, so each is computed once and shared. */
export class Interner<Value> {
  #values = new Map<string, Value>();
  /** The older generation of entries. */
  #former = new Map<string, Value>();
  readonly #make: (text: string) => Value;

  /** `make` gets a copy of the text that does not retain its note. Its result is shared and must not be mutated. */
  constructor(make: (text: string) => Value) {
    this.#make = make;
  }

  get(text: string): Value {
    const known = this.#values.get(text);
    return known !== undefined || this.#values.has(text) ? (known as Value) : this.#added(detach(text));
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

/** Minimum length of a slice that V8 stores as a view of the original text. */
const SHORTEST_VIEW = 13;

/** Maximum number of arguments of a call, well below the limits of all engines. */
const LONGEST_CALL = 1_000;

/**
 * Copies a substring so that it does not retain the note it was sliced from. The copy of a text in Latin letters takes
 * one byte for each character, even if other parts of the note need two.
 */
export function detach(slice: string): string {
  const { length } = slice;
  if (length < SHORTEST_VIEW) return slice;
  // `join` writes a new text, while `+` would only link two views.
  if (length > LONGEST_CALL) return [slice.charAt(0), slice.slice(1)].join('');
  const codes = new Array<number>(length);
  for (let at = 0; at < length; at++) codes[at] = slice.charCodeAt(at);
  return String.fromCharCode(...codes);
}

const NONE: readonly never[] = [];

/** Copies a finished list without its spare capacity. All empty lists share one instance. */
export function trimToSize<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? NONE : list.slice();
}
