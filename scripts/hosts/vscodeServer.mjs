import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openLog, runQuietly } from '../childProcess.mjs';
import { npm } from '../npm.mjs';
import { Stop, whenProcessEnds } from '../terminal.mjs';
import { install } from './install.mjs';
import { nodeOf } from './node.mjs';

/** @typedef {'newest' | 'floor'} HostName */
/**
 * @typedef Host a VS Code server that is installed
 * @property {HostName} name
 * @property {string} node the Node that it runs on
 * @property {string} main `server-main.js`
 */

/** The VS Code versions of the tests: the newest one, and the oldest one that `engines.vscode` allows. */
const versions = { newest: '1.139.1', floor: '1.100.3' };

/** Settings of every window of a server: no welcome pages, assistants or prompts. */
const machineSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
};

/**
 * @param {string} dir
 * @returns {string} VS Code's own server within an installed host
 */
const serverDir = (dir) => path.join(dir, 'node_modules/code-server/lib/vscode');

/**
 * Installs a host unless it is already installed.
 * @param {HostName} name
 * @returns {Promise<Host>}
 */
export async function installHost(name) {
  const dir = await install({
    name,
    title: `VS Code ${versions[name]}`,
    finish: async (building) => {
      // `npm ci` would fail, because the lock file of the server is incomplete.
      await npm(['install', '--omit=dev'], { cwd: serverDir(building), log: `install-${name}-server` });
      if (name === 'floor') await addRipgrep(building);
    },
  });
  return {
    name,
    node: name === 'floor' ? process.execPath : nodeOf(dir),
    main: path.join(serverDir(dir), 'out/server-main.js'),
  };
}

/**
 * Adds ripgrep to VS Code 1.100, whose install script does not run here. Without it `findFiles` returns nothing.
 * @param {string} dir
 */
async function addRipgrep(dir) {
  const source = path.join(dir, `node_modules/@vscode/ripgrep-universal/bin/${process.platform}-${process.arch}/rg`);
  const target = path.join(serverDir(dir), 'node_modules/@vscode/ripgrep/bin/rg');
  await mkdir(path.dirname(target), { recursive: true });
  await cp(source, target);
  await chmod(target, 0o755);
}

/**
 * Installs a packed extension into a server's data folder.
 * @param {Host} host
 * @param {{ vsix: string, dataDir: string }} what
 */
export async function installExtension({ node, main, name }, { vsix, dataDir }) {
  const args = [main, '--install-extension', vsix, '--server-data-dir', dataDir, '--accept-server-license-terms'];
  await runQuietly([node, ...args], { cwd: dataDir, log: `install-extension-${name}` });
}

/**
 * Starts a server that is reachable only from this machine and only with its token.
 * @param {Host} host
 * @param {{ dataDir: string, port?: number, args?: string[], nodeArgs?: string[] }} how without a `port`, any that is free
 * @returns {Promise<{ origin: string, token: string, port: number, ended: Promise<void>, stop: () => void }>}
 *   it is stopped with this process at the latest; `ended` resolves whenever it is gone
 */
export async function startServer({ node, main, name }, { dataDir, port = 0, args = [], nodeArgs = [] }) {
  await mkdir(path.join(dataDir, 'data/Machine'), { recursive: true });
  await writeFile(path.join(dataDir, 'data/Machine/settings.json'), JSON.stringify(machineSettings, undefined, 2));

  const token = randomBytes(16).toString('hex');
  const log = openLog(`server-${name}-${process.pid}`);
  const server = spawn(
    node,
    [
      ...nodeArgs,
      main,
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--server-data-dir', dataDir, '--telemetry-level', 'off'],
      ...['--accept-server-license-terms', '--disable-workspace-trust'],
      ...args,
    ],
    // The server gets its own process group, so that its extension hosts and watchers end with it.
    { detached: true, stdio: ['ignore', 'pipe', log.descriptor] },
  );
  const stop = whenProcessEnds(() => killGroup(server.pid));
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    server.once('exit', () => resolve());
  });

  /** @type {number} */
  const boundPort = await new Promise((resolve, reject) => {
    let output = '';
    server.stdout?.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
      const [, listening] = /Extension host agent listening on (\d+)/.exec(output) ?? [];
      if (listening) resolve(Number(listening));
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Stop(`The VS Code server did not start. The log is in ${log.file}.`)));
  });
  return { origin: `127.0.0.1:${boundPort}`, token, port: boundPort, ended, stop };
}

/** @param {number | undefined} leader */
function killGroup(leader) {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // The server has already ended.
  }
}
