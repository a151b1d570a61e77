import type { Disposable } from 'vscode';

/** The timing of a debouncer, in ms. */
export interface DebounceTimes {
  /** Delay after the last event. */
  readonly delay: number;
  /** Maximum delay after the first event. */
  readonly maxDelay: number;
}

/** Calls back once after a burst of events. */
export class Debouncer implements Disposable {
  readonly #times: DebounceTimes;
  readonly #settled: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  constructor(times: DebounceTimes, settled: () => void) {
    this.#times = times;
    this.#settled = settled;
  }

  /** Restarts the delay after an event. */
  trigger(): void {
    const now = performance.now();
    if (this.#timer === undefined) {
      this.#since = now;
    } else {
      clearTimeout(this.#timer);
    }
    const { delay, maxDelay } = this.#times;
    this.#timer = setTimeout(() => this.flush(), Math.min(delay, Math.max(0, this.#since + maxDelay - now)));
  }

  /** Ends a pending delay immediately. */
  flush(): void {
    if (this.#timer !== undefined) {
      this.dispose();
      this.#settled();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
