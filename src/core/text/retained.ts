/** Texts that never come back must not pile up: beyond twice as many, those that nobody asked for lately are forgotten. */
const MOST_KEPT = 2_000;

/**
 * Keeps what was made of a text. Headings, names and tags come back from note to note: so each is worked out once, and
 * all notes that say it share it.
 */
export class Interner<Value> {
  #values = new Map<string, Value>();
  /** What was asked for before those. */
  #former = new Map<string, Value>();
  readonly #make: (text: string) => Value;

  /** `make` is given a copy that holds on to no note. What it returns is shared, so nobody may change it. */
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

/** V8 keeps slices of at least this length as views of the text they come from. */
const SHORTEST_VIEW = 13;

/**
 * The same text, standing for itself: a slice that is kept would keep the whole note in memory with it. Joining writes a
 * new text, while `+` would only make a pair of views.
 */
export function detach(slice: string): string {
  return slice.length < SHORTEST_VIEW ? slice : [slice.charAt(0), slice.slice(1)].join('');
}

const NONE: readonly never[] = [];

/** The same list for keeping, once it is whole: one that grew holds room for more, and an empty one need be made only once. */
export function trimToSize<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? NONE : list.slice();
}
