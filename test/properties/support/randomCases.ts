import { Seeded } from '../../../bench/seeded';
import { firstSeed, isLong } from '../../../scripts/propertyRun.mjs';

/** The number of random cases of a test. */
export interface CaseCount {
  readonly usual: number;
  /** The number with `--long`. */
  readonly long: number;
}

/** The number of cases in this run. */
export function countOf({ usual, long }: CaseCount): number {
  return isLong ? long : usual;
}

/** Runs `check` on random cases, each with a seed of its own. A failure names the seed that repeats it. */
export function forRandomCases(count: CaseCount, check: (random: Seeded) => void): void {
  for (let seed = firstSeed; seed < firstSeed + countOf(count); seed++) {
    try {
      check(new Seeded(seed));
    } catch (error) {
      console.log(`      Failed with seed ${seed}. To repeat it: npm run test:properties -- --seed ${seed}`);
      throw error;
    }
  }
}
