#!/usr/bin/env node
// Stands in for a desktop VS Code: takes its arguments, runs the tests in the extension host of a VS Code server that a
// headless browser opens, prints what they report, and exits with their result. `ONE_ON_ONE_HOST` names the server.
import { writeSync } from 'node:fs';
import { format, parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { openLog } from '../childProcess.mjs';
import { main, Stop } from '../terminal.mjs';
import { browserLaunchOptions } from './browser.mjs';
import { sourcePlaces } from './sourcePlaces.mjs';
import { temporaryDir } from './temporaryDir.mjs';
import { installHost, startServer } from './vscodeServer.mjs';

/** How long tests may run before the launcher gives up on them, in milliseconds. */
const patience = 10 * 60_000;

/** What begins a line of the tests (`test/host/hostReporter.ts`) in a console that VS Code fills with its own. */
const mark = '│ ';

await main(async () => {
  const { values, positionals } = parseArgs({
    // Others know more arguments; what is not known here is of no matter.
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
  const browser = await chromium.launch(await browserLaunchOptions());
  const server = await startServer(host, {
    dataDir: temporaryDir('server'),
    args: ['--enable-smoke-test-driver'],
  });

  const toSources = sourcePlaces(String(values['extensionTestsPath']));
  const log = openLog(`tests-${name}-${process.pid}`);
  const page = await browser.newPage();
  const exitCode = new Promise((resolve, reject) => {
    page.once('crash', () => reject(new Stop('The browser crashed.')));
    setTimeout(() => reject(new Stop(`The tests did not end within ${patience / 60_000} minutes.`)), patience).unref();
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    const line = format(...args);
    if (line.startsWith(mark)) console.log(toSources(line.slice(mark.length)));
    else writeSync(log.descriptor, `${line}\n`);
  });

  const remote = (/** @type {unknown} */ place) => `vscode-remote://${server.origin}${String(place)}`;
  const payload = [
    ...[values['extensionDevelopmentPath']].flat().map((place) => ['extensionDevelopmentPath', remote(place)]),
    ['extensionTestsPath', remote(values['extensionTestsPath'])],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({
    [place.endsWith('.code-workspace') ? 'workspace' : 'folder']: place,
    tkn: server.token,
    payload: JSON.stringify(payload),
  });
  await page.goto(`http://${server.origin}/?${query}`);
  process.exitCode = Number(await exitCode);
  if (process.exitCode !== 0) console.log(`The whole console is in ${log.file}.`);
  await browser.close();
  server.stop();
});
