import { NoNetwork, runQuietly } from './childProcess.mjs';

/**
 * Installs what the manifest of a folder names, without running the packages' scripts.
 * @param {string[]} command
 * @param {{ cwd: string, log: string }} how `log` a name for `openLog`
 */
export async function npm(command, { cwd, log }) {
  const mode = (await isReachable(cwd)) ? '--prefer-offline' : '--offline';
  await runQuietly(['npm', ...command, '--ignore-scripts', mode], { cwd, log });
}

/**
 * Whether the registry answers. Without this question npm would ask for every package, several times, before it gives
 * up: about a minute. Offline it still installs what it has in its cache.
 * @param {string} cwd
 */
async function isReachable(cwd) {
  try {
    await runQuietly(['npm', 'ping', '--fetch-retries=0'], { cwd, log: 'ping' });
    return true;
  } catch (error) {
    // Some registries do not know the question, and say so: they are there.
    return !(error instanceof NoNetwork);
  }
}
