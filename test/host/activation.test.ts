import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';

const extension = extensions.getExtension('one-on-one.one-on-one');

describe('activation', () => {
  it('happens by itself once VS Code has started', async () => {
    assert.ok(extension, 'the extension is installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that package.json names', async () => {
    const declared = extension!.packageJSON.contributes.commands.map(({ command }: { command: string }) => command);
    const registered = new Set(await commands.getCommands(true));
    assert.deepEqual(
      declared.filter((id: string) => !registered.has(id)),
      [],
    );
  });
});
