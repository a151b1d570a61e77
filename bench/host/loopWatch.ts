/** How often the loop is looked at, in ms. */
const PERIOD = 1;

/** What a thread worked, in ms. */
export interface Work {
  /** In all. */
  readonly sum: number;
  /** In the longest turn of its event loop. */
  readonly longest: number;
}

/**
 * Watches the event loop of this thread until it is asked. It counts the time of the processor that the thread had, not the
 * time on the wall: where other programs run, too, those would be measured.
 */
export class LoopWatch {
  readonly #start = usedMs();
  readonly #timer = setInterval(() => this.#look(), PERIOD);
  #last = this.#start;
  #longest = 0;

  /** What was worked since the beginning; ends the watch. */
  end(): Work {
    this.#look();
    clearInterval(this.#timer);
    return { sum: this.#last - this.#start, longest: this.#longest };
  }

  /** Called in each turn of the loop that lasts longer than the period. */
  #look(): void {
    const used = usedMs();
    this.#longest = Math.max(this.#longest, used - this.#last);
    this.#last = used;
  }
}

/** The time of the processor that this thread had, in ms; in a Node before 23.9 that of the whole process. */
function usedMs(): number {
  const { threadCpuUsage = () => process.cpuUsage() } = process as { threadCpuUsage?: () => NodeJS.CpuUsage };
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}
