import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { bundleTests, testFiles } from './bundleTests.mjs';
import { root } from './root.mjs';

/**
 * Bundles the tests of a folder and runs them with mocha in this process.
 * @param {{ folder: string, args: string[], timeout?: number }} suite `args` as typed: files or folders that narrow
 *   the run, `--grep words`, `--reporter name`; `timeout` in milliseconds a test
 * @returns {Promise<{ passed: number, failed: number }>} a run without any test counts as one failure
 */
export async function runMocha({ folder, args, timeout = 10_000 }) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { grep: { type: 'string', short: 'g' }, reporter: { type: 'string', short: 'R' } },
  });
  const places = positionals.length > 0 ? positionals : [folder];
  const entries = (await Promise.all(places.map(testFiles))).flat();
  if (entries.length === 0) {
    console.error(`No test files in ${places.join(', ')}.`);
    return { passed: 0, failed: 1 };
  }

  process.setSourceMapsEnabled(true);
  await mkdir(path.join(root, 'dist-test'), { recursive: true });
  // A folder for each run: two runs at once must not take each other's files away.
  const outdir = await mkdtemp(path.join(root, 'dist-test', `${path.basename(folder)}-`));
  try {
    const mocha = new Mocha({
      ui: 'bdd',
      timeout,
      forbidOnly: Boolean(process.env['CI']),
      reporter: values.reporter ?? 'spec',
      ...(values.grep === undefined ? {} : { grep: values.grep }),
    });
    mocha.files = await bundleTests({ entries, outdir, format: 'esm' });
    await mocha.loadFilesAsync();
    return await tally(mocha);
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
    const runner = mocha.run((failures) => {
      const passed = runner.stats?.passes ?? 0;
      if (passed + failures === 0) console.error('No test ran.');
      resolve({ passed, failed: passed + failures === 0 ? 1 : failures });
    });
  });
}
