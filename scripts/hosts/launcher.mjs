#!/usr/bin/env node
// Replaces a desktop VS Code: takes its arguments, runs the tests in the extension host of a VS Code server that a
// headless browser opens, prints their output, and exits with their result. `ONE_ON_ONE_HOST` names the server.
import { writeSync } from 'node:fs';
import { format, parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { openLog } from '../childProcess.mjs';
import { main, Stop } from '../terminal.mjs';
import { browserLaunchOptions } from './browser.mjs';
import { sourcePlaces } from './sourcePlaces.mjs';
import { temporaryDir } from './temporaryDir.mjs';
import { installHost, startServer } from './vscodeServer.mjs';

/** Maximum time without output from the tests, in milliseconds. It is longer than the limit of a single test. */
const patience = 5 * 60_000;

/**
 * Maximum time until the first output, in milliseconds, for each time that the workbench is loaded. VS Code 1.100 now and
 * then loses the folders of a workspace file that a server holds. The tests cannot start then, and loading the page
 * again is the only remedy.
 */
const startPatience = [30_000, 60_000, 120_000, patience];

/** Prefix of the tests' own lines in the console (see `test/host/hostReporter.ts`), which also has VS Code's output. */
const mark = '│ ';

await main(async () => {
  const { values, positionals } = parseArgs({
    // Unknown arguments are ignored.
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true, default: [] },
      extensionTestsPath: { type: 'string', default: '' },
    },
  });
  const place = positionals[0];
  if (place === undefined) throw new Stop('Name a folder or a workspace file to open.');
  const name = process.env['ONE_ON_ONE_HOST'] === 'floor' ? 'floor' : 'newest';
  const host = await installHost(name);
  const log = openLog(`tests-${name}-${process.pid}`);
  const browser = await chromium.launch(await browserLaunchOptions());
  const server = await startServer(host, { dataDir: temporaryDir('server'), args: ['--enable-smoke-test-driver'] });

  const remote = (/** @type {unknown} */ file) => `vscode-remote://${server.origin}${String(file)}`;
  const payload = [
    ...[values['extensionDevelopmentPath']].flat().map((dir) => ['extensionDevelopmentPath', remote(dir)]),
    ['extensionTestsPath', remote(values['extensionTestsPath'])],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({
    [place.endsWith('.code-workspace') ? 'workspace' : 'folder']: place,
    tkn: server.token,
    payload: JSON.stringify(payload),
  });
  const toSources = sourcePlaces(String(values['extensionTestsPath']));
  try {
    process.exitCode = await resultOf(await browser.newPage(), {
      address: `http://${server.origin}/?${query}`,
      onLine: (line) => {
        if (line.startsWith(mark)) console.log(toSources(line.slice(mark.length)));
        else writeSync(log.descriptor, `${line}\n`);
        return line.startsWith(mark);
      },
    });
  } finally {
    if (process.exitCode !== 0) console.log(`The whole console is in ${log.file}.`);
    await browser.close();
    server.stop();
  }
});

/**
 * Opens a workbench that runs tests, and waits for their end.
 * @param {import('playwright-core').Page} page
 * @param {{ address: string, onLine: (line: string) => boolean }} run `onLine` gets each line of the workbench's console
 *   and says whether it is a sign of life of the tests
 * @returns {Promise<number>} the exit code that VS Code gives them
 */
function resultOf(page, { address, onLine }) {
  return new Promise((resolve, reject) => {
    let loads = 0;
    let started = false;
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const waitFor = (/** @type {number} */ time) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!started && loads < startPatience.length) load();
        else reject(new Stop(`The tests have said nothing for ${time / 60_000} minutes.`));
      }, time);
    };
    const load = () => {
      waitFor(startPatience[loads] ?? patience);
      loads++;
      if (loads > 1) console.log('The tests did not start. The workbench is loaded again.');
      page.goto(address).catch(reject);
    };
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      resolve(code);
    };
    const log = (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      if (!onLine(format(...args))) return;
      started = true;
      waitFor(patience);
    };
    page.once('crash', () => reject(new Stop('The browser crashed.')));
    Promise.all([page.exposeFunction('codeAutomationExit', finish), page.exposeFunction('codeAutomationLog', log)])
      .then(load)
      .catch(reject);
  });
}
