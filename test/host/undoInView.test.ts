import assert from 'node:assert/strict';
import { commands, Range, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { FollowUpRef } from '../../src/core/index/listedFollowUp';
import { FileSystemNoteReader } from '../../src/editor/notes/fileSystemNoteReader';
import { FaultyNotes } from './faultyNotes';
import { newStore } from './noteStoreFixture';
import { Reader } from './reader';
import { until } from './until';

const NOTE = '1-1s/una-undo/2026-11-16.md';
const OTHER = '1-1s/una-undo/2026-11-23.md';
const note = '# Una Undo, 2026-11-16\r\n\r\n- [ ] @me Send it\r\n- [ ] @me Ask Una\r\n- [x] Closed\r\n';
const other = '# Una Undo, 2026-11-23\n\n- [ ] @me Call\n';

describe('Undo in a view', () => {
  let place: FaultyNotes;
  let reader: Reader;
  beforeEach(async () => {
    place = new FaultyNotes();
    reader = await Reader.begin();
    await place.open({ [NOTE]: note, [OTHER]: other });
  });
  afterEach(async () => {
    reader.dispose();
    await place.close();
  });

  /** The row of the nth follow-up of a note, as a tree hands it to commands. */
  async function rowOf(path: string, nth = 0): Promise<FollowUpRef> {
    const store = newStore(new FileSystemNoteReader());
    try {
      const uri = place.disk.uri(path).toString();
      const item = (await store.ready()).followUpsIn(uri)[nth];
      assert.ok(item);
      return { uri, id: item.id };
    } finally {
      store.dispose();
    }
  }

  const undo = (): Thenable<unknown> => commands.executeCommand('oneOnOne.undoFollowUpChange');
  const run = (command: string, ...rows: readonly FollowUpRef[]): Thenable<unknown> =>
    commands.executeCommand(`oneOnOne.${command}`, rows[0], rows);

  async function typeIn(path: string, line: number, text: string): Promise<TextDocument> {
    const { document } = await window.showTextDocument(place.disk.uri(path));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(line).range.end, text);
    await workspace.applyEdit(edit);
    return document;
  }

  it('unticks a note in the background, keeps what was typed in the one in front, and does nothing the second time', async () => {
    const typed = await typeIn(OTHER, 0, ' typed');
    await run('tickFollowUp', await rowOf(NOTE));
    assert.match(place.disk.text(NOTE) ?? '', /- \[x\] @me Send it/);
    const inFront = typed.getText();
    for (let press = 0; press < 2; press++) {
      await undo();
      assert.equal(place.disk.text(NOTE), note);
      assert.equal(typed.getText(), inFront);
      assert.ok(typed.isDirty);
    }
    assert.deepEqual(reader.heard(), []);
  });

  for (const [command, nth, ...answers] of [
    ['reopenFollowUp', 2],
    ['dropFollowUp', 0],
    ['setDue', 0, '2026-12-04'],
    ['snoozeFollowUp', 0, 'Tomorrow'],
    ['setOwner', 0, 'Una'],
  ] as const) {
    it(`takes back ${command}, to the byte`, async () => {
      reader.answers(...answers);
      await run(command, await rowOf(NOTE, nth));
      assert.notEqual(place.disk.text(NOTE), note);
      await undo();
      assert.equal(place.disk.text(NOTE), note);
    });
  }

  it('takes back a change of rows in several notes', async () => {
    await run('tickFollowUp', await rowOf(NOTE), await rowOf(NOTE, 1), await rowOf(OTHER));
    assert.match(place.disk.text(OTHER) ?? '', /- \[x\] @me Call/);
    await undo();
    assert.equal(place.disk.text(NOTE), note);
    assert.equal(place.disk.text(OTHER), other);
  });

  it('keeps what was typed elsewhere in the note itself, and leaves saving it to its writer', async () => {
    await run('tickFollowUp', await rowOf(NOTE));
    const typed = await typeIn(NOTE, 3, ' today');
    await undo();
    assert.equal(typed.getText(), note.replace('Ask Una', 'Ask Una today'));
    assert.ok(typed.isDirty);
  });

  it('refuses in one message where the changed line was written on, and undoes the rest', async () => {
    await run('tickFollowUp', await rowOf(NOTE), await rowOf(OTHER));
    const typed = await typeIn(OTHER, 2, ' them');
    const inFront = typed.getText();
    await undo();
    assert.equal(place.disk.text(NOTE), note);
    assert.equal(typed.getText(), inFront);
    const [message = '', ...others] = reader.heard();
    assert.match(message, /^Nothing was undone in .*2026-11-23\.md: the note has changed since\.$/);
    assert.deepEqual(others, []);
  });

  it('waits for the change that is being saved', async () => {
    await run('tickFollowUp', await rowOf(OTHER));
    const row = await rowOf(NOTE);
    place.disk.beSlow(50);
    const document = await workspace.openTextDocument(place.disk.uri(NOTE));
    const ticking = run('tickFollowUp', row);
    await until(workspace.onDidChangeTextDocument, () => document.getText() !== note);
    await undo();
    await ticking;
    assert.equal(place.disk.text(NOTE), note);
    assert.match(place.disk.text(OTHER) ?? '', /- \[x\] @me Call/);
  });

  it('takes back no change that was made at the cursor, and no older one', async () => {
    await run('tickFollowUp', await rowOf(NOTE));
    await window.showTextDocument(place.disk.uri(OTHER), { selection: new Range(2, 0, 2, 0) });
    await commands.executeCommand('oneOnOne.tickFollowUp');
    await undo();
    assert.match(place.disk.text(OTHER) ?? '', /- \[x\] @me Call/);
    assert.match(place.disk.text(NOTE) ?? '', /- \[x\] @me Send it/);
    assert.deepEqual(reader.heard(), []);
  });
});
