/** Several values a key, each once. */
export class MultiMap<Key, Value> {
  readonly #map = new Map<Key, Set<Value>>();

  add(key: Key, value: Value): void {
    const values = this.#map.get(key);
    if (values) {
      values.add(value);
    } else {
      this.#map.set(key, new Set([value]));
    }
  }

  delete(key: Key, value: Value): void {
    const values = this.#map.get(key);
    if (values?.delete(value) && values.size === 0) {
      this.#map.delete(key);
    }
  }

  /** The values of a key, in the order added; empty when there are none. */
  get(key: Key): ReadonlySet<Value> {
    return this.#map.get(key) ?? new Set();
  }

  keys(): IterableIterator<Key> {
    return this.#map.keys();
  }
}

const names = new Intl.Collator('en');

/** The order of names and titles as people look them up, digits by their value apart. */
export function compareNames(a: string, b: string): number {
  return names.compare(a, b) || compareText(a, b);
}

/** The order of keys and dates: by their characters, as every machine has it. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
