import type { Disposable } from 'vscode';
import type { Cooperative } from '../core/text/cooperative';

/** Maximum time that work may block the event loop, in ms: half a frame, so that typing remains smooth. */
const SLICE_MS = 8;

/**
 * Divides long work into slices, with other work of the event loop in between. Parallel work that uses one slicer shares
 * its slices.
 */
export class TimeSlicer {
  #start = performance.now();
  #turn: Promise<void> | undefined;

  /** Whether the time slice is used up. */
  isBudgetSpent(): boolean {
    return performance.now() - this.#start >= SLICE_MS;
  }

  /** Resolves in the next slice. All who wait resume in the same one, so they do not use up a slice each. */
  async yieldToEventLoop(): Promise<void> {
    this.#turn ??= this.#nextSlice();
    await this.#turn;
  }

  async #nextSlice(): Promise<void> {
    await nextTurn();
    this.#turn = undefined;
    this.#start = performance.now();
  }
}

const { setImmediate: immediately } = globalThis as Partial<typeof globalThis>;

/** Resolves after a turn of the event loop. In a browser only timers do that, after 1 to 4 ms. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (immediately) immediately(resolve);
    else setTimeout(resolve, 0);
  });
}

/** Runs work in steps, yielding to the event loop between slices. */
export async function runCooperatively<Result>(steps: Cooperative<Result>): Promise<Result> {
  const slices = new TimeSlicer();
  for (;;) {
    const step = steps.next();
    if (slices.isBudgetSpent()) {
      await slices.yieldToEventLoop();
    }
    if (step.done) {
      return step.value;
    }
  }
}

/** Runs `work` for each item in order, at most `atOnce` at a time. Rejects as soon as one rejects. */
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

/** Calls back once after a burst of events. */
export class Debouncer implements Disposable {
  readonly #delay: number;
  readonly #maxDelay: number;
  readonly #settled: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  /** `delay` is the time in ms after the last event, and `maxDelay` the maximum after the first one. */
  constructor({ delay, maxDelay }: { readonly delay: number; readonly maxDelay: number }, settled: () => void) {
    this.#delay = delay;
    this.#maxDelay = maxDelay;
    this.#settled = settled;
  }

  get isPending(): boolean {
    return this.#timer !== undefined;
  }

  /** Restarts the delay after an event. */
  trigger(): void {
    const now = performance.now();
    if (this.isPending) {
      clearTimeout(this.#timer);
    } else {
      this.#since = now;
    }
    this.#timer = setTimeout(
      () => this.flush(),
      Math.min(this.#delay, Math.max(0, this.#since + this.#maxDelay - now)),
    );
  }

  /** Ends a pending delay immediately. */
  flush(): void {
    if (this.isPending) {
      this.dispose();
      this.#settled();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
