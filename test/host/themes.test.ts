import assert from 'node:assert/strict';
import { commands, Uri, window, workspace, type DocumentLink, type TextDocument } from 'vscode';
import { until } from './until';

const folder = (): Uri => Uri.joinPath(workspace.workspaceFolders![0]!.uri, '1-1s');
const dayAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const noteOf = (person: string): Uri => Uri.joinPath(folder(), person, `${dayAgo(3)}.md`);
const write = (uri: Uri, lines: readonly string[]): Thenable<void> =>
  workspace.fs.writeFile(uri, new TextEncoder().encode(lines.join('\n')));

const OPEN = ['# Note', '', '**Who is getting in your way?**', '', 'The lighthouse. It blinks.'];
const PRIVATE = ['# Note', '', '## Private', '', '**Who is getting in your way?**', '', 'Lighthouse, of all things'];

/** The document about themes in front. */
function themes(): TextDocument {
  const document = window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'one-on-one-themes');
  return document;
}

describe('Show Themes', () => {
  before(async () => {
    await Promise.all([write(noteOf('thea'), OPEN), write(noteOf('theo'), OPEN), write(noteOf('thor'), PRIVATE)]);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    await commands.executeCommand('oneOnOne.showThemes', { weeks: 4 });
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const person of ['thea', 'theo', 'thor']) {
      await workspace.fs.delete(Uri.joinPath(folder(), person), { recursive: true });
    }
  });

  it('opens a document that is no file, with a link from each line to its note', async () => {
    const document = themes();
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^# Themes of the last 4 weeks\n/);
    assert.match(document.getText(), /\n- \*\*lighthouse\*\* · Thea, Theo, Thor\n/i);
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const toThea = noteOf('thea').with({ fragment: 'L5' }).toString();
    const link = links.find(({ target }) => target?.toString() === toThea);
    assert.match(document.getText(link?.range), /^Thea, /);
  });

  it('leaves out private lines by one command, and has them back by another', async () => {
    assert.match(themes().getText(), /Thor, .*: Lighthouse, of all things · private\n/);
    await commands.executeCommand('oneOnOne.leaveOutPrivate');
    assert.match(themes().getText(), /without private lines/);
    assert.doesNotMatch(themes().getText(), /Thor/);
    await commands.executeCommand('oneOnOne.showPrivate');
    assert.match(themes().getText(), /Thor/);
  });

  it('follows the notes while it is open', async () => {
    const document = themes();
    await write(noteOf('thea'), ['# Note']);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    await until(workspace.onDidChangeTextDocument, () => !document.getText().includes('Thea'));
    assert.match(document.getText(), /Theo, Thor/);
  });
});
