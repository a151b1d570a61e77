import { performance } from 'node:perf_hooks';

/** A function to be timed. Its result depends on all its work, so that the engine cannot optimize any of it away. */
export type Contender = () => number;

/** The times of a contender in ms. */
export interface Times {
  readonly median: number;
  /** The fastest run, which is least affected by other load. */
  readonly fastest: number;
  /** All counted runs, in their order. */
  readonly runs: readonly number[];
}

/** A value and the lowest and highest ones of the rounds it was taken from. */
export interface Spread {
  readonly value: number;
  readonly range: readonly [lowest: number, highest: number];
}

/** Times the contenders in alternation, so that other load affects all of them. The first round is a warm-up. */
export function interleave<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds = 7,
): Readonly<Record<Name, Times>> {
  const names = Object.keys(contenders) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, taken] of times) {
      const start = performance.now();
      if (Number.isNaN(contenders[name]())) throw new Error(`${name} gives no number.`);
      if (round > 0) taken.push(performance.now() - start);
    }
  }
  return Object.fromEntries([...times].map(([name, taken]) => [name, timesOf(taken)])) as Record<Name, Times>;
}

/** A measured figure with its limit. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** The spread of the rounds, if there were several. */
  readonly range?: Spread['range'];
  readonly unit: '×' | 'ms' | 'MB' | 'KB';
  /** The number of the requirement, and its limit. */
  readonly bar: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Prints figures, one per line, with a cross for each exceeded limit. */
export function printFigures(title: string, figures: readonly Figure[], print = console.log): void {
  print(`\n${title}`);
  for (const { name, value, range, unit, bar, atMost = Infinity, atLeast = 0 } of figures) {
    const mark = value <= atMost && value >= atLeast ? '✓' : '✗';
    const limit = atLeast > 0 ? `≥ ${atLeast}` : `≤ ${atMost}`;
    const spread = range ? ` (${range.map(shown).join(' to ')})` : '';
    print(
      `  ${mark} ${bar.padEnd(3)} ${shown(value).padStart(8)} ${unit.padEnd(2)} (${limit} ${unit}) ${name}${spread}`,
    );
  }
}

/** Prints absolute times, which depend on the machine and only explain the figures. */
export function printTimes(times: Readonly<Record<string, Times>>): void {
  for (const [name, { median, runs }] of Object.entries(times)) {
    console.log(`    ${shown(median).padStart(12)} ms  ${name} (${rangeOf(runs).map(shown).join(' to ')})`);
  }
}

/** Returns the times of some runs, in ms. */
export function timesOf(runs: readonly number[]): Times {
  const sorted = runs.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? NaN, fastest: sorted[0] ?? NaN, runs };
}

/** Returns the median time of one of `count` repetitions in ms, with its spread. */
export function medianTime({ median, runs }: Times, count = 1): Spread {
  return { value: median / count, range: rangeOf(runs.map((run) => run / count)) };
}

/** Returns the ratio of two medians, with the spread of the ratios of each round. */
export function ratioOf(times: Times, reference: Times): Spread {
  const ratios = times.runs.map((run, round) => run / (reference.runs[round] ?? NaN));
  return { value: times.median / reference.median, range: rangeOf(ratios) };
}

/** Returns the lowest and the highest of some values. */
export function rangeOf(values: readonly number[]): Spread['range'] {
  return [Math.min(...values), Math.max(...values)];
}

/** Returns the sum of `measure` over all entries, as the result of a contender. */
export function sum<Entry>(entries: readonly Entry[], measure: (entry: Entry) => number): number {
  let total = 0;
  for (const entry of entries) total += measure(entry);
  return total;
}

/** Repeats work that is too short to be timed alone. */
export function repeated(count: number, work: Contender): Contender {
  return () => {
    let total = 0;
    for (let done = 0; done < count; done++) total += work();
    return total;
  };
}

function shown(value: number): string {
  return value < 1 ? value.toPrecision(2) : value.toFixed(value < 10 ? 2 : 0);
}
