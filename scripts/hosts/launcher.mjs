#!/usr/bin/env node
// Stands in for a desktop VS Code: takes its arguments, runs the tests in the extension host of a VS Code server that a
// headless browser opens, prints their console, and exits with their result. `ONE_ON_ONE_HOST` names the server.
import { format, parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { main, Stop } from '../terminal.mjs';
import { browserLaunchOptions } from './browser.mjs';
import { temporaryDir } from './temporaryDir.mjs';
import { installHost, startServer } from './vscodeServer.mjs';

/** How long tests may run before the launcher gives up on them, in milliseconds. */
const patience = 10 * 60_000;

await main(async () => {
  const { values, positionals } = parseArgs({
    // Others know more arguments; what is not known here is of no matter.
    strict: false,
    allowPositionals: true,
    options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
  });
  const folder = positionals[0];
  if (folder === undefined) throw new Stop('Name a folder to open.');
  const name = process.env['ONE_ON_ONE_HOST'] === 'floor' ? 'floor' : 'newest';
  const host = await installHost(name);
  const browser = await chromium.launch(await browserLaunchOptions());
  const server = await startServer(host, {
    dataDir: temporaryDir('server'),
    args: ['--enable-smoke-test-driver'],
  });

  const page = await browser.newPage();
  const exitCode = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) =>
      console.log(process.env.DEBUGL ? type:'', format(...args)),
    );
    page.exposeFunction('codeAutomationExit', resolve);
    page.once('crash', () => reject(new Stop('The browser crashed.')));
    setTimeout(() => reject(new Stop(`The tests did not end within ${patience / 60_000} minutes.`)), patience).unref();
  });
  const remote = (/** @type {unknown} */ place) => `vscode-remote://${server.origin}${String(place)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(values['extensionDevelopmentPath'])],
    ['extensionTestsPath', remote(values['extensionTestsPath'])],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder, tkn: server.token, payload: JSON.stringify(payload) });
  await page.goto(`http://${server.origin}/?${query}`);
  process.exitCode = Number(await exitCode);
  await browser.close();
  server.stop();
});
