import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/**
 * Imports `.yaml` files as data. They are parsed during bundling, so that the bundle contains plain JSON.
 * @type {import('esbuild').Plugin}
 */
export const yamlPlugin = {
  name: 'yaml',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
      contents: JSON.stringify(parse(await readFile(path, 'utf8'))),
      loader: 'json',
      watchFiles: [path],
    }));
  },
};
