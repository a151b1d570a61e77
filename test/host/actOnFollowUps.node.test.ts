import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { commands, env, Position, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { anchorOf } from '../../src/core/followUp/locate';
import type { FollowUpRef } from '../../src/core/index/listedFollowUp';
import { StoreFolder } from './storeFolder';

const DONE = / \[x\] .* done:\d{4}-\d\d-\d\d$/;

describe('Acting on follow-ups', () => {
  const place = new StoreFolder('acting');

  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** The rows of a note, as a tree that was drawn now hands them to commands. */
  async function rowsOf(file: string): Promise<FollowUpRef[]> {
    await place.store.ready();
    await place.store.refresh(place.uri(file));
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    const uri = place.uri(file).toString();
    const { followUps = [] } = place.store.index.note(uri) ?? {};
    return place.store.index
      .followUpsIn(uri)
      .map(({ id, followUp }) => ({ uri, id, anchor: anchorOf(followUp, followUps) }));
  }

  async function row(file: string, nth = 0): Promise<FollowUpRef> {
    const ref = (await rowsOf(file))[nth];
    assert.ok(ref);
    return ref;
  }

  function tick(...rows: readonly FollowUpRef[]): Thenable<unknown> {
    return commands.executeCommand('oneOnOne.tickFollowUp', rows[0], rows);
  }

  function linesOf(file: string): string[] {
    return fs.readFileSync(place.at(file), 'utf8').split(/\r?\n/);
  }

  async function shown(file: string): Promise<TextDocument> {
    const document = await workspace.openTextDocument(place.uri(file));
    await window.showTextDocument(document, { preview: false });
    return document;
  }

  async function type(document: TextDocument, text: string): Promise<void> {
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), text);
    await workspace.applyEdit(edit);
  }

  it('ticks the second of two identical lines, though a line was inserted above', async () => {
    place.write('twins.md', '- [ ] Call\n\ntext\n\n- [ ] Call\n');
    const second = await row('twins.md', 1);
    place.write('twins.md', 'inserted\n\n- [ ] Call\n\ntext\n\n- [ ] Call\n');
    await tick(second);
    const lines = linesOf('twins.md');
    assert.match(lines[6] ?? '', DONE);
    assert.deepEqual(lines.slice(0, 6), ['inserted', '', '- [ ] Call', '', 'text', '']);
  });

  for (const isShown of [true, false]) {
    const where = isShown ? 'in front' : 'behind no tab';
    it(`ticks in the newer text when another program has just written a note that is open ${where}`, async () => {
      const file = isShown ? 'front.md' : 'behind.md';
      place.write(file, '- [ ] Call\n');
      await (isShown ? shown(file) : workspace.openTextDocument(place.uri(file)));
      const ref = await row(file);
      place.write(file, 'Written elsewhere\n\n- [ ] Call\n- [ ] Write\n');
      await tick(ref);
      const [first, , ticked, last] = linesOf(file);
      assert.deepEqual([first, last], ['Written elsewhere', '- [ ] Write']);
      assert.match(ticked ?? '', DONE);
    });
  }

  it('changes nothing when another window has ticked the line already', async () => {
    place.write('window.md', '- [ ] Call\n- [ ] Write\n');
    await shown('window.md');
    const ref = await row('window.md');
    const theirs = '- [x] Call done:2026-01-02\n- [ ] Write\n';
    place.write('window.md', theirs);
    await tick(ref);
    assert.equal(linesOf('window.md').join('\n'), theirs);
    assert.equal((await shown('window.md')).isDirty, false);
  });

  it('edits what somebody is writing, and leaves saving it to them, though the file changed too', async () => {
    place.write('dirty.md', '- [ ] Call\n');
    const document = await shown('dirty.md');
    await type(document, 'typed\n\n');
    const ref = await row('dirty.md');
    const theirs = 'Written elsewhere\n\n- [ ] Call\n';
    place.write('dirty.md', theirs);
    await tick(ref);
    assert.match(document.lineAt(2).text, DONE);
    assert.equal(document.lineAt(0).text, 'typed');
    assert.equal(document.isDirty, true);
    assert.equal(linesOf('dirty.md').join('\n'), theirs);
  });

  it('does not bring back a note that was deleted meanwhile, though it is open', async () => {
    place.write('deleted.md', '- [ ] Call\n');
    await shown('deleted.md');
    const ref = await row('deleted.md');
    fs.rmSync(place.at('deleted.md'));
    await tick(ref);
    assert.equal(fs.existsSync(place.at('deleted.md')), false);
  });

  it('leaves a note alone that was renamed meanwhile', async () => {
    place.write('old.md', '- [ ] Call\n');
    await shown('old.md');
    const ref = await row('old.md');
    fs.renameSync(place.at('old.md'), place.at('new.md'));
    await tick(ref);
    assert.equal(fs.existsSync(place.at('old.md')), false);
    assert.deepEqual(linesOf('new.md'), ['- [ ] Call', '']);
  });

  it('changes what can be proved and leaves the rest', async () => {
    place.write('sure.md', '- [ ] Call\n');
    place.write('unsure.md', '- [ ] Call\n');
    const [sure, unsure] = [await row('sure.md'), await row('unsure.md')];
    place.write('unsure.md', '- [ ] Call them\n');
    await tick(sure, unsure);
    assert.match(linesOf('sure.md')[0] ?? '', DONE);
    assert.deepEqual(linesOf('unsure.md'), ['- [ ] Call them', '']);
  });

  it('ticks 200 of 50 notes in one go, all of them saved, and one Undo takes back all', async () => {
    const files = Array.from({ length: 50 }, (_, index) => `many/${index}.md`);
    const text = '# Many\n\n- [ ] One\n- [ ] Two\n- [ ] Three\n- [ ] Four\n';
    files.forEach((file) => place.write(file, text));
    const rows = (await Promise.all(files.map(rowsOf))).flat();
    assert.equal(rows.length, 200);
    await tick(...rows);
    for (const file of files) {
      assert.equal(linesOf(file).filter((line) => DONE.test(line)).length, 4, file);
    }
    await shown('many/7.md');
    await commands.executeCommand('undo');
    for (const file of files) {
      assert.equal((await workspace.openTextDocument(place.uri(file))).getText(), text, file);
    }
    await commands.executeCommand('workbench.action.files.saveAll');
  });

  it('ticks no line that Git could not merge, and any other line of the note', async () => {
    const text = [
      '<<<<<<< HEAD',
      '- [ ] Call Jane',
      '=======',
      '- [ ] Call Jane today',
      '>>>>>>> theirs',
      '- [ ] Write',
    ];
    place.write('conflict.md', text.join('\n'));
    await tick(await row('conflict.md', 1));
    assert.deepEqual(linesOf('conflict.md'), text);
    await tick(await row('conflict.md', 2));
    const lines = linesOf('conflict.md');
    assert.match(lines[5] ?? '', DONE);
    assert.deepEqual(lines.slice(0, 5), text.slice(0, 5));
  });

  it('works at the first try, though line ends are mixed and a byte order mark stands before them', async () => {
    place.write('mixed.md', '\uFEFF- [ ] Call\r\n- [ ] Write\ntext\n');
    await tick(await row('mixed.md', 1));
    assert.match(linesOf('mixed.md')[1] ?? '', DONE);
    assert.equal(fs.readFileSync(place.at('mixed.md'), 'utf8').charCodeAt(0), 0xfeff);
  });

  it('changes no note whose characters VS Code could not save as they are', async () => {
    const bytes = Buffer.from('- [ ] Call\ncaf\xe9\n', 'latin1');
    fs.writeFileSync(place.at('latin.md'), bytes);
    await tick(await row('latin.md'));
    assert.deepEqual(fs.readFileSync(place.at('latin.md')), bytes);
  });

  it('copies rows and groups as text, each once, without what is private', async () => {
    place.write('copied.md', '- [ ] Call\n- [ ] Write due:2026-12-04\n\n## Private\n\n- [ ] Ask for a raise\n');
    const followUps = await rowsOf('copied.md');
    const group = { followUps };
    await commands.executeCommand('oneOnOne.copyAsText', group, [group, followUps[1]]);
    assert.equal(await env.clipboard.readText(), '- [ ] Call\n- [ ] Write (due 2026-12-04)');
    await commands.executeCommand('oneOnOne.copyAsText', followUps[2]);
    assert.equal(await env.clipboard.readText(), '- [ ] Call\n- [ ] Write (due 2026-12-04)');
    await window.showTextDocument(await shown('copied.md'), { selection: (await shown('copied.md')).lineAt(0).range });
    await commands.executeCommand('oneOnOne.copyAsText');
    assert.equal(await env.clipboard.readText(), '- [ ] Call');
  });
});
