import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { npm } from './npm.mjs';
import { root } from './root.mjs';
import { step, Stop } from './terminal.mjs';

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */

/**
 * Installs the project's packages if they are missing or differ from the lock file. This module must not import any of
 * them, because it runs first in a fresh clone.
 */
export async function ensureDependencies() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Stop(`Node 20 or newer is needed; this is ${process.versions.node}.`);
  if (await isInstalled()) return;
  await step('Installing packages', () => npm(['ci'], { cwd: root, log: 'install' }));
}

/** Whether node_modules matches the lock file, according to npm's own record. */
async function isInstalled() {
  const wanted = await lockedPackages('package-lock.json');
  const installed = await lockedPackages('node_modules/.package-lock.json').catch(() => undefined);
  return (
    installed !== undefined &&
    Object.entries(wanted).every(
      ([place, { version, optional }]) => place === '' || optional || installed[place]?.version === version,
    )
  );
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, LockedPackage>>}
 */
async function lockedPackages(file) {
  return JSON.parse(await readFile(path.join(root, file), 'utf8')).packages;
}
