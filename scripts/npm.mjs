import { NoNetwork, runQuietly } from './childProcess.mjs';

/**
 * Runs npm in a folder without the packages' install scripts.
 * @param {string[]} command
 * @param {{ cwd: string, log: string }} how `log` a name for `openLog`
 */
export async function npm(command, { cwd, log }) {
  const mode = (await isReachable(cwd)) ? '--prefer-offline' : '--offline';
  await runQuietly(['npm', ...command, '--ignore-scripts', mode], { cwd, log });
}

/**
 * Whether the registry is reachable. Without this check npm would retry each package for about a minute. Offline, npm
 * installs from its cache.
 * @param {string} cwd
 */
async function isReachable(cwd) {
  try {
    await runQuietly(['npm', 'ping', '--fetch-retries=0'], { cwd, log: 'ping' });
    return true;
  } catch (error) {
    // Some registries answer that they do not know `ping`, so they are reachable.
    return !(error instanceof NoNetwork);
  }
}
