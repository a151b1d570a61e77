// Runs test/host inside a VS Code: `node scripts/testHost.mjs newest|floor|web|desktop [files…] [--grep "words"] [--long]`.
// `newest` and `floor` are VS Code servers; `web` is the newest one's extension host in the browser, where tests named
// `*.node.test.ts` are left out; `desktop` is a VS Code that is downloaded, which needs more network than npm.
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
 * In the browser, VS Code saves what is typed after a second: a test could not tell a buffer from its file. The words of
 * a document, which VS Code offers where nobody else has anything, would hide that nothing is offered.
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
  // Adding a second folder to a window that has opened a mere folder would start the extension host, and the tests, anew.
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

/** The project itself as the extension, its tests beside it so that they find their packages. */
async function nodeExtension() {
  await mkdir(path.join(root, 'dist-test'), { recursive: true });
  const dir = await mkdtemp(path.join(root, 'dist-test/host-'));
  whenProcessEnds(() => rmSync(dir, { recursive: true, force: true }));
  return { extension: root, tests: path.join(dir, 'index.cjs') };
}

/** A copy of the extension that can only run in the browser. */
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
