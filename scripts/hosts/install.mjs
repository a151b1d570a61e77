import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { npm } from '../npm.mjs';
import { root } from '../root.mjs';
import { step } from '../terminal.mjs';
import { hostsDir } from './hostsDir.mjs';

/**
 * Installs a manifest of `scripts/hosts/<name>` with its lock file, once: a second call finds it there.
 *
 * It is built under a name of this process and then renamed, so that a folder with the final name is always whole, and
 * two set-ups at once do the work twice at worst. The final name holds a hash of the lock file: a new one installs anew.
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
      // Somebody else may have finished first; then theirs serves as well.
      if (!existsSync(dir)) await rename(building, dir);
    } finally {
      await rm(building, { recursive: true, force: true });
    }
  });
  return dir;
}

/** Removes what set-ups left behind that were cut off: `<name>.<process>` of a process that is gone. */
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
