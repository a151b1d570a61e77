/** Work in steps, between which whoever runs it may let others do theirs, with what comes of it at the end. */
export type Cooperative<Result> = Generator<void, Result>;

/** Does all steps one after the other. */
export function runToCompletion<Result>(steps: Cooperative<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}
