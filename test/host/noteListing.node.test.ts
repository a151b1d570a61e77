import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { ConfigurationTarget, Uri, workspace } from 'vscode';
import { DiskNoteReader } from '../../src/editor/diskNoteReader';
import type { NoteStore } from '../../src/editor/noteStore';
import { DEFAULT_EXCLUDE, listed, newStore, whenWatched } from './noteStoreFixture';
import { until } from './until';

describe('what is listed', () => {
  const root = workspace.workspaceFolders![0]!.uri;
  const folder = Uri.joinPath(root, 'listing');
  const at = (...parts: string[]) => path.join(folder.fsPath, ...parts);
  const write = (file: string, text = '- [ ] here\n') => {
    fs.mkdirSync(path.dirname(at(file)), { recursive: true });
    fs.writeFileSync(at(file), text);
  };
  const paths = (among: Uri = folder) => Object.keys(listed(store, among));
  const lists = (expected: string[]) => until(store.onDidChange, () => paths().join() === expected.join());
  let exclude: readonly string[];
  let store: NoteStore;

  before(async () => {
    fs.mkdirSync(folder.fsPath, { recursive: true });
    await whenWatched(folder);
  });

  beforeEach(() => {
    exclude = DEFAULT_EXCLUDE;
    store = newStore(new DiskNoteReader(), () => exclude);
  });

  afterEach(() => {
    store.dispose();
    for (const name of fs.readdirSync(folder.fsPath)) {
      fs.rmSync(at(name), { recursive: true, force: true });
    }
  });

  after(() => fs.rmSync(folder.fsPath, { recursive: true, force: true }));

  describe('leaves out', () => {
    it('what the setting excludes, with braces in braces', async () => {
      exclude = ['**/.*/**', 'listing/{a,{b,c}/deep}/**', 'listing/d'];
      ['a/1.md', 'b/2.md', 'b/deep/3.md', 'd/4.md', 'd/e/5.md', '.git/6.md'].forEach((file) => write(file));
      await store.ready();
      assert.deepEqual(paths(), ['b/2.md']);
    });

    it('nothing by a pattern that is none, and still what the others exclude', async () => {
      exclude = ['{broken', '[z-a]', 'listing/a/'];
      ['a/1.md', 'b/2.md'].forEach((file) => write(file));
      await store.ready();
      assert.deepEqual(paths(), ['b/2.md']);
    });

    it('what VS Code hides from its explorer or its search, as soon as it does', async () => {
      ['a/1.md', 'b/2.md', 'c/3.md'].forEach((file) => write(file));
      await store.ready();
      assert.deepEqual(paths(), ['a/1.md', 'b/2.md', 'c/3.md']);
      try {
        await configure('files.exclude', { '**/a': true, '**/c': false });
        await lists(['b/2.md', 'c/3.md']);
        await configure('search.exclude', { 'listing/{b,x}': true });
        await lists(['c/3.md']);
      } finally {
        await configure('files.exclude', undefined);
        await configure('search.exclude', undefined);
      }
      await lists(['a/1.md', 'b/2.md', 'c/3.md']);
    });

    it('what comes later, by the same rules', async () => {
      exclude = [...DEFAULT_EXCLUDE, 'listing/out/**'];
      write('in/1.md');
      write('out/2.md');
      await store.ready();
      write('out/3.md');
      write('vendor/4.md');
      write('.one-on-one/people.md');
      write('in/5.md');
      await lists(['in/1.md', 'in/5.md']);
    });

    it('a document that is open and excluded', async () => {
      write('vendor/open.md');
      const document = await workspace.openTextDocument(Uri.joinPath(folder, 'vendor/open.md'));
      await store.ready();
      assert.equal(document.isClosed, false);
      assert.deepEqual(paths(), []);
    });
  });

  describe('comes from all folders', () => {
    const other = Uri.file(fs.mkdtempSync(path.join(tmpdir(), 'other-')));
    const folders = () => workspace.workspaceFolders ?? [];
    const add = (...uris: Uri[]) =>
      changeFolders(() => workspace.updateWorkspaceFolders(folders().length, 0, ...uris.map((uri) => ({ uri }))));

    afterEach(async () => {
      if (folders().length > 1) {
        await changeFolders(() => workspace.updateWorkspaceFolders(1, folders().length - 1));
      }
    });

    after(() => fs.rmSync(other.fsPath, { recursive: true }));

    it('of the workspace as it grows, and forgets those that leave it', async () => {
      fs.writeFileSync(path.join(other.fsPath, 'far.md'), '- [ ] far\n');
      write('near.md');
      await store.ready();
      await add(other);
      await until(store.onDidChange, () => paths(other).join() === 'far.md');
      await changeFolders(() => workspace.updateWorkspaceFolders(1, 1));
      await until(store.onDidChange, () => paths(other).length === 0);
      assert.deepEqual(paths(), ['near.md']);
    });

    it('once, by the path in the innermost, where one lies in another', async () => {
      // With the default pattern, the folder of a file names its person, if the path begins where the pattern does.
      write('inner/1-1s/ann/2026-03-09.md', '- [ ] call\n');
      const note = Uri.joinPath(folder, 'inner/1-1s/ann/2026-03-09.md').toString();
      exclude = [...DEFAULT_EXCLUDE, 'listing/**'];
      await store.ready();
      assert.deepEqual(paths(), []);
      await add(Uri.joinPath(folder, 'inner'));
      await until(store.onDidChange, () => paths().length === 1);
      assert.deepEqual(store.index.note(note)?.participants, [{ name: 'Ann' }]);
    });
  });
});

function configure(setting: string, value: unknown): Thenable<void> {
  return workspace.getConfiguration().update(setting, value, ConfigurationTarget.Workspace);
}

async function changeFolders(change: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const listener = workspace.onDidChangeWorkspaceFolders(() => {
      listener.dispose();
      resolve();
    });
    assert.ok(change());
  });
}
