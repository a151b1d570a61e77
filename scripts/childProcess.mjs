import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hostsDir } from './hosts/hostsDir.mjs';
import { Stop, whenProcessEnds } from './terminal.mjs';

/** An error of a tool that could not reach the network. */
export class NoNetwork extends Stop {}

/**
 * Opens and empties a log. The output of tools and servers goes there instead of the terminal.
 * @param {string} name without an ending
 * @returns {{ file: string, descriptor: number }}
 */
export function openLog(name) {
  const file = path.join(hostsDir, 'logs', `${name}.log`);
  mkdirSync(path.dirname(file), { recursive: true });
  return { file, descriptor: openSync(file, 'w') };
}

/**
 * Runs a tool to its end, with its output in a log.
 * @param {string[]} command
 * @param {{ log: string, cwd: string, env?: Record<string, string | undefined> }} how `log` a name for `openLog`
 * @returns {Promise<void>} rejects with a `Stop` that names the log, or says that the network is missing
 */
export async function runQuietly([executable = '', ...args], { log, cwd, env = process.env }) {
  const { file, descriptor } = openLog(log);
  try {
    const child = spawn(executable, args, { cwd, env, stdio: ['ignore', descriptor, descriptor] });
    const release = whenProcessEnds(() => child.kill());
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (exitCode, signal) => resolve(exitCode ?? signal));
    });
    release();
    if (code !== 0) throw whyItFailed(shortName(executable, args), file);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Returns a command without its options, such as `npm run package`.
 * @param {string} executable
 * @param {string[]} args
 */
function shortName(executable, args) {
  const firstOption = args.findIndex((arg) => arg.startsWith('-'));
  const words = firstOption < 0 ? args : args.slice(0, firstOption);
  return [executable, ...words].map((word) => path.basename(word)).join(' ');
}

/**
 * @param {string} what
 * @param {string} log
 */
function whyItFailed(what, log) {
  const noNetwork = /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/;
  return noNetwork.test(readFileSync(log, 'utf8'))
    ? new NoNetwork(`No network: "${what}" could not reach the npm registry. The log is in ${log}.`)
    : new Stop(`"${what}" failed. The log is in ${log}.`);
}
