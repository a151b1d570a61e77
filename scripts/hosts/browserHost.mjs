import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { pack } from '../pack.mjs';
import { browserLaunchOptions } from './browser.mjs';
import { temporaryDir } from './temporaryDir.mjs';
import { installExtension, installHost, startServer } from './vscodeServer.mjs';

/**
 * @typedef BrowserHost
 * @property {import('playwright-core').Browser} browser
 * @property {string} vsix the packed extension
 * @property {(settings: object) => Promise<void>} setSettings gives windows that open from now on these settings of the user,
 *   and takes back what a person changed
 * @property {(place?: string) => string} addressOf where the server shows a folder or workspace file, given by its absolute
 *   path; without one, a window in which nothing is open
 * @property {(day?: string) => Promise<void>} setToday gives windows that open from now on another day, `YYYY-MM-DD`; without
 *   one, the machine's
 */

const otherDay = new URL('otherDay.mjs', import.meta.url).href;

/** @type {Promise<BrowserHost & { close: () => Promise<void> }> | undefined} */
let running;

/**
 * Returns the server and browser of a test run, with the packed extension installed. They start with the first call and
 * end with `closeBrowserHost`.
 * @returns {Promise<BrowserHost>}
 */
export function browserHost() {
  return (running ??= start());
}

/** Stops the server and the browser if they are running. */
export async function closeBrowserHost() {
  const host = await running;
  running = undefined;
  await host?.close();
}

async function start() {
  const host = await installHost('newest');
  const launchOptions = await browserLaunchOptions();
  const dataDir = temporaryDir('server');
  const vsix = await pack(dataDir);
  await installExtension(host, { vsix, dataDir });
  const dayFile = path.join(dataDir, 'today');
  const settingsFile = path.join(dataDir, 'data/User/settings.json');
  await mkdir(path.dirname(settingsFile), { recursive: true });
  const server = await startServer(host, {
    dataDir,
    nodeArgs: ['--import', `${otherDay}?${encodeURIComponent(dayFile)}`],
  });
  const browser = await chromium.launch(launchOptions);
  return {
    browser,
    vsix,
    addressOf: (/** @type {string | undefined} */ place) =>
      `http://${server.origin}/?${new URLSearchParams({ ...opened(place), tkn: server.token })}`,
    setSettings: (/** @type {object} */ settings) => writeFile(settingsFile, JSON.stringify(settings)),
    setToday: (/** @type {string | undefined} */ day) =>
      day === undefined ? rm(dayFile, { force: true }) : writeFile(dayFile, day),
    close: async () => {
      await browser.close();
      server.stop();
    },
  };
}

/** @param {string | undefined} place */
function opened(place) {
  if (place === undefined) return { ew: 'true' };
  return place.endsWith('.code-workspace') ? { workspace: place } : { folder: place };
}
