// Bundles the extension: `node esbuild.config.mjs [--minify] [--watch]`.
import { rm } from 'node:fs/promises';
import esbuild from 'esbuild';
import { bundles } from './scripts/bundles.mjs';
import { problemMatcherPlugin } from './scripts/problemMatcherPlugin.mjs';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

const options = Object.values(
  await bundles({
    minify,
    sourcemap: !minify,
    plugins: watch ? [problemMatcherPlugin] : [],
    logLevel: watch ? 'silent' : 'warning',
  }),
);

if (watch) {
  for (const each of options) {
    const context = await esbuild.context(each);
    await context.watch();
  }
} else {
  // Chunks carry a hash in their names: without this, those of earlier builds would be packed too.
  await rm('dist', { recursive: true, force: true });
  await Promise.all(options.map((each) => esbuild.build(each))).catch(() => {
    // The problems are printed already.
    process.exitCode = 1;
  });
}
