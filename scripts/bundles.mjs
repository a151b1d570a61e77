import { yamlPlugin } from './yamlPlugin.mjs';

/**
 * What is shipped, as esbuild builds it; `options` say how, and come on top.
 * @param {import('esbuild').BuildOptions} options
 */
export function bundles({ plugins = [], ...options }) {
  /** @satisfies {import('esbuild').BuildOptions} */
  const common = {
    bundle: true,
    legalComments: 'none',
    ...options,
    plugins: [yamlPlugin, ...plugins],
  };
  /**
   * The desktop's bundle: an entry that is small because whatever is imported dynamically gets a chunk of its own.
   * @satisfies {import('esbuild').BuildOptions}
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
   * @satisfies {import('esbuild').BuildOptions}
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
  return { desktop, web };
}
