import assert from 'node:assert/strict';
import { FileSystemError, type Uri } from 'vscode';
import type { IndexChange } from '../../src/core/index/listedFollowUp';
import { FileSystemNoteReader } from '../../src/editor/notes/fileSystemNoteReader';
import type { Reading, ReadResult } from '../../src/editor/notes/noteReader';
import type { NoteService } from '../../src/editor/notes/noteService';
import { FaultyFileSystem } from './faultyFileSystem';
import { listed, newStore } from './noteStoreFixture';
import { until } from './until';
import { changeFolders } from './workspaceFolders';

/** Reads as the store's own reader does. The extension itself reads this disk too, so the disk cannot tell who asked. */
class RecordingReader extends FileSystemNoteReader {
  /** What came of each file below the folder: the kind of the result, and the path. */
  readonly results: string[] = [];
  /** Called before each further result is handed on. */
  onResult: () => void = () => undefined;
  readonly #folder: Uri;

  constructor(folder: Uri) {
    super();
    this.#folder = folder;
  }

  override read<File extends { readonly uri: Uri }>(files: readonly File[], reading: Reading<File>): Promise<void> {
    const onRead = (file: File, result: ReadResult) => {
      if (file.uri.toString().startsWith(this.#folder.toString())) {
        this.results.push(`${result.kind} ${file.uri.path}`);
        this.onResult();
      }
      reading.onRead(file, result);
    };
    return super.read(files, { ...reading, onRead });
  }
}

describe('the note store on a virtual disk', () => {
  let count = 0;
  let disk: FaultyFileSystem;
  let store: NoteService;
  const lists = (expected: Record<string, string[]>) =>
    until(store.onDidChange, () => JSON.stringify(listed(store, disk.root)) === JSON.stringify(expected));

  /** A store like the other one, whose reader can be asked what it read on this disk. */
  function useRecordingReader(): RecordingReader {
    const reader = new RecordingReader(disk.root);
    store.dispose();
    store = newStore(reader);
    return reader;
  }

  beforeEach(async () => {
    disk = new FaultyFileSystem(`faulty${count++}`);
    disk.seed('a.md', '- [ ] a\n');
    disk.seed('deep/b.md', '- [ ] b\n');
    disk.seed('vendor/c.md', '- [ ] c\n');
    store = newStore(new FileSystemNoteReader());
    await changeFolders(1, 0, disk.root);
  });

  afterEach(async () => {
    store.dispose();
    await changeFolders(1, 1);
    disk.dispose();
  });

  it('lists and reads also where VS Code cannot search', async () => {
    await store.ready();
    assert.deepEqual(listed(store, disk.root), { 'a.md': ['a'], 'deep/b.md': ['b'] });
    disk.put('deep/d.md', '- [ ] d\n');
    await lists({ 'a.md': ['a'], 'deep/b.md': ['b'], 'deep/d.md': ['d'] });
    disk.delete(disk.uri('deep'));
    await lists({ 'a.md': ['a'] });
  });

  it('keeps what was known of a note that is refused, and reads it when it can', async () => {
    await store.ready();
    disk.refuse('a.md');
    disk.put('a.md', '- [ ] changed\n');
    await until(store.onDidChangeState, () => store.state.failed === 1);
    assert.deepEqual(listed(store, disk.root), { 'a.md': ['a'], 'deep/b.md': ['b'] });
    await assert.rejects(store.textOf(disk.uri('a.md')), FileSystemError);
    disk.recover();
    await store.refreshAll();
    assert.deepEqual(listed(store, disk.root), { 'a.md': ['changed'], 'deep/b.md': ['b'] });
    assert.equal(store.state.failed, 0);
  });

  it('keeps what was known of a folder that is refused', async () => {
    await store.ready();
    disk.refuse('deep');
    disk.put('a.md', '- [ ] changed\n');
    await store.refreshAll();
    assert.deepEqual(listed(store, disk.root), { 'a.md': ['changed'], 'deep/b.md': ['b'] });
  });

  it('keeps everything while the whole folder is away', async () => {
    await store.ready();
    disk.vanish();
    await store.refreshAll();
    assert.deepEqual(listed(store, disk.root), { 'a.md': ['a'], 'deep/b.md': ['b'] });
    assert.equal(store.state.phase, 'ready');
  });

  it('forgets a note that went while it was being read', async () => {
    await store.ready();
    disk.failWith((operation, path) =>
      operation === 'readFile' && path === '/a.md' ? FileSystemError.FileNotFound(path) : undefined,
    );
    disk.put('a.md', '- [ ] changed\n');
    await lists({ 'deep/b.md': ['b'] });
    assert.equal(store.state.failed, 0);
  });

  it('reads no file that is too large', async () => {
    disk.seed('a.md', '- [ ] a\n'.padEnd(1024 * 1024 + 1));
    const reader = useRecordingReader();
    await store.ready();
    assert.deepEqual(listed(store, disk.root), { 'deep/b.md': ['b'] });
    assert.equal(store.state.tooLarge, 1);
    assert.deepEqual(reader.results.sort(), ['read /deep/b.md', 'tooLarge /a.md']);
  });

  it('reads nothing twice that did not change', async () => {
    const reader = useRecordingReader();
    await store.ready();
    reader.results.length = 0;
    disk.seed('deep/b.md', '- [ ] another b\n');
    await store.lookAgain();
    assert.deepEqual(reader.results.sort(), ['read /deep/b.md', 'same /a.md']);
    assert.deepEqual(listed(store, disk.root), { 'a.md': ['a'], 'deep/b.md': ['another b'] });
  });

  it('tells a rename as one change', async () => {
    await store.ready();
    const changes: (IndexChange | undefined)[] = [];
    store.onDidChange((change) => changes.push(change));
    disk.rename(disk.uri('a.md'), disk.uri('deep/a.md'));
    await lists({ 'deep/a.md': ['a'], 'deep/b.md': ['b'] });
    assert.equal(changes.length, 1);
  });

  it('says nothing when a note was written but says the same', async () => {
    await store.ready();
    const changes: (IndexChange | undefined)[] = [];
    store.onDidChange((change) => changes.push(change));
    disk.put('a.md', '\n\n- [ ] a\n');
    disk.put('deep/b.md', '- [ ] another b\n');
    await lists({ 'a.md': ['a'], 'deep/b.md': ['another b'] });
    assert.equal(changes.length, 1);
  });

  it('keeps what was read when it is cancelled, and goes on from there', async () => {
    for (let note = 0; note < 500; note++) {
      disk.seed(`many/${note}.md`, `- [ ] ${note}\n`);
    }
    const reader = useRecordingReader();
    reader.onResult = () => {
      if (reader.results.length === 200) store.cancel();
    };
    await store.ready();
    const { length } = Object.keys(listed(store, disk.root));
    assert.ok(length > 0 && length < 500, `${length} notes`);
    assert.equal(store.state.phase, 'ready');
    assert.equal(store.state.cancelled, true);
    await store.refreshAll();
    assert.equal(Object.keys(listed(store, disk.root)).length, 502);
    assert.equal(store.state.cancelled, false);
  });
});
