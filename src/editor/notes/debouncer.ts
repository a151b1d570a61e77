import type { Disposable } from 'vscode';

/** How events are gathered before anybody acts on them, in ms. */
export interface DebounceTimes {
  /** How long nothing new must come. */
  readonly delay: number;
  /** How long the first one waits at most, when they keep coming. */
  readonly maxDelay: number;
}

/** Waits until a burst of events is over, and then calls once. */
export class Debouncer implements Disposable {
  readonly #times: DebounceTimes;
  readonly #settled: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  constructor(times: DebounceTimes, settled: () => void) {
    this.#times = times;
    this.#settled = settled;
  }

  /** Something came: the wait begins anew. */
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

  /** Ends the wait now, if one is under way. */
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
