import assert from 'node:assert/strict';
import { commands, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { applyPlan } from '../../src/editor/noteEditor';
import { UserError } from '../../src/editor/errors';
import { FaultyFileSystem } from './faultyFileSystem';
import { Reader } from './reader';

describe('A plan that is written', () => {
  let disk: FaultyFileSystem;
  let count = 0;
  beforeEach(() => {
    disk = new FaultyFileSystem(`faulty-plan-${++count}`);
  });
  afterEach(async () => {
    disk.recover();
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    disk.dispose();
  });

  const source = '- [ ] Send it\n';
  const marked = '- [>] Send it (to [2026-11-30](b.md))\n';

  /** Creates `b.md` and marks the line in `a.md`. */
  function carry(): Promise<void> {
    const uri = disk.uri('a.md').toString();
    return applyPlan({
      create: { uri: disk.uri('b.md').toString(), text: '- [ ] Send it (from [2026-11-23](a.md))\n' },
      changes: [{ uri, before: source, edits: [{ start: 0, end: source.length, text: marked }] }],
    });
  }

  it('creates a note and changes another, saved, and one Undo takes back both', async () => {
    disk.seed('a.md', source);
    await carry();
    assert.equal(disk.text('a.md'), marked);
    assert.match(disk.text('b.md') ?? '', /^- \[ \] Send it \(from/);
    await window.showTextDocument(disk.uri('b.md'));
    await commands.executeCommand('undo');
    assert.equal(disk.text('b.md'), undefined);
    assert.equal((await workspace.openTextDocument(disk.uri('a.md'))).getText(), source);
  });

  for (const [what, fault] of [
    ['is read-only', (): void => disk.beReadOnly()],
    ['is full', (): void => disk.beFull()],
    ['is full once the file is there', (): void => disk.beAlmostFull(0)],
    ['is full in the middle of the file', (): void => disk.beAlmostFull(9)],
    ['refuses', (): void => disk.refuse()],
    ['has vanished', (): void => disk.vanish()],
  ] as const) {
    it(`says what was not written when the folder ${what}, and leaves nothing half-written`, async () => {
      disk.seed('a.md', source);
      fault();
      await assert.rejects(carry(), (error) => error instanceof UserError && /[ab]\.md/.test(error.message));
      disk.recover();
      assert.equal(disk.text('b.md'), undefined);
      assert.equal(disk.text('a.md'), source);
    });
  }

  it('never writes over a note that is there', async () => {
    disk.seed('a.md', source);
    disk.seed('b.md', 'mine');
    await assert.rejects(carry(), UserError);
    assert.equal(disk.text('b.md'), 'mine');
    assert.equal(disk.text('a.md'), source);
  });

  it('writes nothing when a note is no longer what was planned on', async () => {
    disk.seed('a.md', `New line\n${source}`);
    await assert.rejects(carry(), /changed in the meantime/);
    assert.equal(disk.text('b.md'), undefined);
  });

  it('puts what belongs to the last line before a new entry, also without a final line end', async () => {
    const uri = disk.seed('a.md', '- [ ] send the plan');
    const entry = { start: 19, end: 19, text: '\n\n## 2026-11-30\n' };
    const mark = { start: 19, end: 19, text: ' (to [2026-11-30](#2026-11-30))' };
    const tick = { start: 3, end: 4, text: '>' };
    await applyPlan({
      changes: [{ uri: uri.toString(), before: '- [ ] send the plan', edits: [entry, tick, mark] }],
    });
    assert.equal(disk.text('a.md'), '- [>] send the plan (to [2026-11-30](#2026-11-30))\n\n## 2026-11-30\n');
  });

  it('leaves a note that was being written in to its writer', async () => {
    const uri = disk.seed('a.md', 'x\n');
    const document = await workspace.openTextDocument(uri);
    const edit = new WorkspaceEdit();
    edit.insert(uri, document.positionAt(0), 'typed ');
    await workspace.applyEdit(edit);
    await applyPlan({
      changes: [{ uri: uri.toString(), before: 'typed x\n', edits: [{ start: 0, end: 0, text: '! ' }] }],
    });
    assert.equal(document.getText(), '! typed x\n');
    assert.equal(document.isDirty, true);
    assert.equal(disk.text('a.md'), 'x\n');
  });

  it('keeps the new note and says which mark was not saved when the second save fails', async () => {
    const reader = await Reader.begin();
    disk.seed('a.md', source);
    disk.failWith((operation, path) =>
      operation === 'writeFile' && path === '/a.md' ? new Error('ENOSPC: no space left on device') : undefined,
    );
    await carry();
    reader.dispose();
    const [message = '', ...others] = reader.heard();
    assert.match(message, /^Could not save .*a\.md; your change is still open\.$/);
    assert.deepEqual(others, []);
    assert.match(disk.text('b.md') ?? '', /Send it/);
    assert.equal(disk.text('a.md'), source);
    const document = await workspace.openTextDocument(disk.uri('a.md'));
    assert.equal(document.getText(), marked, 'the mark stands in the editor, to be saved or undone');
  });
});

describe('New 1:1 Note, called by another extension', () => {
  const folder = (): Uri => workspace.workspaceFolders![0]!.uri;
  const newNote = (wish: object): Thenable<Uri | undefined> => commands.executeCommand('oneOnOne.newNote', wish);
  const read = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri));
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('returns the note’s URI, and gives the same bytes for the same notes', async () => {
    const wish = { person: 'Wanda Wish', framework: 'people-process-product', date: '2026-11-30' };
    const uri = await newNote(wish);
    assert.equal(uri?.path, Uri.joinPath(folder(), '1-1s/wanda-wish/2026-11-30.md').path);
    const first = await read(uri);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(uri);
    const again = await newNote(wish);
    assert.ok(again);
    assert.equal(await read(again), first);
  });

  it('opens the note of that day instead of writing over it', async () => {
    const uri = Uri.joinPath(folder(), '1-1s/wanda-wish/2026-11-30.md');
    await workspace.fs.writeFile(uri, new TextEncoder().encode('# Wanda Wish, 2026-11-30\n\nmine\n'));
    const opened = await newNote({ person: 'Wanda Wish', framework: 'listen-learn-lift', date: '2026-11-30' });
    assert.equal(opened?.toString(), uri.toString());
    assert.match(await read(uri), /mine/);
  });

  it('gives a safe file name to any name, and keeps the name as typed in the note', async () => {
    for (const name of ['../../etc/pass wd', 'a/b:c*?', 'CON', '🦊', 'שרה', 'x'.repeat(300), 'Ann.']) {
      const uri = await newNote({ person: name, framework: 'start-stop-continue', date: '2026-11-30' });
      assert.ok(uri, name);
      assert.ok(uri.path.startsWith(Uri.joinPath(folder(), '1-1s/').path), uri.path);
      assert.ok(uri.path.length < folder().path.length + 150, uri.path);
      const line = (await read(uri)).split('\n')[2] ?? '';
      assert.ok(line.replace(/["\\]/g, '').includes(name), line);
    }
  });

  it('carries what is open into the next note, and marks it where it was', async () => {
    const first = Uri.joinPath(folder(), '1-1s/carla/2026-11-23.md');
    const text = '# Carla, 2026-11-23\n\n## Follow-ups\n\n- [ ] @carla Send it due:2026-12-04\n- [x] Done\n';
    await workspace.fs.createDirectory(Uri.joinPath(folder(), '1-1s/carla'));
    await workspace.fs.writeFile(first, new TextEncoder().encode(text));
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    const uri = await newNote({ person: 'Carla', framework: 'people-process-product', date: '2026-11-30' });
    assert.ok(uri);
    assert.match(
      await read(uri),
      /\n- \[ \] @carla Send it due:2026-12-04 \(from \[2026-11-23\]\(2026-11-23\.md\), since 2026-11-23, 1×\)\n/,
    );
    assert.match(
      await read(first),
      /\n- \[>\] @carla Send it due:2026-12-04 \(to \[2026-11-30\]\(2026-11-30\.md\)\)\n/,
    );
    await commands.executeCommand('undo');
    assert.equal((await workspace.openTextDocument(first)).getText(), text);
    await assert.rejects(read(uri));
  });

  it('is taken back whole also after somebody typed in it, its source never shown', async () => {
    const first = Uri.joinPath(folder(), '1-1s/ute-undo/2026-11-23.md');
    const text = '# Ute Undo, 2026-11-23\n\n- [ ] @me Send it\n';
    await workspace.fs.writeFile(first, new TextEncoder().encode(text));
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    const uri = await newNote({ person: 'Ute Undo', framework: 'people-process-product', date: '2026-11-30' });
    assert.ok(uri);
    assert.match(await read(first), /- \[>\] @me Send it/);
    await commands.executeCommand('type', { text: 'Holidays' });
    assert.match(window.activeTextEditor?.document.getText() ?? '', /\n- Holidays\n/);
    await commands.executeCommand('undo');
    assert.doesNotMatch(window.activeTextEditor?.document.getText() ?? '', /Holidays/);
    await commands.executeCommand('undo');
    await assert.rejects(read(uri));
    assert.equal((await workspace.openTextDocument(first)).getText(), text);
  });
});
