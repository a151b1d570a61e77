import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { bundleNodeTests, testFiles } from './bundleTests.mjs';
import { root } from './root.mjs';
import { Stop } from './terminal.mjs';

/** Maximum time of a test, in milliseconds. It is reached only by a test that hangs, even on a busy machine. */
const HANG = 4 * 60_000;

/** @typedef {{ passed: number, failed: number, firstError?: unknown }} Result */

/**
 * @typedef {object} Suite
 * @property {string[]} folders what runs when `args` name no file
 * @property {string[]} args the arguments as typed: files or folders that narrow the run, `--grep words`, `--reporter name`
 * @property {import('node:util').ParseArgsConfig['options']} [options] further options that `args` may hold
 * @property {number} [timeout] limit for each test, in milliseconds; 0 for no limit
 * @property {(firstError: unknown) => boolean} [mayRunAgain] tests the first error of a file with a failed test. If it is true, the
 *   file runs once more from its beginning, and that run counts.
 * @property {Mocha.RootHookObject} [rootHooks]
 */

/**
 * Bundles test files and runs them with mocha in this process. The last line is `N passed, N failed`; the exit code is
 * 1 if a test failed or none ran.
 * @param {Suite} suite
 */
export async function runMocha({ folders, args, options = {}, timeout = HANG, mayRunAgain, rootHooks = {} }) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...options, grep: { type: 'string', short: 'g' }, reporter: { type: 'string', short: 'R' } },
  });
  const places = positionals.length > 0 ? positionals : folders;
  const entries = (await Promise.all(places.map(testFiles))).flat();
  if (entries.length === 0) throw new Stop(`No test files in ${places.join(', ')}.`);

  process.setSourceMapsEnabled(true);
  /** @type {Mocha.MochaOptions} */
  const mochaOptions = {
    ui: 'bdd',
    timeout,
    forbidOnly: Boolean(process.env['CI']),
    reporter: values.reporter ?? 'spec',
    ...(values.grep === undefined ? {} : { grep: values.grep }),
    rootHooks,
  };
  const results = await run(entries, mochaOptions);
  const again = entries.filter((entry) => {
    const { failed, firstError } = results.get(entry) ?? NOTHING;
    return failed > 0 && mayRunAgain?.(firstError);
  });
  if (again.length > 0) {
    console.log(`Run again: ${again.map((entry) => path.relative(root, entry)).join(', ')}`);
    for (const [entry, result] of await run(again, mochaOptions)) results.set(entry, result);
  }
  const sum = (/** @type {'passed' | 'failed'} */ what) =>
    [...results.values()].reduce((all, result) => all + result[what], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}

/**
 * @param {string[]} entries
 * @param {Mocha.MochaOptions} options
 * @returns {Promise<Map<string, Result>>} by entry
 */
async function run(entries, options) {
  await mkdir(path.join(root, 'dist-test'), { recursive: true });
  // Each run has its own folder, so that parallel runs do not delete each other's files, and no module is loaded twice.
  const outdir = await mkdtemp(path.join(root, 'dist-test/node-'));
  try {
    const mocha = new Mocha(options);
    mocha.files = await bundleNodeTests(entries, outdir);
    await mocha.loadFilesAsync();
    const byBundle = await countByFile(mocha);
    return new Map(entries.map((entry, index) => [entry, byBundle.get(mocha.files[index] ?? '') ?? NOTHING]));
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

/** @type {Result} */
const NOTHING = { passed: 0, failed: 0 };

/**
 * @param {Mocha} mocha
 * @returns {Promise<Map<string, Result>>} by the file of the test or hook
 */
function countByFile(mocha) {
  /** @type {Map<string, Result>} */
  const results = new Map();
  const count = (
    /** @type {'passed' | 'failed'} */ what,
    /** @type {Mocha.Runnable} */ runnable,
    /** @type {unknown} */ error,
  ) => {
    // A hook around all files has no file: it fails for the test that it is run for, or else for the first file.
    const file = runnable.file ?? runnable.ctx?.currentTest?.file ?? mocha.files[0] ?? '';
    const before = results.get(file) ?? NOTHING;
    const firstError = before.failed > 0 ? before.firstError : error;
    results.set(file, { ...before, [what]: before[what] + 1, firstError });
  };
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(results));
    runner.on('pass', (test) => count('passed', test, undefined));
    runner.on('fail', (test, error) => count('failed', test, error));
  });
}
