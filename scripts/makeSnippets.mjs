// Writes snippets/one-on-one.json from the frameworks in templates/. With --check it only reports whether the file is
// out of date.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.mjs';
import { snippetsOf } from './snippets/frameworkSnippets.mjs';
import { loadFrameworks } from './snippets/loadFrameworks.mjs';
import { main, Stop } from './terminal.mjs';

const file = path.join(root, 'snippets/one-on-one.json');

await main(async () => {
  const wanted = `${JSON.stringify(snippetsOf(await loadFrameworks()), null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    await writeFile(file, wanted);
    return;
  }
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found.replaceAll('\r\n', '\n') !== wanted) {
    throw new Stop('snippets/one-on-one.json does not fit templates/: run `npm run snippets`.');
  }
});
