// Bundles the extension: `node esbuild.config.mjs [--minify] [--watch]`.
import { rm } from 'node:fs/promises';
import esbuild from 'esbuild';
import { problemMatcherPlugin } from './scripts/problemMatcherPlugin.mjs';
import { yamlPlugin } from './scripts/yamlPlugin.mjs';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  legalComments: 'none',
  minify,
  sourcemap: !minify,
  plugins: [yamlPlugin, ...(watch ? [problemMatcherPlugin] : [])],
  logLevel: watch ? 'silent' : 'warning',
};

/**
 * The desktop's bundle: an entry that is small because whatever is imported dynamically gets a chunk of its own.
 * @type {import('esbuild').BuildOptions}
 */
const desktop = {
  ...common,
  entryPoints: { extension: 'src/extension.ts' },
  // Not `node`: that would choose builds of packages for Node that call `require`, which an ES module does not have.
  platform: 'neutral',
  external: ['vscode', 'node:*'],
  mainFields: ['module', 'main'],
  target: 'node20',
  format: 'esm',
  splitting: true,
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
};

/**
 * The browser's bundle: one CommonJS file, since the web worker host loads neither ESM nor a second file.
 * @type {import('esbuild').BuildOptions}
 */
const web = {
  ...common,
  entryPoints: { extension: 'src/extension.web.ts' },
  platform: 'browser',
  external: ['vscode'],
  target: 'es2022',
  format: 'cjs',
  outdir: 'dist/web',
};

if (watch) {
  for (const options of [desktop, web]) {
    const context = await esbuild.context(options);
    await context.watch();
  }
} else {
  // Chunks carry a hash in their names: without this, those of earlier builds would be packed too.
  await rm('dist', { recursive: true, force: true });
  await Promise.all([esbuild.build(desktop), esbuild.build(web)]).catch(() => {
    // The problems are printed already.
    process.exitCode = 1;
  });
}
