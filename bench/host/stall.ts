import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What some work took. */
export interface Measure {
  readonly ms: number;
  /** The longest time that the event loop was held meanwhile, in ms. */
  readonly stall: number;
}

/** Times work that leaves others their turn, and how long it made them wait. */
export async function measure(work: () => Promise<unknown>): Promise<Measure> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  delay.disable();
  return { ms, stall: delay.max / 1e6 };
}
