import { performance } from 'node:perf_hooks';

/** Something to be timed. It returns a number that depends on all its work, lest the engine leave some of it out. */
export type Contender = () => number;

/** Milliseconds that a contender took. */
export interface Times {
  readonly median: number;
  /** What it takes when nothing else is going on: load only ever adds. */
  readonly fastest: number;
}

/**
 * Times the contenders. They run in turn, so that what else the machine does hits all of them; the first round only
 * warms up.
 */
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
  return Object.fromEntries([...times].map(([name, taken]) => [name, summary(taken)])) as Record<Name, Times>;
}

/** A measured figure beside the bar that it has to keep to. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | 'MB' | 'KB';
  /** The bar's number in the list of bars, and its limit. */
  readonly bar: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** Prints figures, a line each, with a cross where a bar is missed. */
export function printFigures(title: string, figures: readonly Figure[], print = console.log): void {
  print(`\n${title}`);
  for (const { name, value, unit, bar, atMost = Infinity, atLeast = 0 } of figures) {
    const mark = value <= atMost && value >= atLeast ? '✓' : '✗';
    const limit = atLeast > 0 ? `≥ ${atLeast}` : `≤ ${atMost}`;
    print(`  ${mark} ${bar.padEnd(3)} ${shown(value).padStart(8)} ${unit.padEnd(2)} (${limit} ${unit}) ${name}`);
  }
}

/** Prints times as they were measured: they depend on the machine, and only explain the figures. */
export function printTimes(times: Readonly<Record<string, Times>>): void {
  for (const [name, { median }] of Object.entries(times)) console.log(`    ${shown(median).padStart(12)} ms  ${name}`);
}

/** The sum of what is measured of each entry: the number that a contender returns. */
export function sum<Entry>(entries: readonly Entry[], measure: (entry: Entry) => number): number {
  let total = 0;
  for (const entry of entries) total += measure(entry);
  return total;
}

/** Does the work so many times, for what is too short to be timed alone. */
export function repeated(count: number, work: Contender): Contender {
  return () => {
    let total = 0;
    for (let done = 0; done < count; done++) total += work();
    return total;
  };
}

function summary(taken: readonly number[]): Times {
  const sorted = taken.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? NaN, fastest: sorted[0] ?? NaN };
}

function shown(value: number): string {
  return value < 1 ? value.toPrecision(2) : value.toFixed(value < 10 ? 2 : 0);
}
