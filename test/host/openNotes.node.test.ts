import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { commands, Position, RelativePattern, window, workspace, WorkspaceEdit, type Uri } from 'vscode';
import type { IndexChange } from '../../src/core/index/listedFollowUp';
import { StoreFolder } from './storeFolder';

describe('the note store lets an open document count', () => {
  const place = new StoreFolder('open');

  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('as it is typed, until it is closed without saving', async () => {
    place.write('a.md', '- [ ] one\n');
    await place.store.ready();
    const document = await workspace.openTextDocument(place.uri('a.md'));
    await window.showTextDocument(document);
    await insert(document.uri, '- [ ] typed\n');
    await place.lists({ 'a.md': ['typed', 'one'] });
    assert.equal(await place.store.textOf(document.uri), '- [ ] typed\n- [ ] one\n');
    place.write('b.md', '- [ ] b\n');
    fs.writeFileSync(place.at('a.md'), '- [ ] changed on disk\n');
    await place.lists({ 'a.md': ['typed', 'one'], 'b.md': ['b'] });
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await place.lists({ 'a.md': ['changed on disk'], 'b.md': ['b'] });
  });

  it('at once when somebody asks for the index', async () => {
    place.write('asked.md', '- [ ] one\n');
    await place.store.ready();
    const document = await workspace.openTextDocument(place.uri('asked.md'));
    await insert(document.uri, '- [ ] just now\n');
    await place.store.ready();
    assert.deepEqual(place.listed(), { 'asked.md': ['just now', 'one'] });
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('at the next pause, for what VS Code updates after each key', async () => {
    place.write('paused.md', '- [ ] one\n');
    await place.store.ready();
    await place.store.pauseInTyping();
    const document = await workspace.openTextDocument(place.uri('paused.md'));
    await place.store.ready();
    await insert(document.uri, '- [ ] typed\n');
    await place.store.pauseInTyping();
    await place.lists({ 'paused.md': ['typed', 'one'] });
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('and changes only the groups that its note is in', async () => {
    const note = (person: string) => `---\ntype: 1on1\nperson: ${person}\ndate: 2026-03-09\n---\n\n- [ ] call\n`;
    place.write('ann.md', note('Ann Example'));
    place.write('bob.md', note('Bob Example'));
    await place.store.ready();
    const changes: (IndexChange | undefined)[] = [];
    place.store.onDidChange((change) => changes.push(change));
    await workspace.openTextDocument(place.uri('ann.md'));
    await insert(place.uri('ann.md'), '- [ ] write\n', new Position(7, 0));
    await place.lists({ 'ann.md': ['call', 'write'], 'bob.md': ['call'] });
    assert.deepEqual(
      changes.map((change) => [...(change?.groups ?? ['everything'])]),
      [['ann example']],
    );
  });

  it('only if its file is listed: no old version beside it, no unsaved new file', async () => {
    place.write('diffed.md', '- [ ] one\n');
    const olden = workspace.registerTextDocumentContentProvider('olden', {
      provideTextDocumentContent: () => '- [ ] as it was\n',
    });
    await place.store.ready();
    const size = place.store.index.size;
    const file = place.uri('diffed.md');
    await commands.executeCommand('vscode.diff', file.with({ scheme: 'olden' }), file);
    await workspace.openTextDocument({ language: 'markdown', content: '- [ ] nowhere yet\n' });
    await place.store.ready();
    assert.equal(place.store.index.size, size);
    assert.deepEqual(place.listed(), { 'diffed.md': ['one'] });
    olden.dispose();
  });

  it('no longer once its file is deleted', async () => {
    // VS Code reports nothing of a file that is deleted before its creation was reported.
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(place.folder, 'deleted.md'));
    const created = new Promise((resolve) => watcher.onDidCreate(resolve));
    place.write('deleted.md', '- [ ] one\n');
    await created;
    watcher.dispose();
    await place.store.ready();
    await window.showTextDocument(await workspace.openTextDocument(place.uri('deleted.md')));
    fs.rmSync(place.at('deleted.md'));
    await place.lists({});
  });
});

async function insert(uri: Uri, text: string, position = new Position(0, 0)): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(uri, position, text);
  await workspace.applyEdit(edit);
}
