// Runs all tests: `npm test [-- --only core,browser]`. The last line is `N passed, N failed` for all suites.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { ensureDependencies } from './dependencies.mjs';
import { browserLaunchOptions } from './hosts/browser.mjs';
import { installHost } from './hosts/vscodeServer.mjs';
import { root } from './root.mjs';
import { main, Stop, whenProcessEnds } from './terminal.mjs';

/** @typedef {{ passed: number, failed: number, seconds: number, failures: string }} Result */

/** The suites that need only Node. */
const inNode = ['core', 'properties', 'scripts'];

/** The test suites. Each runs in its own process, so that a crash or hang does not affect the others. */
const suites = [
  { name: 'core', title: 'Core', command: ['scripts/testCore.mjs'] },
  { name: 'properties', title: 'Properties of the core', command: ['scripts/testProperties.mjs'] },
  { name: 'scripts', title: 'Scripts', command: ['scripts/testScripts.mjs'] },
  { name: 'newest', title: 'VS Code 1.139', command: ['scripts/testHost.mjs', 'newest'] },
  { name: 'floor', title: 'VS Code 1.100', command: ['scripts/testHost.mjs', 'floor'] },
  { name: 'web', title: 'VS Code 1.139, extension host in the browser', command: ['scripts/testHost.mjs', 'web'] },
  { name: 'browser', title: 'A person in the browser', command: ['scripts/testBrowser.mjs'] },
];

await main(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = values.only?.split(',') ?? suites.map(({ name }) => name);
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Stop(`No such suite: ${unknown.join(', ')}. There are ${suites.map(({ name }) => name).join(', ')}.`);
  }

  await ensureDependencies();
  if (names.some((name) => !inNode.includes(name))) {
    await installHost('newest');
    if (names.includes('floor')) await installHost('floor');
    await browserLaunchOptions();
  }

  /** @type {({ title: string } & Result)[]} */
  const results = [];
  for (const suite of suites.filter(({ name }) => names.includes(name))) {
    console.log(`\n── ${suite.title} ──`);
    results.push({ title: suite.title, ...(await run(suite.command)) });
  }

  for (const { title, failures } of results.filter(({ failed }) => failed > 0)) {
    console.log(`\n── Failed in ${title} ──\n${failures}`);
  }
  console.log('\n── Summary ──');
  for (const { title, passed, failed, seconds } of results) {
    console.log(`${failed > 0 ? '✘' : '✔'} ${title}: ${passed} passed, ${failed} failed, ${seconds.toFixed(0)} s`);
  }
  const sum = (/** @type {'passed' | 'failed'} */ what) => results.reduce((total, result) => total + result[what], 0);
  if (sum('failed') > 0) process.exitCode = 1;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
});

/**
 * Runs one suite and parses the line at its end. A suite that runs no test, or fails otherwise, counts as one failure.
 * @param {string[]} command
 * @returns {Promise<Result>}
 */
async function run(command) {
  const start = performance.now();
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const release = whenProcessEnds(() => child.kill());
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    process.stdout.write(chunk);
    output += chunk;
  });
  const code = await new Promise((resolve) => {
    child.once('close', resolve);
  });
  release();

  const [, passed = 0, failed = 0] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  const broken = code !== 0 || Number(passed) + Number(failed) === 0;
  return {
    passed: Number(passed),
    failed: broken ? Math.max(1, Number(failed)) : Number(failed),
    seconds: (performance.now() - start) / 1000,
    failures: broken || Number(failed) > 0 ? failuresIn(output) : '',
  };
}

/**
 * What a suite's output says of its failures: at most 80 lines from each "N failing", or the last 40 lines of a suite
 * that ended without one. It is repeated below all suites, since the log of a whole run is easily cut in its middle.
 * @param {string} output
 */
function failuresIn(output) {
  const lines = stripVTControlCharacters(output).trimEnd().split('\n');
  const starts = [...lines.keys()].filter((index) => /^\s*\d+ failing$/.test(lines[index] ?? ''));
  if (starts.length === 0) return lines.slice(-40).join('\n');
  return starts.flatMap((start) => lines.slice(start, start + 80)).join('\n');
}
