import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.mjs';

/** The file with the licenses of bundled packages, in the folder of a bundle. */
export const NOTICES = 'ThirdPartyNotices.txt';

const PACKAGE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * Returns the licenses of all npm packages in bundles, as a text.
 * @param {readonly import('esbuild').Metafile[]} metafiles one for each bundle
 */
export async function noticesOf(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const names = new Set(inputs.flatMap((input) => PACKAGE.exec(input)?.[1] ?? []));
  const notices = await Promise.all([...names].sort().map(noticeOf));
  return ['One on One contains the following packages.', ...notices].join('\n\n');
}

/** @param {string} name */
async function noticeOf(name) {
  const folder = path.join(root, 'node_modules', name);
  const license = (await readdir(folder)).find((file) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(file));
  if (license === undefined) throw new Error(`The package ${name} is bundled, but has no license file.`);
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const text = await readFile(path.join(folder, license), 'utf8');
  return `${'-'.repeat(72)}\n${name} ${version}\n\n${text.trim()}\n`;
}
