import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

const extension = extensions.getExtension('one-on-one.one-on-one');

describe('activation', () => {
  it('happens by itself once VS Code has started', async () => {
    assert.ok(extension, 'the extension is installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that package.json names', async () => {
    const { contributes } = extension?.packageJSON as Manifest;
    const declared = contributes.commands.map(({ command }) => command);
    const registered = new Set(await commands.getCommands(true));
    assert.deepEqual(
      declared.filter((id) => !registered.has(id)),
      [],
    );
  });
});
