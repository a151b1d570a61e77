import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../root.mjs';
import { temporaryDir } from './temporaryDir.mjs';

/**
 * A copy of the extension, as it was built last, that can only run in the browser's extension host.
 * @returns {Promise<string>} its folder
 */
export async function webExtension() {
  const extension = temporaryDir('web-extension');
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  delete manifest.main;
  manifest.extensionKind = ['web'];
  await writeFile(path.join(extension, 'package.json'), JSON.stringify(manifest));
  for (const dir of ['dist/web', 'media', 'snippets', 'templates']) {
    await cp(path.join(root, dir), path.join(extension, dir), { recursive: true });
  }
  return extension;
}
