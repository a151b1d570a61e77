// Runs test/host in VS Code: `node scripts/testHost.mjs newest|floor|web|desktop [files…] [--grep "words"] [--long]`.
// `newest` and `floor` are VS Code servers. `web` is the newest one's extension host in the browser, without tests
// named `*.node.test.ts`. `desktop` is a downloaded VS Code, which needs more network access than npm.
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { bundleHostTests, testFiles } from './bundleTests.mjs';
import { runQuietly } from './childProcess.mjs';
import { temporaryDir } from './hosts/temporaryDir.mjs';
import { root } from './root.mjs';
import { copySample, SAMPLE_TODAY } from './sampleWorkspace.mjs';
import { main, Stop, whenProcessEnds } from './terminal.mjs';

/**
 * Settings of the test workspace. Auto save, the default in the browser, would hide the difference between a document
 * and its file. Word-based suggestions would hide that the extension offers nothing.
 */
const settings = { 'files.autoSave': 'off', 'editor.wordBasedSuggestions': 'off' };
const kinds = ['newest', 'floor', 'web', 'desktop'];

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string', short: 'g' }, long: { type: 'boolean', default: false } },
  });
  const [kind = '', ...places] = positionals;
  if (!kinds.includes(kind)) throw new Stop(`Name one of ${kinds.join(', ')}.`);

  await runQuietly([process.execPath, 'esbuild.config.mjs'], { cwd: root, log: 'build' });
  const { extension, tests } = kind === 'web' ? await webExtension() : await nodeExtension();
  const found = (await Promise.all((places.length > 0 ? places : ['test/host']).map(testFiles))).flat();
  await bundleHostTests({
    entries: found.filter((file) => kind !== 'web' || !file.endsWith('.node.test.ts')),
    grep: values.grep,
    isLong: values.long,
    outfile: tests,
    platform: kind === 'web' ? 'browser' : 'node',
  });

  const dir = temporaryDir('workspace');
  await copySample(path.join(dir, 'notes'), SAMPLE_TODAY);
  // Adding a second folder to a single-folder window would restart the extension host and the tests, so a workspace
  // file is used.
  const workspace = path.join(dir, 'tests.code-workspace');
  await writeFile(workspace, JSON.stringify({ folders: [{ path: 'notes' }], settings }));
  await runTests({
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    launchArgs: [workspace],
    ...(kind === 'desktop'
      ? { version: 'stable' }
      : {
          vscodeExecutablePath: path.join(root, 'scripts/hosts/launcher.mjs'),
          extensionTestsEnv: { ONE_ON_ONE_HOST: kind === 'floor' ? 'floor' : 'newest' },
        }),
  }).catch((/** @type {Error} */ error) => {
    throw new Stop(error.message);
  });
});

/** Uses the project itself as the extension, with the tests next to it so that they find their packages. */
async function nodeExtension() {
  await mkdir(path.join(root, 'dist-test'), { recursive: true });
  const dir = await mkdtemp(path.join(root, 'dist-test/host-'));
  whenProcessEnds(() => rmSync(dir, { recursive: true, force: true }));
  return { extension: root, tests: path.join(dir, 'index.cjs') };
}

/** Creates a copy of the extension that runs only in the browser. */
async function webExtension() {
  const extension = temporaryDir('web-extension');
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  delete manifest.main;
  manifest.extensionKind = ['web'];
  await writeFile(path.join(extension, 'package.json'), JSON.stringify(manifest));
  for (const place of ['package.nls.json', 'dist/web', 'media', 'snippets', 'templates']) {
    await cp(path.join(root, place), path.join(extension, place), { recursive: true });
  }
  return { extension, tests: path.join(extension, 'tests.js') };
}
