import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, languages, Range, workspace, type CodeAction, type TextDocument } from 'vscode';
import { openNote, removeNotes } from './aidNotes';
import { Reader } from './reader';
import { until } from './until';

const FOLDER = 'meetings-with-olga';

/** A note that both people read, with an unclear `@me`. */
const noteOf = (date: string): string =>
  `---\ntype: 1on1\npeople: [Olga Own, Ines Marchetti]\ndate: ${date}\n---\n\n- [ ] @me Send deck\n`;

describe('An unclear @me', () => {
  let older: TextDocument;
  let newer: TextDocument;

  before(async () => {
    older = await openNote(`${FOLDER}/2026-11-16.md`, noteOf('2026-11-16'));
    newer = await openNote(`${FOLDER}/2026-11-23.md`, noteOf('2026-11-23'));
    await commands.executeCommand('oneOnOne.refreshFollowUps');
  });
  after(() => removeNotes(FOLDER));

  it('is flagged, with fixes for either name in the line and in all notes', async () => {
    const hints = (): readonly unknown[] =>
      languages.getDiagnostics(newer.uri).filter(({ source }) => source === 'One on One');
    await until(languages.onDidChangeDiagnostics, () => hints().length === 1);
    const line = new Range(6, 0, 6, 0);
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', newer.uri, line);
    const titles = actions.map(({ title }) => title);
    for (const name of ['Olga Own', 'Ines Marchetti']) {
      assert.equal(titles.filter((title) => title.includes(name)).length, 2, titles.join('\n'));
    }
  });

  it('stays in all notes if the preview of the changes is discarded', async () => {
    const isOver = Promise.resolve(
      commands.executeCommand('oneOnOne.replaceOwnMentions', { person: 'olga own', name: 'Olga Own' }),
    ).then(() => true);
    // VS Code has no event for the preview. Without one, the command does nothing.
    const discard = async (): Promise<boolean> => {
      await commands.executeCommand('refactorPreview.discard');
      return false;
    };
    while (!(await Promise.race([isOver, discard()])));
    assert.deepEqual([older.getText(), newer.getText()], [noteOf('2026-11-16'), noteOf('2026-11-23')]);
  });
});

describe('The name of the reader in the workspace settings', () => {
  const settings = () => workspace.getConfiguration('oneOnOne');
  const values = () => settings().inspect<readonly string[]>('me');
  const names = ['Ines Marchetti', 'Ines', 'Ines of the workspace'];

  it('is reported, because the other reader gets it too, and moves to the user settings on request', async () => {
    const { globalValue, workspaceValue } = values() ?? {};
    const reader = await Reader.begin();
    try {
      await settings().update('me', undefined, ConfigurationTarget.Global);
      reader.heard();
      reader.presses('Move to User Settings');
      await settings().update('me', names, ConfigurationTarget.Workspace);
      await reader.hears(1);
      assert.match(reader.heard().join('\n'), /everyone who opens this folder gets them/);
      await until(workspace.onDidChangeConfiguration, () => values()?.workspaceValue === undefined);
      assert.deepEqual(values()?.globalValue, names);
    } finally {
      await settings().update('me', globalValue, ConfigurationTarget.Global);
      await settings().update('me', workspaceValue, ConfigurationTarget.Workspace);
      reader.dispose();
    }
  });
});
