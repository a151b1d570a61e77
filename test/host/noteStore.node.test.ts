import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { commands, Position, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { IndexChange } from '../../src/core/index/listedFollowUp';
import { DiskNoteReader } from '../../src/editor/diskNoteReader';
import type { NoteStore } from '../../src/editor/noteStore';
import { listed, newStore, whenWatched } from './noteStoreFixture';
import { until } from './until';

describe('the note store', () => {
  const folder = Uri.joinPath(workspace.workspaceFolders![0]!.uri, 'store');
  const at = (...parts: string[]) => path.join(folder.fsPath, ...parts);
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(at(file)), { recursive: true });
    fs.writeFileSync(at(file), text);
  };
  let store: NoteStore;
  const lists = (expected: Record<string, string[]>) =>
    until(store.onDidChange, () => {
      try {
        assert.deepEqual(listed(store, folder), expected);
        return true;
      } catch {
        return false;
      }
    });

  before(async () => {
    fs.mkdirSync(folder.fsPath, { recursive: true });
    await whenWatched(folder);
  });

  beforeEach(() => {
    store = newStore(new DiskNoteReader());
  });

  afterEach(async () => {
    store.dispose();
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of fs.readdirSync(folder.fsPath)) {
      fs.rmSync(at(name), { recursive: true, force: true });
    }
  });

  after(() => fs.rmSync(folder.fsPath, { recursive: true, force: true }));

  describe('reads for the first time', () => {
    it('every Markdown file, whatever its encoding trouble', async () => {
      write('plain.md', '- [ ] plain\n');
      write('deep/er/long.markdown', '- [ ] deep\n');
      write('bom.md', '\uFEFF- [ ] after a byte order mark\n');
      write('crlf.md', 'text\r\n- [ ] windows\r\n');
      fs.writeFileSync(at('latin.md'), Buffer.from('- [ ] caf\xe9\n', 'latin1'));
      write('empty.md', '');
      write('upper.MD', '- [ ] not listed by VS Code either\n');
      write('plain.txt', '- [ ] no note\n');
      await store.ready();
      assert.deepEqual(listed(store, folder), {
        'bom.md': ['after a byte order mark'],
        'crlf.md': ['windows'],
        'deep/er/long.markdown': ['deep'],
        'empty.md': [],
        'latin.md': ['caf\uFFFD'],
        'plain.md': ['plain'],
      });
    });

    it('nothing before it is asked to, and then says how far it is', async () => {
      write('a.md', '- [ ] a\n');
      assert.equal(store.state.phase, 'idle');
      assert.equal(store.index.size, 0);
      const phases = new Set<string>();
      store.onDidChangeState(({ phase }) => phases.add(phase));
      await store.ready();
      assert.deepEqual([...phases], ['reading', 'ready']);
      assert.equal(store.state.read, store.state.total);
      assert.equal(store.state.cancelled, false);
    });

    it('past what cannot be read: a link to nowhere, a loop of links, a folder with the name of a note', async () => {
      write('good.md', '- [ ] good\n');
      fs.mkdirSync(at('folder.md'));
      write('folder.md/inside.md', '- [ ] inside\n');
      fs.symlinkSync('nowhere.md', at('dangling.md'));
      fs.symlinkSync('itself.md', at('itself.md'));
      fs.symlinkSync('..', at('loop'));
      await store.ready();
      assert.deepEqual(listed(store, folder), { 'folder.md/inside.md': ['inside'], 'good.md': ['good'] });
      assert.equal(store.state.failed, 0);
    });

    it('once, whatever number of links lead to it', async () => {
      write('real/a.md', '- [ ] a\n');
      fs.symlinkSync('real', at('linked'));
      fs.symlinkSync('real/a.md', at('latest.md'));
      const elsewhere = fs.mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
      fs.writeFileSync(path.join(elsewhere, 'b.md'), '- [ ] b\n');
      fs.symlinkSync(elsewhere, at('shared'));
      await store.ready();
      assert.deepEqual(listed(store, folder), { 'real/a.md': ['a'], 'shared/b.md': ['b'] });
      fs.symlinkSync('real/a.md', at('newest.md'));
      fs.symlinkSync('real', at('relinked'));
      write('c.md', '- [ ] c\n');
      await lists({ 'c.md': ['c'], 'real/a.md': ['a'], 'shared/b.md': ['b'] });
      fs.rmSync(elsewhere, { recursive: true });
    });

    it('no file of 50 MB, and counts it', async () => {
      write('small.md', '- [ ] small\n');
      write('huge.md', '- [ ] huge\n');
      fs.truncateSync(at('huge.md'), 50 * 1024 * 1024);
      await store.ready();
      assert.deepEqual(listed(store, folder), { 'small.md': ['small'] });
      assert.equal(store.state.tooLarge, 1);
      fs.truncateSync(at('huge.md'), 11);
      await lists({ 'huge.md': ['huge'], 'small.md': ['small'] });
      assert.equal(store.state.tooLarge, 0);
    });
  });

  describe('keeps up with files', () => {
    it('that are created, changed, renamed and deleted', async () => {
      await store.ready();
      write('a.md', '- [ ] one\n');
      await lists({ 'a.md': ['one'] });
      write('a.md', '- [ ] two\n');
      await lists({ 'a.md': ['two'] });
      fs.renameSync(at('a.md'), at('b.md'));
      await lists({ 'b.md': ['two'] });
      fs.rmSync(at('b.md'));
      await lists({});
    });

    it('whose names mean something in patterns', async () => {
      await store.ready();
      const names = ['[x] {a,b}.md', 'who? me!.md', 'a*b^c.md'];
      names.forEach((name) => write(name, '- [ ] here\n'));
      await lists(Object.fromEntries(names.sort().map((name) => [name, ['here']])));
    });

    it('that another program saves by writing a new one in their place', async () => {
      write('a.md', '- [ ] before\n');
      await store.ready();
      write('a.tmp', '- [ ] after\n');
      fs.renameSync(at('a.tmp'), at('a.md'));
      await lists({ 'a.md': ['after'] });
    });

    it('and tells a rename as one change', async () => {
      write('a.md', '- [ ] moved on\n');
      await store.ready();
      const changes: (IndexChange | undefined)[] = [];
      store.onDidChange((change) => changes.push(change));
      fs.renameSync(at('a.md'), at('b.md'));
      await lists({ 'b.md': ['moved on'] });
      assert.equal(changes.length, 1);
    });

    it('and says nothing when a note was only touched', async () => {
      write('a.md', '- [ ] same\n');
      write('b.md', '- [ ] b\n');
      await store.ready();
      const changes: (IndexChange | undefined)[] = [];
      store.onDidChange((change) => changes.push(change));
      fs.utimesSync(at('a.md'), new Date(), new Date());
      write('a.md', '\n\n- [ ] same\n');
      write('b.md', '- [ ] b, changed\n');
      await lists({ 'a.md': ['same'], 'b.md': ['b, changed'] });
      assert.equal(changes.length, 1);
    });
  });

  describe('keeps up with folders', () => {
    it('that are made with notes in them, moved about and deleted', async () => {
      await store.ready();
      write('x/y/a.md', '- [ ] a\n');
      write('x/b.md', '- [ ] b\n');
      await lists({ 'x/b.md': ['b'], 'x/y/a.md': ['a'] });
      fs.renameSync(at('x'), at('z.2026'));
      await lists({ 'z.2026/b.md': ['b'], 'z.2026/y/a.md': ['a'] });
      fs.rmSync(at('z.2026'), { recursive: true });
      await lists({});
    });

    it('that come from elsewhere and go there', async () => {
      await store.ready();
      const elsewhere = fs.mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
      fs.mkdirSync(path.join(elsewhere, 'vault/deep'), { recursive: true });
      fs.writeFileSync(path.join(elsewhere, 'vault/deep/a.md'), '- [ ] a\n');
      fs.renameSync(path.join(elsewhere, 'vault'), at('vault'));
      await lists({ 'vault/deep/a.md': ['a'] });
      fs.renameSync(at('vault'), path.join(elsewhere, 'vault'));
      await lists({});
      fs.rmSync(elsewhere, { recursive: true });
    });
  });

  it('takes a branch switch of 3,000 files in a few changes', async () => {
    const name = (at: number) => `${at % 2 === 0 ? 'even' : 'odd'}/${at}.md`;
    for (let note = 0; note < 2000; note++) {
      write(name(note), `- [ ] old ${note}\n`);
    }
    await store.ready();
    assert.equal(Object.keys(listed(store, folder)).length, 2000);
    let changes = 0;
    store.onDidChange(() => changes++);
    const expected: Record<string, string[]> = {};
    for (let note = 0; note < 3000; note++) {
      if (note < 1000) {
        fs.rmSync(at(name(note)));
      } else {
        write(name(note), `- [ ] new ${note}\n`);
        expected[name(note)] = [`new ${note}`];
      }
    }
    await lists(expected);
    assert.ok(changes <= 10, `${changes} changes`);
  });

  describe('lets an open document count', () => {
    it('as it is typed, until it is closed without saving', async () => {
      write('a.md', '- [ ] one\n');
      await store.ready();
      const document = await workspace.openTextDocument(Uri.joinPath(folder, 'a.md'));
      await window.showTextDocument(document);
      await insert(document.uri, '- [ ] typed\n');
      await lists({ 'a.md': ['typed', 'one'] });
      assert.equal(await store.textOf(document.uri), '- [ ] typed\n- [ ] one\n');
      write('b.md', '- [ ] b\n');
      fs.writeFileSync(at('a.md'), '- [ ] changed on disk\n');
      await lists({ 'a.md': ['typed', 'one'], 'b.md': ['b'] });
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await lists({ 'a.md': ['changed on disk'], 'b.md': ['b'] });
    });

    it('at once when somebody asks for the index', async () => {
      write('asked.md', '- [ ] one\n');
      await store.ready();
      const document = await workspace.openTextDocument(Uri.joinPath(folder, 'asked.md'));
      await insert(document.uri, '- [ ] just now\n');
      await store.ready();
      assert.deepEqual(listed(store, folder), { 'asked.md': ['just now', 'one'] });
      await commands.executeCommand('workbench.action.files.revert');
    });

    it('and changes only the groups that its note is in', async () => {
      const note = (person: string) => `---\ntype: 1on1\nperson: ${person}\ndate: 2026-03-09\n---\n\n- [ ] call\n`;
      write('ann.md', note('Ann Example'));
      write('bob.md', note('Bob Example'));
      await store.ready();
      const changes: (IndexChange | undefined)[] = [];
      store.onDidChange((change) => changes.push(change));
      await workspace.openTextDocument(Uri.joinPath(folder, 'ann.md'));
      await insert(Uri.joinPath(folder, 'ann.md'), '- [ ] write\n', new Position(7, 0));
      await lists({ 'ann.md': ['call', 'write'], 'bob.md': ['call'] });
      assert.deepEqual(
        changes.map((change) => [...(change?.groups ?? ['everything'])]),
        [['ann example']],
      );
    });

    it('only if its file is listed: no old version beside it, no unsaved new file', async () => {
      write('diffed.md', '- [ ] one\n');
      const olden = workspace.registerTextDocumentContentProvider('olden', {
        provideTextDocumentContent: () => '- [ ] as it was\n',
      });
      await store.ready();
      const size = store.index.size;
      const file = Uri.joinPath(folder, 'diffed.md');
      await commands.executeCommand('vscode.diff', file.with({ scheme: 'olden' }), file);
      await workspace.openTextDocument({ language: 'markdown', content: '- [ ] nowhere yet\n' });
      await store.ready();
      assert.equal(store.index.size, size);
      assert.deepEqual(listed(store, folder), { 'diffed.md': ['one'] });
      olden.dispose();
    });

    it('no longer once its file is deleted', async () => {
      write('deleted.md', '- [ ] one\n');
      await store.ready();
      await window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder, 'deleted.md')));
      fs.rmSync(at('deleted.md'));
      await lists({});
    });
  });

  it('takes in at once a note that was just written', async () => {
    await store.ready();
    write('new/note.md', '- [ ] new\n');
    write('.hidden/note.md', '- [ ] hidden\n');
    await store.refresh(Uri.joinPath(folder, 'new/note.md'));
    await store.refresh(Uri.joinPath(folder, '.hidden/note.md'));
    assert.deepEqual(listed(store, folder), { 'new/note.md': ['new'] });
  });

  it('reads everything anew for new rules', async () => {
    write('a.md', '- [ ] one\n');
    await store.ready();
    let everything = 0;
    store.onDidChange((change) => {
      everything += change === undefined ? 1 : 0;
    });
    await store.refreshAll();
    assert.ok(everything > 0);
    assert.equal(store.state.phase, 'ready');
    assert.deepEqual(listed(store, folder), { 'a.md': ['one'] });
  });

  it('does nothing more once it is disposed', async () => {
    for (let note = 0; note < 500; note++) {
      write(`${note}.md`, '- [ ] one\n');
    }
    let changes = 0;
    store.onDidChange(() => changes++);
    const ready = store.ready();
    store.dispose();
    await ready;
    assert.equal(changes, 0);
    assert.equal(store.index.size, 0);
  });
});

async function insert(uri: Uri, text: string, position = new Position(0, 0)): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(uri, position, text);
  await workspace.applyEdit(edit);
}
