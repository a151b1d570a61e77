import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Uri, workspace, WorkspaceEdit } from 'vscode';
import { DiskNoteReader } from '../../src/editor/notes/diskNoteReader';
import type { CacheSettings } from '../../src/editor/notes/noteCache';
import type { Reading } from '../../src/editor/notes/noteReader';
import type { NoteService } from '../../src/editor/notes/noteService';
import { DEFAULT_EXCLUDE, listed, newStore } from './noteStoreFixture';
import { StoreFolder } from './storeFolder';

/** Reads from disk, and notes the files that were read. */
class CountingReader extends DiskNoteReader {
  readonly names: string[] = [];

  override read<File extends { readonly uri: Uri }>(files: readonly File[], reading: Reading<File>): Promise<void> {
    return super.read(files, {
      ...reading,
      onRead: (file, result) => {
        if (result.kind === 'read') this.names.push(path.basename(file.uri.path));
        reading.onRead(file, result);
      },
    });
  }
}

describe('The cache of notes', () => {
  const here = new StoreFolder('cache');
  let cacheFolder: string;
  let settings: { isOn: boolean; version: string };
  const stores: NoteService[] = [];

  beforeEach(() => {
    cacheFolder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'one-on-one-cache-')), 'notes');
    settings = { isOn: true, version: '1' };
  });
  afterEach(() => {
    for (const store of stores.splice(0)) store.dispose();
    fs.rmSync(path.dirname(cacheFolder), { recursive: true, force: true });
  });

  /** Writes a file that was last changed a while ago. */
  function writeOld(file: string, text: string): void {
    here.write(file, text);
    const time = new Date('2026-11-01T12:00:00Z');
    fs.utimesSync(here.at(file), time, time);
  }

  /**
   * Begins a session. Returns what it lists, and the names of the files that its first reading and that all readings
   * took: file events of the test's own changes may lead to more.
   */
  async function session(): Promise<{
    store: NoteService;
    lists: Record<string, string[]>;
    firstReads: string[];
    reads: string[];
  }> {
    const reader = new CountingReader();
    const cache: CacheSettings = {
      folder: Uri.file(cacheFolder),
      isOn: () => settings.isOn,
      version: () => settings.version,
    };
    const store = newStore(reader, () => DEFAULT_EXCLUDE, cache);
    stores.push(store);
    const first = new Promise<string[]>((resolve) => {
      store.onDidChangeState(({ phase }) => phase === 'ready' && resolve(readHere(reader)));
    });
    await store.ready();
    return { store, lists: listed(store, here.folder), firstReads: await first, reads: readHere(reader) };
  }

  function readHere(reader: CountingReader): string[] {
    return [...new Set(reader.names)].filter((name) => fs.existsSync(here.at(name))).sort();
  }

  /** The first session, which reads everything and writes the cache. */
  async function firstSession(): Promise<void> {
    const { store, reads } = await session();
    assert.deepEqual(reads, ['a.md', 'b.md', 'c.md']);
    await store.writeCache();
    await end(store);
  }

  /** Ends a session. Nothing of it is written after that. */
  async function end(store: NoteService): Promise<void> {
    store.dispose();
    await store.writeCache();
  }

  beforeEach(() => {
    for (const name of ['a', 'b', 'c']) writeOld(`${name}.md`, `- [ ] ${name} one\n- [x] ${name} two\n`);
  });

  it('spares the next session every unchanged file', async () => {
    await firstSession();
    writeOld('b.md', '- [ ] changed, so that it is longer\n');
    fs.rmSync(here.at('c.md'));
    const { lists, firstReads } = await session();
    assert.deepEqual(firstReads, ['b.md']);
    assert.deepEqual(lists, { 'a.md': ['a one', 'a two'], 'b.md': ['changed, so that it is longer'] });
  });

  it('is ignored where it is torn, changed or of another version', async () => {
    const harms: readonly ((text: string) => string)[] = [
      (text) => text.slice(0, text.length / 2),
      (text) => text.replace(/ one/g, ' two'),
      (text) => text.replace('"1"', '"2"'),
      () => '',
      () => '{"a":1}\n[]\n',
    ];
    for (const harm of harms) {
      await firstSession();
      for (const shard of fs.readdirSync(cacheFolder)) {
        const file = path.join(cacheFolder, shard);
        fs.writeFileSync(file, harm(fs.readFileSync(file, 'utf8')));
      }
      const { store, lists, reads } = await session();
      await end(store);
      assert.deepEqual(reads, ['a.md', 'b.md', 'c.md'], String(harm));
      assert.deepEqual(lists, { 'a.md': ['a one', 'a two'], 'b.md': ['b one', 'b two'], 'c.md': ['c one', 'c two'] });
      fs.rmSync(cacheFolder, { recursive: true });
    }
  });

  it('is ignored after a change of the rules by which notes are read', async () => {
    await firstSession();
    settings.version = '2';
    assert.deepEqual((await session()).reads, ['a.md', 'b.md', 'c.md']);
  });

  it('is deleted when it is turned off', async () => {
    await firstSession();
    settings.isOn = false;
    const { store, reads } = await session();
    assert.deepEqual(reads, ['a.md', 'b.md', 'c.md']);
    assert.ok(!fs.existsSync(cacheFolder));
    await store.writeCache();
    assert.ok(!fs.existsSync(cacheFolder));
  });

  it('holds nothing that is only in an editor, and nothing of a file that may still change', async () => {
    const document = await workspace.openTextDocument(here.uri('a.md'));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(0), '- [ ] unsaved\n');
    await workspace.applyEdit(edit);
    here.write('b.md', '- [ ] just written\n');
    const first = await session();
    assert.deepEqual(first.lists['a.md'], ['unsaved', 'a one', 'a two']);
    await first.store.writeCache();
    const cached = fs.readdirSync(cacheFolder).map((shard) => fs.readFileSync(path.join(cacheFolder, shard), 'utf8'));
    assert.ok(cached.some((text) => text.includes('c one')));
    assert.ok(!cached.some((text) => text.includes('unsaved') || text.includes('just written')));
    const undo = new WorkspaceEdit();
    undo.delete(document.uri, document.lineAt(0).rangeIncludingLineBreak);
    await workspace.applyEdit(undo);
    await document.save();
  });
});
