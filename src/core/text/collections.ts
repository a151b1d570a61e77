/** A map with a set of values for each key. */
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

  /** Returns the values of a key in insertion order, or an empty set. */
  get(key: Key): ReadonlySet<Value> {
    return this.#map.get(key) ?? new Set();
  }

  keys(): IterableIterator<Key> {
    return this.#map.keys();
  }
}

/** Adds an item to the group of a key, and creates the group if needed. */
export function addToGroup<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group) {
    group.push(item);
  } else {
    groups.set(key, [item]);
  }
}

/** Groups items by a key. Groups and their items keep the order of the items. */
export function groupBy<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    addToGroup(groups, keyOf(item), item);
  }
  return groups;
}

/** Created on first use: that takes longer than all the rest of activation. */
let names: Intl.Collator | undefined;

/** Compares names and titles in alphabetical order for people; ties are broken by character codes. */
export function compareNames(a: string, b: string): number {
  names ??= new Intl.Collator('en');
  return names.compare(a, b) || compareText(a, b);
}

/** Compares keys and dates by their character codes, independent of the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
