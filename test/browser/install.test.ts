import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { browserHost } from '../../scripts/hosts/browserHost.mjs';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { installExtension, installHost } from '../../scripts/hosts/vscodeServer.mjs';

describe('the packed extension', () => {
  for (const name of ['newest', 'floor'] as const) {
    it(`installs in the ${name === 'newest' ? 'newest' : 'oldest supported'} VS Code`, async () => {
      const { vsix } = await browserHost();
      const dataDir = temporaryDir('install');
      await installExtension(await installHost(name), { vsix, dataDir });
      const installed = await readdir(path.join(dataDir, 'extensions'));
      assert.ok(
        installed.some((dir) => dir.startsWith('one-on-one.one-on-one-')),
        installed.join(', '),
      );
    });
  }
});
