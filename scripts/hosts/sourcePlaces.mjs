import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { root } from '../root.mjs';

/**
 * Creates a function that maps positions of a bundle in stack traces to the sources. Node's own option has no effect,
 * because VS Code formats stack traces itself.
 * @param {string} bundle with an inline source map
 * @returns {(line: string) => string}
 */
export function sourcePlaces(bundle) {
  const [, encoded = ''] =
    /sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(readFileSync(bundle, 'utf8')) ?? [];
  const map = new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString()));
  const place = new RegExp(
    `[^\\s(]*${path.basename(bundle).replaceAll('.', '\\.')}(?:#vscode-extension)?:(\\d+):(\\d+)`,
    'g',
  );

  return (line) =>
    line.replace(place, (written, row, column) => {
      const entry = map.findEntry(Number(row) - 1, Number(column) - 1);
      if (!('originalSource' in entry)) return written;
      const source = path.relative(root, path.resolve(path.dirname(bundle), entry.originalSource));
      return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}
