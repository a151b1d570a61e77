// Bundles the extension: `node esbuild.config.mjs [--minify] [--watch]`.
import { rm, writeFile } from 'node:fs/promises';
import esbuild from 'esbuild';
import { bundles } from './scripts/bundles.mjs';
import { NOTICES, noticesOf } from './scripts/notices.mjs';
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
  try {
    const results = await Promise.all(options.map((each) => esbuild.build({ ...each, metafile: true })));
    await writeFile(`dist/${NOTICES}`, await noticesOf(results.map(({ metafile }) => metafile)));
  } catch (error) {
    // The problems of a build are printed already.
    if (!(error instanceof Error && 'errors' in error)) console.error(error);
    process.exitCode = 1;
  }
}
