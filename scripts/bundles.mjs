import { lazyModules, lazyModulesPlugin } from './lazyModules.mjs';
import { yamlPlugin } from './yamlPlugin.mjs';

/**
 * What is shipped, as esbuild builds it; `options` say how, and come on top.
 * @param {import('esbuild').BuildOptions} options
 */
export async function bundles({ plugins = [], ...options }) {
  /** @satisfies {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    legalComments: 'none',
    external: ['vscode'],
    ...options,
    plugins: [yamlPlugin, ...plugins],
  };
  /**
   * What VS Code loads on the desktop: one small CommonJS file, which it loads at once.
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
   * What that file imports when it is first needed: ES modules, since only those share chunks of code.
   * @satisfies {import('esbuild').BuildOptions}
   */
  const lazy = {
    ...common,
    entryPoints: await lazyModules(entry),
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
