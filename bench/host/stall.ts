import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** What some work took. */
export interface Measure {
  readonly ms: number;
  /** The longest time that the event loop was held meanwhile, in ms. */
  readonly stall: number;
}

/** How long slices of work last, in ms, and how long they are tried. */
const SLICE_MS = 8;
const TRIED_MS = 500;

/** What this machine makes of slices that do nothing: whatever else it does just now stalls them too. */
export function measureNothing(): Promise<Measure> {
  return measure(async () => {
    const end = performance.now() + TRIED_MS;
    while (performance.now() < end) {
      const sliceEnd = performance.now() + SLICE_MS;
      while (performance.now() < sliceEnd);
      await setTimeout(0);
    }
  });
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
