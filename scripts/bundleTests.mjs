import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { hostTestsPlugin } from './hostTestsPlugin.mjs';
import { root } from './root.mjs';
import { yamlPlugin } from './yamlPlugin.mjs';

/**
 * Returns the test files at or below `place`, a file or folder relative to the root. Empty if it does not exist.
 * @param {string} place
 * @returns {Promise<string[]>} absolute paths in a fixed order
 */
export async function testFiles(place) {
  const absolute = path.resolve(root, place);
  const found = await stat(absolute).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [absolute];
  const names = await readdir(absolute, { recursive: true });
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join(absolute, name));
}

/**
 * Leaves scripts out of the bundle, so that tests and scripts share the same module instances.
 * @type {import('esbuild').Plugin}
 */
const scriptsPlugin = {
  name: 'scripts',
  setup(build) {
    build.onResolve({ filter: /\/scripts\/.*\.mjs$/ }, ({ path: specifier, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, specifier)).href,
      external: true,
    }));
  },
};

/**
 * Replaces two Node modules in the browser's extension host. Mocha's browser build is CommonJS, but its package
 * declares it as an ES module; bundled as one, it would replace the exports of our bundle.
 * @type {import('esbuild').Plugin}
 */
const webStandInsPlugin = {
  name: 'web-stand-ins',
  setup(build) {
    build.onResolve({ filter: /^(mocha|node:assert\/strict)$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'stand-in',
    }));
    build.onLoad({ filter: /^mocha$/, namespace: 'stand-in' }, async () => {
      const source = await readFile(path.join(root, 'node_modules/mocha/mocha.js'), 'utf8');
      return { contents: `${source}\nmodule.exports = globalThis.Mocha;` };
    });
    build.onLoad({ filter: /^node:assert/, namespace: 'stand-in' }, () => ({
      contents: `module.exports = require('assert/build/assert.js').strict;`,
      resolveDir: root,
    }));
  },
};

/** Options shared by all test bundles. */
const common = /** @satisfies {import('esbuild').BuildOptions} */ ({
  bundle: true,
  sourcemap: true,
  logLevel: 'warning',
});

/**
 * Bundles tests that run in plain Node, one bundle per entry.
 * @param {string[]} entries
 * @param {string} outdir inside the project: packages are left to be found in node_modules
 * @returns {Promise<string[]>} the bundles, absolute, in the order of the entries
 */
export async function bundleNodeTests(entries, outdir) {
  await esbuild.build({
    ...common,
    entryPoints: entries,
    outbase: root,
    outdir,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    splitting: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [yamlPlugin, scriptsPlugin],
  });
  return entries.map((entry) => path.join(outdir, path.relative(root, entry).replace(/\.ts$/, '.mjs')));
}

/**
 * Bundles tests for an extension host into one file that exports `run`.
 * @param {{ entries: string[], grep: string | undefined, isLong: boolean, outfile: string, platform: 'node' | 'browser' }} run
 *   `isLong` for random tests at full length; `outfile` for Node inside the project: packages are left to be found in node_modules
 */
export async function bundleHostTests({ entries, grep, isLong, outfile, platform }) {
  const plugins = [yamlPlugin, hostTestsPlugin({ entries, grep, isLong })];
  /** @type {import('esbuild').BuildOptions} */
  const options =
    platform === 'node'
      ? { target: 'node20', packages: 'external', plugins }
      : {
          target: 'es2022',
          plugins: [...plugins, webStandInsPlugin],
          define: { global: 'globalThis' },
          // The assertion library checks `process.env` for terminal colours.
          banner: { js: 'var process = { env: {} };' },
        };
  await esbuild.build({
    ...common,
    ...options,
    entryPoints: [path.join(root, 'test/host/index.ts')],
    outfile,
    format: 'cjs',
    platform,
    external: ['vscode'],
    sourcemap: 'inline',
  });
}
