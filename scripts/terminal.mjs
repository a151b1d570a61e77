import { performance } from 'node:perf_hooks';

/** What stops a script through no fault of its own: the message is one line for the person, shown without a stack. */
export class Stop extends Error {}

/**
 * Runs a script's work. A `Stop` is printed as it is, any other error with its stack; both end in exit code 1.
 * Ctrl+C and its kin end the process through `exit`, so that what `whenProcessEnds` holds is cleared away.
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
    // Whatever is still under way has lost its purpose.
    process.exit(1);
  }
}

/**
 * Shows what is being done and how long it took, on one line.
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
 * Calls `clear` when this process ends in whatever way it can notice, unless the returned function called it before.
 * @param {() => void} clear synchronous, and silent when there is nothing left to do
 * @returns {() => void}
 */
export function whenProcessEnds(clear) {
  pending.add(clear);
  return () => {
    if (pending.delete(clear)) clear();
  };
}
