/** Interval between checks of the event loop, in ms. */
const PERIOD = 1;

/** The work of a thread, in ms. */
export interface Work {
  /** The total time. */
  readonly sum: number;
  /** The time of the longest turn of its event loop. */
  readonly longest: number;
}

/**
 * Measures the event loop of this thread. It uses CPU time instead of wall-clock time, which would include other
 * programs.
 */
export class LoopWatch {
  readonly #start = usedMs();
  readonly #timer = setInterval(() => this.#look(), PERIOD);
  #last = this.#start;
  #longest = 0;

  /** Ends the measurement and returns its result. */
  end(): Work {
    this.#look();
    clearInterval(this.#timer);
    return { sum: this.#last - this.#start, longest: this.#longest };
  }

  /** Runs after each turn of the event loop that is longer than the interval. */
  #look(): void {
    const used = usedMs();
    this.#longest = Math.max(this.#longest, used - this.#last);
    this.#last = used;
  }
}

/** Returns the CPU time of this thread in ms, or of the whole process before Node 23.9. */
function usedMs(): number {
  const { threadCpuUsage = () => process.cpuUsage() } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}
