import type { Cooperative } from '../core/text/cooperative';

/** How long work may hold the event loop, in ms: half a frame of the window, so that typing is not felt to stop. */
const SLICE_MS = 8;

/** Cuts long work into slices, between which the event loop does what else is waiting. */
export class TimeSlicer {
  readonly #letThrough: () => Promise<void>;
  #start = performance.now();

  /** `letThrough` resolves once the event loop has turned. */
  constructor(letThrough: () => Promise<void> = nextTurn) {
    this.#letThrough = letThrough;
  }

  /** Whether it is time to `pause`. */
  get isBudgetSpent(): boolean {
    return performance.now() - this.#start >= SLICE_MS;
  }

  async yieldToEventLoop(): Promise<void> {
    await this.#letThrough();
    this.#start = performance.now();
  }
}

/** The only way that every extension host has. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Does work that comes in steps, in slices, the last of which is over before anybody goes on with what came of it. */
export async function runCooperatively<Result>(steps: Cooperative<Result>): Promise<Result> {
  const slices = new TimeSlicer();
  for (;;) {
    const step = steps.next();
    if (slices.isBudgetSpent) {
      await slices.yieldToEventLoop();
    }
    if (step.done) {
      return step.value;
    }
  }
}

/** Does `work` for each item in order, so many at once; rejects as soon as one does. */
export async function inParallel<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      await work(next.value);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
