import assert from 'node:assert/strict';
import { commands, Uri, window, workspace, type DocumentLink, type TextDocument } from 'vscode';
import { briefUri } from '../../src/editor/uris';
import { until } from './until';

const folder = (): Uri => Uri.joinPath(workspace.workspaceFolders![0]!.uri, '1-1s/brenda-brief');
const noteUri = (): Uri => Uri.joinPath(folder(), '2026-03-09.md');
const note = [
  '# Brenda Brief, 2026-03-09',
  '',
  '- [ ] @me Send *it* due:2026-03-20',
  '',
  '## Private',
  '',
  '- [ ] @me Her pay',
  '',
].join('\n');

const write = (uri: Uri, text: string): Thenable<void> => workspace.fs.writeFile(uri, new TextEncoder().encode(text));
const linksOf = (document: TextDocument): Thenable<DocumentLink[]> =>
  commands.executeCommand('vscode.executeLinkProvider', document.uri);

/** The number of tabs with the page. */
const pages = (): number =>
  window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'Brief Brenda Brief').length;

/** The brief in front. */
function brief(): TextDocument {
  const document = window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'one-on-one-brief');
  return document;
}

describe('Prep Brief', () => {
  before(async () => {
    await write(noteUri(), note);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    await window.showTextDocument(
      await workspace.openTextDocument(briefUri({ key: 'brenda brief', name: 'Brenda Brief' })),
    );
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(folder(), { recursive: true });
  });

  it('opens a document that is no file, with a link from each line to its note', async () => {
    const document = brief();
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^# Brief: Brenda Brief\n\n- Last met: .*, Mon 9 Mar/);
    const links = await linksOf(document);
    assert.deepEqual(
      links.map(({ range, target }) => [document.getText(range).replace(/:.*/, ''), target?.toString()]),
      [
        ['Last met', noteUri().with({ fragment: 'L1' }).toString()],
        ['Send it', noteUri().with({ fragment: 'L3' }).toString()],
        ['Her pay', noteUri().with({ fragment: 'L7' }).toString()],
      ],
    );
  });

  it('follows the notes while it is open', async () => {
    const document = brief();
    const text = note.replace('- [ ] @me Send *it*', '- [ ] @me First\n- [ ] @me Send *it*');
    await write(noteUri(), text);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    await until(workspace.onDidChangeTextDocument, () => document.getText().includes('- First'));
    const links = await linksOf(document);
    assert.ok(links.some(({ range, target }) => document.getText(range) === 'Send it' && target?.fragment === 'L4'));
    await write(noteUri(), note);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    await until(workspace.onDidChangeTextDocument, () => !document.getText().includes('- First'));
  });

  it('opens a page in a tab, once for the person of the brief in front', async () => {
    for (let time = 0; time < 2; time++) {
      await commands.executeCommand('oneOnOne.prepBrief');
      await until(window.tabGroups.onDidChangeTabs, () => pages() === 1);
      await window.showTextDocument(
        await workspace.openTextDocument(briefUri({ key: 'brenda brief', name: 'Brenda Brief' })),
      );
    }
    assert.equal(pages(), 1);
  });

  it('goes into a note as a block quote, what is private aside, and Undo takes it out', async () => {
    await window.showTextDocument(noteUri());
    await commands.executeCommand('oneOnOne.insertBrief');
    const { document } = window.activeTextEditor!;
    assert.match(document.getText(), /\n> - Send it · .* \(\[2026-03-09\]\(2026-03-09\.md\)\)\n/);
    assert.doesNotMatch(document.getText(), /> .*Her pay/);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), note);
  });
});
