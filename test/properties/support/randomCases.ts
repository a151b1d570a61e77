import { Seeded } from '../../../bench/seeded';
import { firstSeed, isLong } from '../../../scripts/propertyRun.mjs';

/** The number of random cases of a test. */
export interface CaseCount {
  readonly usual: number;
  /** The number with `--long`. */
  readonly long: number;
}

/** In a long run, a line is printed after this number of cases. */
const PROGRESS = 500;

/** The number of cases in this run. */
export function countOf({ usual, long }: CaseCount): number {
  return isLong ? long : usual;
}

/** Runs `check` on random cases, each with a seed of its own. A failure names the seed that repeats it. */
export function forRandomCases(count: CaseCount, check: (random: Seeded) => void): void {
  for (let seed = firstSeed; seed < firstSeed + countOf(count); seed++) {
    if (isLong && seed > firstSeed && (seed - firstSeed) % PROGRESS === 0) {
      console.log(`      ${seed - firstSeed} cases passed`);
    }
    try {
      check(new Seeded(seed));
    } catch (error) {
      console.log(`      Failed with seed ${seed}. To repeat it: npm run test:properties -- --seed ${seed}`);
      throw error;
    }
  }
}
