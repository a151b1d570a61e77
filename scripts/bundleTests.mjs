import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import esbuild from 'esbuild';
import { root } from './root.mjs';
import { yamlPlugin } from './yamlPlugin.mjs';

/**
 * The test files at or below `place`, a file or folder relative to the root; none when there is no such place.
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
 * Bundles each entry into `outdir`, which must lie inside the project: packages are left to be found in node_modules.
 * @param {{ entries: string[], outdir: string, format: 'esm' | 'cjs' }} how
 * @returns {Promise<string[]>} the bundles, absolute, in the order of the entries
 */
export async function bundleTests({ entries, outdir, format }) {
  const extension = format === 'esm' ? '.mjs' : '.cjs';
  await esbuild.build({
    entryPoints: entries,
    outbase: root,
    outdir,
    outExtension: { '.js': extension },
    bundle: true,
    splitting: format === 'esm',
    format,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    external: ['vscode'],
    sourcemap: true,
    plugins: [yamlPlugin],
    logLevel: 'warning',
  });
  return entries.map((entry) => path.join(outdir, path.relative(root, entry).replace(/\.ts$/, extension)));
}
