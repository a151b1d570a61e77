import { performance } from 'node:perf_hooks';

/** An error that is not a bug of a script. Its one-line message is shown without a stack trace. */
export class Stop extends Error {}

/**
 * Runs a script's work. A `Stop` is printed as a message, any other error with its stack trace; both result in exit
 * code 1. Signals such as Ctrl+C end the process through `exit`, so that the callbacks of `whenProcessEnds` run.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(130));
  }
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    // Work still in progress is no longer needed.
    process.exit(1);
  }
}

/**
 * Prints a step and its duration on one line.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = performance.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    process.stdout.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

/** @type {Set<() => void>} */
const pending = new Set();
process.on('exit', () => {
  for (const clear of [...pending].reverse()) clear();
});

/**
 * Calls `clear` when this process ends, unless the returned function has called it before.
 * @param {() => void} clear synchronous, and silent when there is nothing left to do
 * @returns {() => void}
 */
export function whenProcessEnds(clear) {
  pending.add(clear);
  return () => {
    if (pending.delete(clear)) clear();
  };
}
