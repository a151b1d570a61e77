import { setTimeout as delay } from 'node:timers/promises';

/** How long to go on asking, and how often, in milliseconds. */
const PATIENCE = 15_000;
const INTERVAL = 50;

/** What `ask` gives as soon as it is as `wanted`; for what no event tells of, such as a file that another process writes. */
export async function eventually<Answer>(
  ask: () => Answer | Promise<Answer>,
  wanted: (answer: Answer) => boolean,
): Promise<Answer> {
  const end = Date.now() + PATIENCE;
  let problem: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (wanted(answer)) {
        return answer;
      }
      problem = answer;
    } catch (error) {
      problem = error;
    }
    await delay(INTERVAL);
  }
  throw new Error(`Not as wanted after ${PATIENCE / 1000} s: ${String(problem)}`, { cause: problem });
}
