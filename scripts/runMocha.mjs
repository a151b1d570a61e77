import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { bundleNodeTests, testFiles } from './bundleTests.mjs';
import { root } from './root.mjs';
import { Stop } from './terminal.mjs';

/** @typedef {{ passed: number, failed: number }} Result */

/**
 * Bundles the tests of some folders and runs them with mocha in this process. The last line says `N passed, N failed`;
 * the exit code is 1 when one failed or none ran.
 * @param {{ folders: string[], args: string[], timeout?: number, tries?: number, rootHooks?: Mocha.RootHookObject }} suite
 *   `args` as typed: files or folders that narrow the run, `--grep words`, `--reporter name`; `timeout` in milliseconds a
 *   test; `tries` how often a file in which a test failed is run at most, from its beginning: its last run counts
 */
export async function runMocha({ folders, args, timeout = 20_000, tries = 1, rootHooks = {} }) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { grep: { type: 'string', short: 'g' }, reporter: { type: 'string', short: 'R' } },
  });
  const places = positionals.length > 0 ? positionals : folders;
  const entries = (await Promise.all(places.map(testFiles))).flat();
  if (entries.length === 0) throw new Stop(`No test files in ${places.join(', ')}.`);

  process.setSourceMapsEnabled(true);
  /** @type {Mocha.MochaOptions} */
  const options = {
    ui: 'bdd',
    timeout,
    forbidOnly: Boolean(process.env['CI']),
    reporter: values.reporter ?? 'spec',
    ...(values.grep === undefined ? {} : { grep: values.grep }),
    rootHooks,
  };
  /** @type {Map<string, Result>} */
  const results = new Map();
  let due = entries;
  for (let left = tries; left > 0 && due.length > 0; left--) {
    if (left < tries) console.log(`Tried again: ${due.map((entry) => path.relative(root, entry)).join(', ')}`);
    for (const [entry, result] of await run(due, options)) results.set(entry, result);
    due = due.filter((entry) => results.get(entry)?.failed);
  }
  const sum = (/** @type {keyof Result} */ what) =>
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
  // A folder for each run: two runs at once must not take each other's files away, and no module is loaded twice.
  const outdir = await mkdtemp(path.join(root, 'dist-test/node-'));
  try {
    const mocha = new Mocha(options);
    mocha.files = await bundleNodeTests(entries, outdir);
    await mocha.loadFilesAsync();
    const byBundle = await tally(mocha);
    return new Map(entries.map((entry, index) => [entry, byBundle.get(mocha.files[index] ?? '') ?? NOTHING]));
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

/** @type {Result} */
const NOTHING = { passed: 0, failed: 0 };

/**
 * @param {Mocha} mocha
 * @returns {Promise<Map<string, Result>>} by the file that a test or hook stands in
 */
function tally(mocha) {
  /** @type {Map<string, Result>} */
  const results = new Map();
  const count = (/** @type {keyof Result} */ what, /** @type {Mocha.Runnable} */ runnable) => {
    // Hooks around all files stand in none: they fail for the test that they are run for, else for the first file.
    const file = runnable.file ?? runnable.ctx?.currentTest?.file ?? mocha.files[0] ?? '';
    const before = results.get(file) ?? NOTHING;
    results.set(file, { ...before, [what]: before[what] + 1 });
  };
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(results));
    runner.on('pass', (test) => count('passed', test));
    runner.on('fail', (test) => count('failed', test));
  });
}
