/** Made while bundling by `scripts/hostTestsPlugin.mjs`: the tests of this run, and what was asked of it. */
declare module 'host-tests' {
  /** Each loads a test file, by its path; a file that cannot be loaded fails alone. */
  export const testFiles: Readonly<Record<string, () => Promise<unknown>>>;
  /** Only tests whose full name holds these words; `undefined` for all. */
  export const grep: string | undefined;
  /** Whether random tests run at full length. */
  export const isLong: boolean;
}
