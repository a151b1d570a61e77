// Tests the tests of the core: `npm run test:mutation -- [--lines N] [--seed N] [src/core/note …]`. Stryker changes the
// code on a random sample of lines, one change at a time, and lists the changes that no test notices.
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleNodeTests, testFiles } from './bundleTests.mjs';
import { install } from './hosts/install.mjs';
import { root } from './root.mjs';
import { main, Stop } from './terminal.mjs';

/** The bundled tests, relative to the root. */
const bundles = 'dist-test/mutation';

/** Share of the changes that the tests must notice, in percent. */
const target = 90;

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      bundle: { type: 'boolean' },
      lines: { type: 'string', default: '400' },
      seed: { type: 'string', default: '20261130' },
    },
  });
  if (values.bundle) {
    await bundleTests();
    return;
  }
  const [lines, seed] = [Number(values.lines), Number(values.seed)];
  if (!Number.isInteger(lines) || !Number.isInteger(seed)) throw new Stop('--lines and --seed take a whole number.');
  const changes = await run(await sample(positionals.length > 0 ? positionals : ['src/core'], lines, seed));

  const count = (/** @type {string[]} */ statuses) => changes.filter(({ status }) => statuses.includes(status)).length;
  const passed = count(['Killed', 'Timeout']);
  const failed = count(['Survived', 'NoCoverage']);
  console.log(`${passed} of ${passed + failed} changes noticed, ${((passed / (passed + failed)) * 100).toFixed(1)} %`);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (passed < ((passed + failed) * target) / 100) process.exitCode = 1;
});

/** Bundles the tests of the core. Stryker calls this in a copy of the project that holds all changes, switched off. */
async function bundleTests() {
  const outdir = path.join(root, bundles);
  await rm(outdir, { recursive: true, force: true });
  await bundleNodeTests([...(await testFiles('test/core')), ...(await testFiles('test/properties'))], outdir);
}

/**
 * @param {string[]} mutate files with ranges of lines
 * @returns {Promise<{ status: string }[]>} the changes, each with what became of it
 */
async function run(mutate) {
  const dir = await install({ name: 'mutation', title: 'Stryker', finish: () => Promise.resolve() });
  const packages = path.join(dir, 'node_modules/@stryker-mutator');
  /** @type {{ Stryker: new (options: object) => { runMutationTest(): Promise<{ status: string }[]> } }} */
  const { Stryker } = await import(pathToFileURL(path.join(packages, 'core/dist/src/index.js')).href);
  return new Stryker({
    mutate,
    plugins: [path.join(packages, 'mocha-runner/dist/src/index.js')],
    buildCommand: 'node scripts/testMutation.mjs --bundle',
    testRunner: 'mocha',
    mochaOptions: { spec: [`${bundles}/**/*.test.mjs`], 'no-config': true },
    coverageAnalysis: 'perTest',
    ignorePatterns: ['/.hosts', '/dist', '/dist-test', '/test/browser'],
    tempDirName: 'dist-test/stryker',
    // esbuild needs no rewritten tsconfig.json.
    tsconfigFile: 'none',
    logLevel: 'error',
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  }).runMutationTest();
}

/**
 * Returns lines of code at random, as Stryker writes them: `src/core/text/lines.ts:12-12`.
 * @param {string[]} places files or folders, relative to the root
 * @param {number} count
 * @param {number} seed
 * @returns {Promise<string[]>}
 */
async function sample(places, count, seed) {
  const files = (await Promise.all(places.map(sourceFiles))).flat();
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));
  const random = randomNumbers(seed);
  return files
    .flatMap((file, index) => codeLines(texts[index] ?? '').map((line) => `${file}:${line}-${line}`))
    .map((line) => ({ line, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ line }) => line);
}

/**
 * @param {string} place
 * @returns {Promise<string[]>} relative to the root, in a fixed order
 */
async function sourceFiles(place) {
  if (place.endsWith('.ts')) return [place];
  const names = await readdir(path.join(root, place), { recursive: true });
  return names
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => path.join(place, name));
}

/**
 * @param {string} text
 * @returns {number[]} the lines that are neither blank, comment nor import, from 1
 */
function codeLines(text) {
  return text
    .split('\n')
    .flatMap((line, index) =>
      /\w/.test(line) && !/^\s*(\/\/|\/?\*|import |export type |\} from )/.test(line) ? [index + 1] : [],
    );
}

/**
 * Returns a generator of numbers from 0 to 1: mulberry32.
 * @param {number} seed
 */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
