import path from 'node:path';
import esbuild from 'esbuild';
import { root } from './root.mjs';

const FOUND = { isFound: true };

/**
 * Returns the modules that a bundle imports dynamically, by their paths in `src` without extension. Each becomes an
 * entry of another bundle and is written next to the first one under that path.
 * @param {import('esbuild').BuildOptions} options of the bundle
 * @returns {Promise<Record<string, string>>} their sources
 */
export async function lazyModules(options) {
  /** @type {Record<string, string>} */
  const found = {};
  const plugin = lazyModulesPlugin((name, source) => (found[name] = source));
  await esbuild.build({ ...options, plugins: [plugin, ...(options.plugins ?? [])], write: false, logLevel: 'silent' });
  return found;
}

/**
 * Excludes dynamically imported modules from a bundle and loads them from their own files.
 * @param {(name: string, source: string) => void} [onFound]
 * @returns {import('esbuild').Plugin}
 */
export function lazyModulesPlugin(onFound) {
  return {
    name: 'lazy-modules',
    setup(build) {
      build.onResolve({ filter: /^\./ }, async ({ kind, path: place, resolveDir, importer, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === FOUND) return undefined;
        const { path: source, errors } = await build.resolve(place, { kind, resolveDir, importer, pluginData: FOUND });
        if (errors.length > 0) return { errors };
        const name = path.relative(path.join(root, 'src'), source).replaceAll(path.sep, '/').replace(/\.ts$/, '');
        onFound?.(name, source);
        return { path: `./${name}.mjs`, external: true };
      });
    },
  };
}
