// Runs benchmarks: `npm run bench` runs every `bench/*.bench.ts` and those in a real VS Code, `npm run bench -- scan
// host` only the named ones.
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundleNodeTests } from '../scripts/bundleTests.mjs';
import { root } from '../scripts/root.mjs';
import { main, Stop, whenProcessEnds } from '../scripts/terminal.mjs';

const ENDING = '.bench.ts';
/** Benchmarks that run in VS Code: the file in `bench/host` and the number of notes. */
const IN_HOST = new Map([
  ['host', ['reading', '10000']],
  ['typing', ['typing', '1000']],
]);

await main(async () => {
  const folder = path.join(root, 'bench');
  const benches = (await readdir(folder)).filter((file) => file.endsWith(ENDING));
  const known = [...benches.map((file) => file.replace(ENDING, '')), ...IN_HOST.keys()];
  const chosen = process.argv.length > 2 ? process.argv.slice(2) : known;
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Stop(`There is no bench named ${unknown.join(', ')}, only ${known.join(', ')}.`);

  await mkdir(path.join(root, 'dist-test'), { recursive: true });
  const outdir = await mkdtemp(path.join(root, 'dist-test/bench-'));
  whenProcessEnds(() => rmSync(outdir, { recursive: true, force: true }));
  const entries = chosen.filter((name) => !IN_HOST.has(name)).map((name) => path.join(folder, name + ENDING));
  for (const bundle of await bundleNodeTests(entries, outdir)) {
    // Each benchmark has its own process, so that optimizations and memory do not affect the next one.
    run(['--enable-source-maps', bundle]);
  }
  for (const name of chosen) {
    const args = IN_HOST.get(name);
    if (args) run([path.join(folder, 'host.mjs'), ...args]);
  }
});

/** @param {string[]} command */
function run(command) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) throw new Stop(`${path.basename(command.find((part) => path.isAbsolute(part)) ?? '')} failed.`);
}
