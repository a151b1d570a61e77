import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { bundleNodeTests, testFiles } from './bundleTests.mjs';
import { root } from './root.mjs';
import { Stop } from './terminal.mjs';

/**
 * Bundles the tests of some folders and runs them with mocha in this process. The last line says `N passed, N failed`;
 * the exit code is 1 when one failed or none ran.
 * @param {{ folders: string[], args: string[], timeout?: number, retries?: number, rootHooks?: Mocha.RootHookObject }} suite
 *   `args` as typed: files or folders that narrow the run, `--grep words`, `--reporter name`; `timeout` in milliseconds a
 *   test; `retries` how often one that failed is tried again, which is said
 */
export async function runMocha({ folders, args, timeout = 10_000, retries = 0, rootHooks = {} }) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { grep: { type: 'string', short: 'g' }, reporter: { type: 'string', short: 'R' } },
  });
  const places = positionals.length > 0 ? positionals : folders;
  const entries = (await Promise.all(places.map(testFiles))).flat();
  if (entries.length === 0) throw new Stop(`No test files in ${places.join(', ')}.`);

  process.setSourceMapsEnabled(true);
  await mkdir(path.join(root, 'dist-test'), { recursive: true });
  // A folder for each run: two runs at once must not take each other's files away.
  const outdir = await mkdtemp(path.join(root, 'dist-test/node-'));
  try {
    const mocha = new Mocha({
      ui: 'bdd',
      timeout,
      retries,
      forbidOnly: Boolean(process.env['CI']),
      reporter: values.reporter ?? 'spec',
      ...(values.grep === undefined ? {} : { grep: values.grep }),
      rootHooks,
    });
    mocha.files = await bundleNodeTests(entries, outdir);
    await mocha.loadFilesAsync();
    const { passed, failed } = await tally(mocha);
    console.log(`${passed} passed, ${failed} failed`);
    if (failed > 0 || passed === 0) process.exitCode = 1;
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

/**
 * @param {Mocha} mocha
 * @returns {Promise<{ passed: number, failed: number }>}
 */
function tally(mocha) {
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => resolve({ passed: runner.stats?.passes ?? 0, failed: failures }));
    runner.on('retry', (test, error) => console.log(`    Tried again: ${test.title}\n      ${error}`));
  });
}
