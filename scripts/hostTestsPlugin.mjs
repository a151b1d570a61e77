import path from 'node:path';
import { root } from './root.mjs';

/**
 * Provides an extension host with its tests as a module, because it has no command line and, in the browser, no disk.
 * @param {{ entries: string[], grep: string | undefined, isLong: boolean }} run
 * @returns {import('esbuild').Plugin}
 */
export function hostTestsPlugin({ entries, grep, isLong }) {
  const files = entries.map((entry) => {
    const name = JSON.stringify(path.relative(root, entry));
    return `${name}: () => import(${JSON.stringify(entry)}),`;
  });
  return {
    name: 'host-tests',
    setup(build) {
      build.onResolve({ filter: /^host-tests$/ }, () => ({ path: 'host-tests', namespace: 'host-tests' }));
      build.onLoad({ filter: /.*/, namespace: 'host-tests' }, () => ({
        contents: [
          `export const testFiles = {${files.join('\n')}};`,
          `export const grep = ${JSON.stringify(grep)};`,
          `export const isLong = ${isLong};`,
        ].join('\n'),
        resolveDir: root,
      }));
    },
  };
}
