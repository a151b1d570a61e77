import path from 'node:path';
import { runQuietly } from './childProcess.mjs';
import { root } from './root.mjs';
import { step } from './terminal.mjs';

/**
 * Builds the extension and packs it for publication.
 * @param {string} dir where to put the file
 * @returns {Promise<string>} the `.vsix`
 */
export async function pack(dir) {
  const vsix = path.join(dir, 'one-on-one.vsix');
  await step('Packing the extension', () =>
    runQuietly(['npm', 'run', 'package', '--', '--out', vsix], { cwd: root, log: 'package' }),
  );
  return vsix;
}

/**
 * Packs the extension in `scripts/demo`, which opens the demo.
 * @param {string} dir where to put the file
 * @returns {Promise<string>} the `.vsix`
 */
export async function packDemo(dir) {
  const vsix = path.join(dir, 'one-on-one-demo.vsix');
  const vsce = ['npx', 'vsce', 'package', '--no-dependencies', '--skip-license', '--allow-missing-repository'];
  await runQuietly([...vsce, '--out', vsix], { cwd: path.join(root, 'scripts/demo'), log: 'package-demo' });
  return vsix;
}
