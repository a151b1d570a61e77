import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/**
 * Lets code import a `.yaml` file as data: it is parsed while bundling, and the bundle holds plain JSON.
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
