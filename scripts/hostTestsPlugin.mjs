import path from 'node:path';
import { root } from './root.mjs';

/**
 * Gives the extension host, where there is no command line and in the browser no disk, its tests as a module.
 * @param {{ entries: string[], grep: string | undefined }} run
 * @returns {import('esbuild').Plugin}
 */
export function hostTestsPlugin({ entries, grep }) {
  const files = entries.map((entry) => {
    const name = JSON.stringify(path.relative(root, entry));
    return `${name}: () => import(${JSON.stringify(entry)}),`;
  });
  return {
    name: 'host-tests',
    setup(build) {
      build.onResolve({ filter: /^host-tests$/ }, () => ({ path: 'host-tests', namespace: 'host-tests' }));
      build.onLoad({ filter: /.*/, namespace: 'host-tests' }, () => ({
        contents: `export const testFiles = {${files.join('\n')}};\nexport const grep = ${JSON.stringify(grep)};`,
        resolveDir: root,
      }));
    },
  };
}
