// Preloaded with `node --import otherDay.mjs?FILE server-main.js`. While FILE contains a date (`YYYY-MM-DD`), new
// extension hosts of the server use it as today. The server itself and its other processes keep the real date.
import childProcess from 'node:child_process';
import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const dayInMs = 86_400_000;
const EXTENSION_HOST = '--type=extensionHost';

if (process.argv.includes(EXTENSION_HOST)) {
  const day = dayIn(decodeURIComponent(new URL(import.meta.url).search.slice(1)));
  if (day !== '') setToday(day);
} else {
  handOn();
}

/** @param {string} file */
function dayIn(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Passes this module on to extension hosts, because the server removes `NODE_OPTIONS` from their environment. */
function handOn() {
  const { fork } = childProcess;
  childProcess.fork = (
    /** @type {string | URL} */ modulePath,
    /** @type {any} */ args,
    /** @type {any} */ options = {},
  ) =>
    Array.isArray(args) && args.includes(EXTENSION_HOST)
      ? fork(modulePath, args, { ...options, execArgv: [...(options.execArgv ?? []), '--import', import.meta.url] })
      : fork(modulePath, args, options);
  syncBuiltinESMExports();
}

/**
 * Changes the date but not the time of day.
 * @param {string} wanted `YYYY-MM-DD`
 */
function setToday(wanted) {
  const RealDate = Date;
  const now = new RealDate();
  const today = RealDate.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const shift = Math.round((RealDate.parse(wanted) - today) / dayInMs) * dayInMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [RealDate.now() + shift] : args, newTarget),
    apply: () => new RealDate(RealDate.now() + shift).toString(),
    get: (target, key) => (key === 'now' ? () => RealDate.now() + shift : Reflect.get(target, key)),
  });
}
