import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { CancellationTokenSource, Uri, workspace } from 'vscode';
import { DiskNoteReader } from '../../src/editor/notes/diskNoteReader';
import { byMostRecentMonth } from '../../src/editor/notes/noteScanner';
import type { FileStamp, ReadResult } from '../../src/editor/notes/noteReader';

describe('reading notes from disk', () => {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'reading-'));
  const file = (name: string, contents: string | Buffer = 'text') => {
    fs.writeFileSync(path.join(folder, name), contents);
    return { uri: Uri.file(path.join(folder, name)) };
  };
  const read = async (files: readonly { readonly uri: Uri }[], stamps = new Map<string, FileStamp>()) => {
    const results = new Map<string, ReadResult>();
    await new DiskNoteReader().read(files, {
      token: new CancellationTokenSource().token,
      stampOf: ({ uri }) => stamps.get(uri.toString()),
      onRead: ({ uri }, result) => results.set(path.basename(uri.path), result),
    });
    return results;
  };
  const textOf = (result: ReadResult | undefined) => (result?.kind === 'read' ? result.text : result?.kind);

  after(() => fs.rmSync(folder, { recursive: true }));

  it('gives the text that VS Code shows: no byte order mark, line ends as they are', async () => {
    const note = file('bom.md', '\uFEFF# Jane\r\n\r\n- [ ] call 📅 2026-11-30\r\n');
    const document = await workspace.openTextDocument(note.uri);
    assert.equal(textOf((await read([note])).get('bom.md')), document.getText());
  });

  it('says what is gone, and what is too large', async () => {
    fs.mkdirSync(path.join(folder, 'folder.md'));
    const large = file('large.md');
    fs.truncateSync(large.uri.fsPath, 1024 * 1024 + 1);
    const most = file('most.md', 'x'.repeat(1024 * 1024));
    const others = ['folder.md', 'missing.md', 'most.md/below.md'].map((name) => ({
      uri: Uri.file(`${folder}/${name}`),
    }));
    const results = await read([large, most, ...others]);
    assert.equal(results.get('large.md')?.kind, 'tooLarge');
    assert.equal(textOf(results.get('most.md'))?.length, 1024 * 1024);
    assert.deepEqual(
      ['folder.md', 'missing.md', 'below.md'].map((name) => results.get(name)?.kind),
      ['gone', 'gone', 'gone'],
    );
  });

  it('reads no file again that is as it was', async () => {
    const note = file('same.md', 'one');
    const first = (await read([note])).get('same.md');
    const stamps = new Map([[note.uri.toString(), (first as { stamp: FileStamp }).stamp]]);
    assert.equal((await read([note], stamps)).get('same.md')?.kind, 'same');
    file('same.md', 'three');
    assert.equal(textOf((await read([note], stamps)).get('same.md')), 'three');
  });

  it('waits for nobody once the disk turns out to be slow', async () => {
    const notes = Array.from({ length: 100 }, (_, at) => file(`${at}.md`, `note ${at}`));
    const { openSync } = fs;
    let opened = 0;
    const slow = ((...args: Parameters<typeof openSync>) => {
      opened++;
      const start = performance.now();
      while (performance.now() - start < 3);
      return openSync(...args);
    }) as typeof openSync;
    Object.assign(requireFs(), { openSync: slow });
    try {
      const results = await read(notes);
      assert.equal(textOf(results.get('99.md')), 'note 99');
      assert.equal(results.size, 100);
    } finally {
      Object.assign(requireFs(), { openSync });
    }
    assert.ok(opened > 0 && opened < 10, `${opened} files were waited for`);
  });

  it('begins with what is open, then goes from the newest month back, whatever way the date is written', async () => {
    const paths = ['log.md', '2025-12-31.md', 'ann/2026/03/09.md', '20260109 Bob.md', '2026.02.28-1on1.md', 'open.md'];
    const notes = paths.map((at) => ({ uri: Uri.file(at), key: at, path: at }));
    const order = await byMostRecentMonth(notes, ({ key }) => key === 'open.md');
    assert.deepEqual(
      order.map((note) => note.path),
      ['open.md', 'ann/2026/03/09.md', '2026.02.28-1on1.md', '20260109 Bob.md', '2025-12-31.md', 'log.md'],
    );
  });
});

/** The module itself, whose functions all that import it call. */
function requireFs(): object {
  return process.getBuiltinModule('node:fs');
}
