import { LoopWatch } from './loopWatch';

/** The cost of some work. */
export interface Measure {
  /** Wall-clock time, which includes other programs, in ms. */
  readonly ms: number;
  /** Time that the extension host's thread worked, in ms. */
  readonly worked: number;
  /** Maximum time that the event loop was blocked, in ms. */
  readonly stall: number;
}

/** Measures asynchronous work. */
export async function measure(work: () => Promise<unknown>): Promise<Measure> {
  const watch = new LoopWatch();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { sum, longest } = watch.end();
  return { ms, worked: sum, stall: longest };
}
