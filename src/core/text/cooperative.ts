/**
 * A computation in steps. The caller may pause between steps to let other work run; the last step returns the result.
 */
export type Cooperative<Result> = Generator<void, Result>;

/** Runs all steps without a pause. */
export function runToCompletion<Result>(steps: Cooperative<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}

/** Number of items sorted or merged per step. */
const AT_A_TIME = 500;

/** Sorts in steps, so that long lists do not block. Like `toSorted`, it is stable. */
export function* cooperativeSort<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Cooperative<readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += AT_A_TIME) {
    runs.push(items.slice(start, start + AT_A_TIME).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Cooperative<readonly Item[]> {
  const merged: Item[] = [];
  let [one, other] = [0, 0];
  while (one < first.length && other < second.length) {
    const [a, b] = [first[one] as Item, second[other] as Item];
    if (compare(a, b) <= 0) {
      merged.push(a);
      one++;
    } else {
      merged.push(b);
      other++;
    }
    if (merged.length % AT_A_TIME === 0) yield;
  }
  return merged.concat(first.slice(one), second.slice(other));
}
