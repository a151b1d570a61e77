// Writes the settings of package.json into the table of README.md.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';
import { main } from './terminal.mjs';

const TABLE = /(?<=<!-- settings -->\n\n)[^]*?(?=\n\n<!-- \/settings -->)/;

/**
 * Returns README.md with the current settings.
 * @returns {Promise<string>}
 */
export async function readmeWithSettings() {
  const readme = await read('README.md');
  if (!TABLE.test(readme)) throw new Error('README.md has no place for the settings.');
  const table = settingsTable(JSON.parse(await read('package.json')), JSON.parse(await read('package.nls.json')));
  return readme.replace(TABLE, () => table);
}

/**
 * @param {any} manifest
 * @param {Record<string, string>} words
 */
function settingsTable({ contributes }, words) {
  const rows = contributes.configuration.flatMap((/** @type {any} */ { properties }) =>
    Object.entries(properties).map(([name, declared]) => {
      const key = (declared.markdownDescription ?? declared.description).slice(1, -1);
      const values = declared.enum?.map((/** @type {unknown} */ value) => `\`${value}\``).join(', ');
      const description = `${words[key]?.replaceAll(/`#([^#`]+)#`/g, '`$1`')}${values ? ` Values: ${values}.` : ''}`;
      return `| \`${name}\` | ${defaultOf(declared.default)} | ${description} |`;
    }),
  );
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

/** @param {unknown} value */
function defaultOf(value) {
  const isAllOn =
    typeof value === 'object' && value !== null && Object.values(value).length > 0 && !Array.isArray(value);
  if (isAllOn && Object.values(value).every((each) => each === true)) return 'all';
  return `\`${Array.isArray(value) ? `[${value.map((each) => JSON.stringify(each)).join(', ')}]` : JSON.stringify(value)}\``;
}

/** @param {string} file */
function read(file) {
  return readFile(path.join(root, file), 'utf8');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => writeFile(path.join(root, 'README.md'), await readmeWithSettings()));
}
