// Prints the follow-ups of a folder: `npm run -s followups -- FOLDER [--json] [--all] [--me NAME]`. docs/headless.md says more.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './root.mjs';
import { main, whenProcessEnds } from './terminal.mjs';

await main(async () => {
  await ensureDependencies();
  const { bundleNodeTests } = await import('./bundleTests.mjs');
  await mkdir(path.join(root, 'dist-test'), { recursive: true });
  const outdir = await mkdtemp(path.join(root, 'dist-test/followups-'));
  whenProcessEnds(() => rmSync(outdir, { recursive: true, force: true }));
  const [bundle = ''] = await bundleNodeTests([path.join(root, 'scripts/followUps/printFollowUps.ts')], outdir);
  const { printFollowUps } = await import(pathToFileURL(bundle).href);
  process.exitCode = printFollowUps(process.argv.slice(2));
});
