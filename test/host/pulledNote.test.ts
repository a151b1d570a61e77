import assert from 'node:assert/strict';
import { commands, Range, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { FaultyNotes } from './faultyNotes';
import { Reader } from './reader';

const NOTE = '1-1s/fay-fault/2026-11-23.md';
const NEW = '1-1s/fay-fault/2026-11-30.md';
const head = '# Fay Fault, 2026-11-23\n\n';
const before = `${head}- [ ] @me Send deck\n- [ ] @fay Read it\n`;
const pulled = `${head}- [ ] @me Send deck\n- [x] @fay Read it\n- [ ] @fay Call legal\n`;

describe('A pull into a note with unsaved changes', () => {
  let place: FaultyNotes;
  let reader: Reader;
  let document: TextDocument;

  beforeEach(async () => {
    place = new FaultyNotes();
    reader = await Reader.begin();
    await place.open({ [NOTE]: before });
    ({ document } = await window.showTextDocument(place.disk.uri(NOTE), { selection: new Range(2, 0, 2, 0) }));
    const typing = new WorkspaceEdit();
    typing.insert(document.uri, document.lineAt(3).range.end, ' typed');
    await workspace.applyEdit(typing);
    place.disk.put(NOTE, pulled);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
  });
  afterEach(async () => {
    reader.dispose();
    await place.close();
  });

  it('leaves the text in the editor, which is listed', async () => {
    assert.equal(document.getText(), before.replace('Read it', 'Read it typed'));
    assert.equal(document.isDirty, true);
    assert.deepEqual(await place.openWith('fay fault'), ['Read it typed', 'Send deck']);
  });

  it('is not overwritten by a tick and a new topic, which change only the editor', async () => {
    await commands.executeCommand('oneOnOne.tickFollowUp');
    reader.answers('Fay Fault', 'The budget');
    await commands.executeCommand('oneOnOne.addToNext');
    assert.match(document.getText(), /- \[x\] @me Send deck done:\S+\n- \[ \] @fay Read it typed\n/);
    assert.match(await place.inEditor('People/Fay Fault.md'), /The budget/);
    assert.equal(document.isDirty, true);
    assert.equal(place.disk.text(NOTE), pulled);
    assert.deepEqual(reader.heard(), []);
  });

  it('is not overwritten by carry-over, and shows what was pulled once the writer reverts', async () => {
    await commands.executeCommand('oneOnOne.newNote', {
      person: 'Fay Fault',
      framework: 'people-process-product',
      date: '2026-11-30',
    });
    assert.match(place.disk.text(NEW) ?? '', /Send deck \(from [^]*Read it typed \(from /);
    assert.match(document.getText(), /- \[>\] @me Send deck \(to /);
    assert.equal(document.isDirty, true);
    assert.equal(place.disk.text(NOTE), pulled);
    assert.deepEqual(reader.heard(), []);

    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
    assert.equal(document.getText(), pulled);
    assert.deepEqual(await place.openWith('fay fault'), ['Call legal', 'Read it typed', 'Send deck']);
  });
});
