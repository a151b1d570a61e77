import { lazyModules, lazyModulesPlugin } from './lazyModules.mjs';
import { yamlPlugin } from './yamlPlugin.mjs';

/**
 * Returns the esbuild options of the published bundles, merged with `options`.
 * @param {import('esbuild').BuildOptions} options
 */
export async function bundles({ plugins = [], ...options }) {
  /** @satisfies {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    legalComments: 'none',
    external: ['vscode'],
    // Otherwise esbuild turns literals with `\p{L}` into calls, which take time at startup even if they are never used.
    supported: { 'regexp-unicode-property-escapes': true },
    ...options,
    plugins: [yamlPlugin, ...plugins],
  };
  /**
   * The small CommonJS file that VS Code loads at startup on the desktop.
   * @satisfies {import('esbuild').BuildOptions}
   */
  const entry = {
    ...common,
    entryPoints: { extension: 'src/extension.ts' },
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outdir: 'dist',
  };
  /**
   * The modules that the entry imports on demand. They are ES modules, because only those can share chunks.
   * @satisfies {import('esbuild').BuildOptions}
   */
  const lazy = {
    ...common,
    entryPoints: await lazyModules(entry),
    // With `node`, esbuild would choose package builds that call `require`, which ES modules do not have.
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
   * The bundle for the browser: a single CommonJS file, because the web worker host can load neither ES modules nor a
   * second file.
   * @satisfies {import('esbuild').BuildOptions}
   */
  const web = {
    ...common,
    entryPoints: { extension: 'src/extension.web.ts' },
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    outdir: 'dist/web',
  };
  return { entry: { ...entry, plugins: [lazyModulesPlugin(), ...entry.plugins] }, lazy, web };
}
