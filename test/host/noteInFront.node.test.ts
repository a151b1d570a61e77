import assert from 'node:assert/strict';
import { commands, extensions, TabInputCustom, TabInputWebview, Uri, window, workspace } from 'vscode';
import { openNote, removeNotes } from './aidNotes';
import { Reader } from './reader';
import { until } from './until';

// Not in the browser's extension host: the server keeps its Markdown extension in the other one, which ours is not in.

const EARLIER = '- [ ] @me Name a second reviewer\n';
const NOTE = '## Agenda\n\n- the loan\n\n## People\n\n- a\n';
/** With whom the note is, in turn. */
const NAMES = ['Fay', 'Fern', 'Flo'];

/** Puts something other than a text editor in front of a note. */
type Show = (uri: Uri) => Thenable<unknown>;

/** VS Code's own editors of Markdown: the newest has one to write in; the oldest supported has only that of the preview. */
function kindsOfEditors(): ReadonlyMap<string, Show> {
  const manifest = extensions.getExtension('vscode.markdown-language-features')?.packageJSON as {
    contributes: { customEditors: readonly { viewType: string }[] };
  };
  const custom = manifest.contributes.customEditors.map(({ viewType }): [string, Show] => [
    viewType,
    (uri) => commands.executeCommand('vscode.openWith', uri, viewType),
  ]);
  return new Map([...custom, ['the preview', (uri) => commands.executeCommand('markdown.showPreview', uri)]]);
}

[...kindsOfEditors()].forEach(([kind, show], nth) => {
  describe(`With ${kind} in front of a note`, () => {
    const name = `${NAMES[nth]} Front`;
    const folder = `1-1s/${name.replace(' ', '-').toLowerCase()}`;
    beforeEach(async () => {
      await openNote(`${folder}/2026-11-16.md`, EARLIER);
      const { uri } = await openNote(`${folder}/2026-11-23.md`, NOTE);
      await commands.executeCommand('workbench.action.closeAllEditors');
      await show(uri);
      await until(window.tabGroups.onDidChangeTabs, () => {
        const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
        return input instanceof TabInputCustom || input instanceof TabInputWebview;
      });
      assert.equal(window.activeTextEditor, undefined);
    });
    afterEach(async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
    });
    after(() => removeNotes(folder));

    /** The text of the note as VS Code has it now. */
    async function textNow(): Promise<string> {
      const [root] = workspace.workspaceFolders ?? [];
      assert.ok(root);
      return (await workspace.openTextDocument(Uri.joinPath(root.uri, folder, '2026-11-23.md'))).getText();
    }

    it('Copy Shareable Agenda shares it', async () => {
      const reader = await Reader.begin();
      await commands.executeCommand('oneOnOne.copyAgenda');
      reader.dispose();
      const shown = window.activeTextEditor?.document;
      assert.equal(shown?.isUntitled, true);
      assert.ok(
        shown.getText().startsWith(`# ${name}, 2026-11-23: agenda\n\n## Agenda\n\n- the loan\n`),
        shown.getText(),
      );
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('Prep Brief is about its person', async () => {
      await commands.executeCommand('oneOnOne.prepBrief');
      await until(
        window.tabGroups.onDidChangeTabs,
        () => window.tabGroups.activeTabGroup.activeTab?.label === `Brief ${name}`,
      );
    });

    it('Challenge vs Skill writes into it', async () => {
      await commands.executeCommand('oneOnOne.rateChallengeAndSkill', { challenge: 8, skill: 6 });
      assert.match(await textNow(), /\n\[challenge:: 8\] \[skill:: 6\]\n/);
    });

    it('Add Follow-Up writes into the newest note with its person', async () => {
      const reader = await Reader.begin();
      try {
        reader.answers('Call the bank');
        const uri = await commands.executeCommand<Uri | undefined>('oneOnOne.addFollowUp');
        assert.ok(uri, reader.heard().join('\n'));
        assert.ok(uri.path.includes(`/${folder}/`), uri.path);
        assert.match((await workspace.openTextDocument(uri)).getText(), /\n- \[ \] Call the bank\n/);
      } finally {
        reader.dispose();
      }
    });

    it('Bring Follow-Ups into This Note brings them into it', async () => {
      await commands.executeCommand('oneOnOne.bringFollowUps');
      assert.match(await textNow(), /\n- \[ \] @me Name a second reviewer \(from /);
    });

    it('Swap Question asks it there, in the text editor', async () => {
      await commands.executeCommand('oneOnOne.askAnother', { line: 4, endLine: 6 });
      assert.match(await textNow(), /\n\*\*.+\?\*\*\n/);
      assert.ok(window.activeTextEditor?.document.uri.path.endsWith('2026-11-23.md'));
    });
  });
});
