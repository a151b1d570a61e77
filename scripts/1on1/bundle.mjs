// Bundles the command line. `node scripts/1on1/bundle.mjs` creates the file for the npm package.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureDependencies } from '../dependencies.mjs';
import { NOTICES, noticesOf } from '../notices.mjs';
import { root } from '../root.mjs';

/** The sources of the bundle. */
const SOURCES = ['src/core', 'src/editor', 'templates', 'scripts/1on1', 'package.json', 'package-lock.json'];
const CACHE = path.join(root, 'dist-test');
const PREFIX = '1on1-';

/**
 * Returns a bundle of the current sources. Bundling takes longer than most calls, so the result is cached until a
 * source changes.
 * @returns {Promise<URL>}
 */
export async function currentBundle() {
  const file = path.join(CACHE, `${PREFIX}${sourceHash()}.mjs`);
  if (!existsSync(file)) {
    await ensureDependencies();
    mkdirSync(CACHE, { recursive: true });
    const ownFile = path.join(CACHE, `${PREFIX}${process.pid}.new.mjs`);
    await bundle(ownFile);
    for (const name of readdirSync(CACHE)) {
      if (name.startsWith(PREFIX) && !name.endsWith('.new.mjs')) rmSync(path.join(CACHE, name), { force: true });
    }
    renameSync(ownFile, file);
  }
  return pathToFileURL(file);
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES.map((name) => path.join(root, name))) {
    const entries = source.endsWith('.json') ? [''] : readdirSync(source, { recursive: true, encoding: 'utf8' }).sort();
    for (const name of entries) {
      if (/\.\w+$/.test(name || source)) hash.update(`${name}\0`).update(readFileSync(path.join(source, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Writes the bundle, and returns what it contains.
 * @param {string} outfile
 */
async function bundle(outfile) {
  const esbuild = await import('esbuild');
  const { yamlPlugin } = await import('../yamlPlugin.mjs');
  const { metafile } = await esbuild.build({
    metafile: true,
    entryPoints: [path.join(root, 'scripts/1on1/commandLine.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    // With `node`, esbuild would choose package builds that call `require`, which ES modules do not have.
    platform: 'neutral',
    external: ['node:*'],
    mainFields: ['module', 'main'],
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [yamlPlugin],
  });
  return metafile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const metafile = await bundle(path.join(root, 'dist/1on1.mjs'));
  writeFileSync(path.join(root, 'dist', NOTICES), await noticesOf([metafile]));
}
