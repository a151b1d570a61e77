import type { Disposable } from 'vscode';

/** How events are gathered before anybody acts on them, in ms. */
export interface SettlingTimes {
  /** How long nothing new must come. */
  readonly quiet: number;
  /** How long the first one waits at most, when they keep coming. */
  readonly longest: number;
}

/** Waits until a burst of events is over, and then calls once. */
export class Settling implements Disposable {
  readonly #times: SettlingTimes;
  readonly #settled: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  constructor(times: SettlingTimes, settled: () => void) {
    this.#times = times;
    this.#settled = settled;
  }

  /** Something came: the wait begins anew. */
  stir(): void {
    const now = performance.now();
    if (this.#timer === undefined) {
      this.#since = now;
    } else {
      clearTimeout(this.#timer);
    }
    const { quiet, longest } = this.#times;
    this.#timer = setTimeout(() => this.flush(), Math.min(quiet, Math.max(0, this.#since + longest - now)));
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
