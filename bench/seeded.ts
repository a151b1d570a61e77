/** A seeded random generator, with the same results on every machine. */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    // A xorshift never leaves zero, and similar seeds begin alike, so the seed is mixed first.
    this.#state = Math.imul(seed ^ 0x5bf03635, 0x9e3779b1) | 1;
    for (let round = 0; round < 8; round++) this.#next();
  }

  /** Returns a whole number from 0 up to `limit` (exclusive). */
  below(limit: number): number {
    return Math.floor((this.#next() / 0x1_0000_0000) * limit);
  }

  /** Returns a whole number from `low` to `high` (inclusive). */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** Returns `true` with the probability `share`, from 0 to 1. */
  chance(share: number): boolean {
    return this.#next() / 0x1_0000_0000 < share;
  }

  /** Returns an entry of `list`, which must not be empty. */
  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }

  /** Returns a key of `weights` with a probability proportional to its weight. */
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
    // Consecutive results of a plain xorshift are similar, so they are mixed again.
    const mixed = Math.imul(this.#state ^ (this.#state >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  }
}
