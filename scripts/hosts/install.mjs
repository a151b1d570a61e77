import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { npm } from '../npm.mjs';
import { root } from '../root.mjs';
import { step } from '../terminal.mjs';
import { hostsDir } from './hostsDir.mjs';

/**
 * Installs the manifest in `scripts/hosts/<name>` with its lock file, unless it is already installed.
 *
 * The installation is built under a temporary name with the process id and then renamed, so that the final folder is
 * always complete. Two parallel installations at worst repeat the work. The final name contains a hash of the lock
 * file, so that a new lock file triggers a new installation.
 * @param {{ name: string, title: string, finish: (dir: string) => Promise<void> }} what `finish` does what npm cannot
 * @returns {Promise<string>} the folder, absolute
 */
export async function install({ name, title, finish }) {
  const manifest = path.join(root, 'scripts/hosts', name);
  const lock = await readFile(path.join(manifest, 'package-lock.json'));
  const dir = path.join(hostsDir, `${name}-${createHash('sha256').update(lock).digest('hex').slice(0, 8)}`);
  if (existsSync(dir)) return dir;

  await step(`Installing ${title}`, async () => {
    await removeLeftovers();
    const building = `${dir}.${process.pid}`;
    await mkdir(building, { recursive: true });
    try {
      for (const file of ['package.json', 'package-lock.json']) {
        await cp(path.join(manifest, file), path.join(building, file));
      }
      await npm(['ci'], { cwd: building, log: `install-${name}` });
      await finish(building);
      // If another process finished first, its folder is used.
      if (!existsSync(dir)) await rename(building, dir);
    } finally {
      await rm(building, { recursive: true, force: true });
    }
  });
  return dir;
}

/** Removes the temporary folders (`<name>.<process>`) of processes that no longer run. */
async function removeLeftovers() {
  if (!existsSync(hostsDir)) return;
  for (const entry of readdirSync(hostsDir)) {
    const pid = /\.(\d+)$/.exec(entry)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(path.join(hostsDir, entry), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
