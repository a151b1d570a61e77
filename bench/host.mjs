// Runs a benchmark of `bench/host` in the extension host of a real VS Code: `node bench/host.mjs reading|typing [NOTES]
// [newest|floor]`.
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import esbuild from 'esbuild';
import { runQuietly } from '../scripts/childProcess.mjs';
import { temporaryDir } from '../scripts/hosts/temporaryDir.mjs';
import { root } from '../scripts/root.mjs';
import { main, Stop, whenProcessEnds } from '../scripts/terminal.mjs';
import { yamlPlugin } from '../scripts/yamlPlugin.mjs';

const [bench = 'reading', count = '10000', host = 'newest'] = process.argv.slice(2);

await main(async () => {
  await mkdir(path.join(root, 'dist-test'), { recursive: true });
  const bundles = await mkdtemp(path.join(root, 'dist-test/bench-'));
  whenProcessEnds(() => rmSync(bundles, { recursive: true, force: true }));
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [yamlPlugin],
    sourcemap: 'inline',
    logLevel: 'warning',
  };
  const [inHost, writeNotes] = [path.join(bundles, 'inHost.cjs'), path.join(bundles, 'writeNotes.mjs')];
  await esbuild.build({ ...common, entryPoints: [`bench/host/${bench}.ts`], outfile: inHost, format: 'cjs' });
  await esbuild.build({ ...common, entryPoints: ['bench/writeNotes.ts'], outfile: writeNotes, format: 'esm' });
  // The packaged build is used, because load time is measured too.
  await runQuietly([process.execPath, 'esbuild.config.mjs', '--minify'], { cwd: root, log: 'build' });
  const folder = temporaryDir('bench');
  await runQuietly([process.execPath, writeNotes, folder, count, '1'], { cwd: root, log: 'bench-notes' });
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: inHost,
    launchArgs: [folder],
    vscodeExecutablePath: path.join(root, 'scripts/hosts/launcher.mjs'),
    extensionTestsEnv: { ONE_ON_ONE_HOST: host },
  }).catch((/** @type {Error} */ error) => {
    throw new Stop(error.message);
  });
});
