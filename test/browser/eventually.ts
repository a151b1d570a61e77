import { setTimeout as delay } from 'node:timers/promises';

/** Limit for a step in which nothing changes, in milliseconds. Only what never comes reaches it, on a busy machine too. */
export const SILENCE_LIMIT = 90_000;

/** Time between two questions, in milliseconds. */
const INTERVAL = 50;

/**
 * Asks until the answer is as wanted, and returns it. For what no event reports, such as a file that another process
 * writes. Gives up when the answer stays the same for too long.
 */
export async function eventually<Answer>(
  ask: () => Answer | Promise<Answer>,
  wanted: (answer: Answer) => boolean,
): Promise<Answer> {
  let last: { readonly answer: unknown; readonly since: number } | undefined;
  for (;;) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch((error: unknown) => new Failure(error));
    if (!(answer instanceof Failure) && wanted(answer)) return answer;
    const now = Date.now();
    if (last === undefined || String(answer) !== String(last.answer)) last = { answer, since: now };
    if (now - last.since > SILENCE_LIMIT) {
      throw new Error(`Not as wanted, and the same for ${SILENCE_LIMIT / 1000} s: ${String(answer)}`);
    }
    await delay(INTERVAL);
  }
}

/** An attempt to get an answer that failed. */
class Failure {
  readonly #error: unknown;

  constructor(error: unknown) {
    this.#error = error;
  }

  toString(): string {
    return String(this.#error);
  }
}
