import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printFigures } from './measure';

const KB = 1024;

/** Returns the size of the files at or below `place`, in KB. */
function kilobytes(place: string): number {
  const isFolder = statSync(place).isDirectory();
  const files = isFolder ? readdirSync(place, { recursive: true, encoding: 'utf8' }) : [''];
  const sizes = files.map((file) => statSync(path.join(place, file))).filter((stat) => stat.isFile());
  return sizes.reduce((sum, { size }) => sum + size, 0) / KB;
}

/** Returns the size of the entry and its static imports in KB, which is loaded at startup. */
function entryKilobytes(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/(?:^|[;}])import(?:[^"'();]*from)?\s*["'](\.[^"']+)["']/g);
  const imported = [...imports].map(([, target = '']) => entryKilobytes(path.join(path.dirname(file), target), seen));
  return statSync(file).size / KB + imported.reduce((sum, size) => sum + size, 0);
}

// Packing builds the minified extension in dist, as it is published.
const folder = mkdtempSync(path.join(tmpdir(), 'size-'));
try {
  const vsix = path.join(folder, 'one-on-one.vsix');
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'package', '--', '--out', vsix], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const web = kilobytes('dist/web');
  printFigures('Sizes, as shipped', [
    {
      name: 'desktop entry, with what it imports at once',
      value: entryKilobytes('dist/extension.js'),
      unit: 'KB',
      bar: 'P10',
      atMost: 60,
    },
    { name: 'all code of the desktop', value: kilobytes('dist') - web, unit: 'KB', bar: 'P10', atMost: 600 },
    { name: 'all code of the browser', value: web, unit: 'KB', bar: 'P10', atMost: 600 },
    { name: 'the .vsix', value: kilobytes(vsix), unit: 'KB', bar: 'P10', atMost: 500 },
  ]);
} finally {
  rmSync(folder, { recursive: true });
}
