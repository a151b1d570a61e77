import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { bundleNodeTests, testFiles } from './bundleTests.mjs';
import { root } from './root.mjs';
import { Stop } from './terminal.mjs';

/** Maximum time of a test, in milliseconds. It is reached only by a test that hangs, even on a busy machine. */
const HANG = 4 * 60_000;

/**
 * @typedef {object} Suite
 * @property {string[]} folders what runs when `args` name no file
 * @property {string[]} args the arguments as typed: files or folders that narrow the run, `--grep words`, `--reporter name`
 * @property {import('node:util').ParseArgsConfig['options']} [options] further options that `args` may hold
 * @property {number} [timeout] limit for each test, in milliseconds; 0 for no limit
 * @property {Mocha.RootHookObject} [rootHooks]
 */

/**
 * Bundles test files and runs them with mocha in this process. The last line is `N passed, N failed`; the exit code is
 * 1 if a test failed or none ran.
 * @param {Suite} suite
 */
export async function runMocha({ folders, args, options = {}, timeout = HANG, rootHooks = {} }) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...options, grep: { type: 'string', short: 'g' }, reporter: { type: 'string', short: 'R' } },
  });
  const places = positionals.length > 0 ? positionals : folders;
  const entries = (await Promise.all(places.map(testFiles))).flat();
  if (entries.length === 0) throw new Stop(`No test files in ${places.join(', ')}.`);

  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout,
    forbidOnly: Boolean(process.env['CI']),
    reporter: values.reporter ?? 'spec',
    ...(values.grep === undefined ? {} : { grep: values.grep }),
    rootHooks,
  });
  await mkdir(path.join(root, 'dist-test'), { recursive: true });
  // Each run has its own folder, so that parallel runs do not delete each other's files.
  const outdir = await mkdtemp(path.join(root, 'dist-test/node-'));
  try {
    mocha.files = await bundleNodeTests(entries, outdir);
    await mocha.loadFilesAsync();
    const { passes, failures } = await run(mocha);
    console.log(`${passes} passed, ${failures} failed`);
    if (failures > 0 || passes === 0) process.exitCode = 1;
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

/**
 * @param {Mocha} mocha
 * @returns {Promise<{ passes: number, failures: number }>}
 */
function run(mocha) {
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => resolve({ passes: runner.stats?.passes ?? 0, failures }));
  });
}
