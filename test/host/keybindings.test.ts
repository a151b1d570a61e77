import assert from 'node:assert/strict';
import { extensions, Uri, workspace } from 'vscode';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly when?: string;
}

describe('The keys of the extension', () => {
  it('take none from VS Code', async () => {
    const { contributes } = extensions.getExtension('one-on-one.one-on-one')?.packageJSON as {
      readonly contributes: { readonly keybindings: readonly Keybinding[] };
    };
    // In its views, where VS Code's Undo would change the file in front, the extension has an Undo of its own.
    const ours = contributes.keybindings.filter(({ when }) => !when?.startsWith('focusedView'));
    assert.equal(ours.length, 4);
    const defaults = await workspace.openTextDocument(Uri.parse('vscode://defaultsettings/keybindings.json'));
    const taken = JSON.parse(defaults.getText().replaceAll(/^\s*\/\/.*$/gm, '')) as readonly Keybinding[];
    const shadowed = taken.filter(
      ({ key, command }) =>
        !command.startsWith('oneOnOne.') && ours.some((own) => key === own.key || key.startsWith(`${own.key} `)),
    );
    assert.ok(taken.length > 100);
    assert.deepEqual(shadowed, []);
  });
});
