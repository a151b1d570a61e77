import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { CancellationTokenSource, ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { DiskNoteReader } from '../../src/editor/notes/diskNoteReader';
import { NoteFinder } from '../../src/editor/notes/noteFinder';
import { DEFAULT_EXCLUDE, listed } from './noteStoreFixture';
import { StoreFolder } from './storeFolder';
import { until } from './until';

/** Reads from disk, but leaves the listing to the search of VS Code. */
class SearchedDisk extends DiskNoteReader {
  override isLocal(): boolean {
    return false;
  }
}

describe('what is listed', () => {
  const place = new StoreFolder('listing');
  const lists = (expected: readonly string[]) =>
    until(place.store.onDidChange, () => place.paths().join() === expected.join());

  describe('leaves out', () => {
    it('what the setting excludes, with braces in braces', async () => {
      place.exclude = ['**/.*/**', 'listing/{a,{b,c}/deep}/**', 'listing/d'];
      ['a/1.md', 'b/2.md', 'b/deep/3.md', 'd/4.md', 'd/e/5.md', '.git/6.md'].forEach((file) => place.write(file));
      await place.store.ready();
      assert.deepEqual(place.paths(), ['b/2.md']);
    });

    it('nothing by a pattern that is none, and still what the others exclude', async () => {
      place.exclude = ['{broken', '[z-a]', 'listing/a/'];
      ['a/1.md', 'b/2.md'].forEach((file) => place.write(file));
      await place.store.ready();
      assert.deepEqual(place.paths(), ['b/2.md']);
    });

    it('what VS Code hides from its explorer or its search, as soon as it does', async () => {
      ['a/1.md', 'b/2.md', 'c/3.md'].forEach((file) => place.write(file));
      await place.store.ready();
      assert.deepEqual(place.paths(), ['a/1.md', 'b/2.md', 'c/3.md']);
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
      place.exclude = [...DEFAULT_EXCLUDE, 'listing/out/**'];
      place.write('in/1.md');
      place.write('out/2.md');
      await place.store.ready();
      place.write('out/3.md');
      place.write('vendor/4.md');
      place.write('.one-on-one/people.md');
      place.write('in/5.md');
      await lists(['in/1.md', 'in/5.md']);
    });

    it('a document that is open and excluded', async () => {
      place.write('vendor/open.md');
      const document = await workspace.openTextDocument(place.uri('vendor/open.md'));
      await place.store.ready();
      assert.equal(document.isClosed, false);
      assert.deepEqual(place.paths(), []);
    });
  });

  describe('is found without a search exactly as by a search,', () => {
    const log = window.createOutputChannel('One on One (test)', { log: true });
    const found = async (reader: DiskNoteReader): Promise<string[]> => {
      const { notes } = await new NoteFinder(() => place.exclude, reader, log).all(new CancellationTokenSource().token);
      const start = `${place.folder.toString()}/`;
      const below = [...notes.keys()].filter((key) => key.startsWith(start));
      return below.map((key) => decodeURIComponent(key.slice(start.length))).sort();
    };
    const isSame = async (...files: readonly string[]): Promise<void> => {
      assert.deepEqual(await found(new DiskNoteReader()), [...files].sort());
      assert.deepEqual(await found(new SearchedDisk()), [...files].sort());
    };
    const write = (...files: readonly string[]): void => files.forEach((file) => place.write(file));

    after(() => log.dispose());

    it('with all kinds of names', async () => {
      write('A.MD', 'a.md', 'b.markdown', 'c.Markdown', 'd.mdx', 'é [x] {y}, #1?.md', 'no.md.txt', '.hidden.md');
      write('.git/e.md', '.one-on-one/f.md', 'x/.one-on-one/g.md', 'x/.o/h.md', 'Vendor/i.md', 'vendor/j.md', '.md');
      fs.mkdirSync(place.at('folder.md'));
      place.exclude = ['**/vendor/**', '**/.git'];
      await isSame('.hidden.md', '.md', 'Vendor/i.md', 'a.md', 'b.markdown', 'x/.o/h.md', 'é [x] {y}, #1?.md');
    });

    it('with patterns of all kinds', async () => {
      write('a/1.md', 'a/b/2.md', 'a/b/c/3.md', 'd/1.md', 'd/xy.md', 'd/xyz.md', 'e/f/4.md', 'g/[h]/5.md', 'i/6.md');
      place.exclude = ['listing/a/*/c', '**/x?.md', 'listing/{d,e/{f,g}}/[0-9].md', 'g/**', '/listing/i', '1.md', 'i'];
      await isSame('a/1.md', 'a/b/2.md', 'd/xyz.md', 'g/[h]/5.md');
    });

    it('through links', async () => {
      const elsewhere = fs.mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
      fs.mkdirSync(path.join(elsewhere, 'deep'));
      fs.writeFileSync(path.join(elsewhere, 'deep/b.md'), '');
      fs.symlinkSync('..', path.join(elsewhere, 'deep/up'));
      write('real/a.md');
      fs.symlinkSync('real', place.at('linked'));
      fs.symlinkSync('real/a.md', place.at('latest.md'));
      fs.symlinkSync('a.md', place.at('real/twin.md'));
      fs.symlinkSync('nowhere.md', place.at('dangling.md'));
      fs.symlinkSync('itself.md', place.at('itself.md'));
      fs.symlinkSync('..', place.at('real/loop'));
      fs.symlinkSync(elsewhere, place.at('shared'));
      fs.symlinkSync('shared', place.at('twice'));
      await isSame(
        ...['latest.md', 'linked/a.md', 'linked/twin.md', 'real/a.md', 'real/twin.md'],
        ...['shared/deep/b.md', 'twice/deep/b.md'],
      );
      try {
        await configure('search.followSymlinks', false);
        await isSame('real/a.md');
      } finally {
        await configure('search.followSymlinks', undefined);
        fs.rmSync(elsewhere, { recursive: true });
      }
    });

    it('with the exclusions of VS Code, even those that depend on other files', async () => {
      write('a.md', 'a.adoc', 'b.md', 'c/d.md', 'e/f.md', 'g.md');
      try {
        await configure('search.exclude', { '**/g.md': true, '**/b.md': false });
        await configure('files.exclude', { '**/c': true });
        await isSame('a.md', 'b.md', 'e/f.md');
        await configure('files.exclude', { '**/c': true, '**/*.md': { when: '$(basename).adoc' } });
        await isSame('a.md', 'b.md', 'e/f.md');
        await configure('files.exclude', { '**/c': true, '**/*.md': { when: '$(basename).markdown' } });
        write('b.markdown');
        assert.deepEqual(await found(new DiskNoteReader()), await found(new SearchedDisk()));
      } finally {
        await configure('search.exclude', undefined);
        await configure('files.exclude', undefined);
      }
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
      place.write('near.md');
      await place.store.ready();
      await add(other);
      await until(place.store.onDidChange, () => Object.keys(listed(place.store, other)).join() === 'far.md');
      await changeFolders(() => workspace.updateWorkspaceFolders(1, 1));
      await until(place.store.onDidChange, () => Object.keys(listed(place.store, other)).length === 0);
      assert.deepEqual(place.paths(), ['near.md']);
    });

    it('once, by the path in the innermost, where one lies in another', async () => {
      // With the default pattern, the folder of a file names its person, if the path begins where the pattern does.
      place.write('inner/1-1s/ann/2026-03-09.md', '- [ ] call\n');
      const note = place.uri('inner/1-1s/ann/2026-03-09.md').toString();
      place.exclude = [...DEFAULT_EXCLUDE, 'listing/**'];
      await place.store.ready();
      assert.deepEqual(place.paths(), []);
      await add(place.uri('inner'));
      await until(place.store.onDidChange, () => place.paths().length === 1);
      assert.deepEqual(place.store.index.note(note)?.participants, [{ name: 'Ann' }]);
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
