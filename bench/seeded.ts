/** Choices that depend on nothing but the seed: the same seed makes the same choices on every machine. */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    // A xorshift never leaves zero, and neighbouring seeds begin alike: so the seed is spread first.
    this.#state = Math.imul(seed ^ 0x5bf03635, 0x9e3779b1) | 1;
    for (let round = 0; round < 8; round++) this.#next();
  }

  /** A whole number from 0 up to and without `limit`. */
  below(limit: number): number {
    return Math.floor((this.#next() / 0x1_0000_0000) * limit);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** `true` in `share` of the cases, from 0 to 1. */
  chance(share: number): boolean {
    return this.#next() / 0x1_0000_0000 < share;
  }

  /** One of `list`, which must not be empty. */
  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }

  /** One of the keys of `weights`, each as often as its weight says. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
    const keys = Object.keys(weights) as T[];
    let rest = (this.#next() / 0x1_0000_0000) * keys.reduce((sum, key) => sum + weights[key], 0);
    const found = keys.find((key) => {
      rest -= weights[key];
      return rest < 0;
    });
    return found ?? this.pick(keys);
  }

  #next(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    // Neighbours of a plain xorshift resemble each other, so what comes out is mixed once more.
    const mixed = Math.imul(this.#state ^ (this.#state >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  }
}
