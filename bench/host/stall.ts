import { LoopWatch } from './loopWatch';

/** What some work took. */
export interface Measure {
  /** On the wall, where other programs count too. */
  readonly ms: number;
  /** What the extension host's thread worked, in ms. */
  readonly worked: number;
  /** The longest time that its event loop was held, in ms. */
  readonly stall: number;
}

/** Times work that leaves others their turn. */
export async function measure(work: () => Promise<unknown>): Promise<Measure> {
  const watch = new LoopWatch();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const { sum, longest } = watch.end();
  return { ms, worked: sum, stall: longest };
}
