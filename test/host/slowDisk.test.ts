import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
  type Uri,
} from 'vscode';
import { FaultyNotes } from './faultyNotes';
import { Reader } from './reader';
import { until } from './until';

/** How long the slow disk takes to write a file, and how soon VS Code saves by itself, in ms. */
const DISK_DELAY = 20;
const AUTO_SAVE_DELAY = 1;

/** In all 200 notes and ratings are written. */
const ROUNDS = 10;
const NOTES_A_ROUND = 10;

const dateOf = (count: number): string => `2026-11-${String(count).padStart(2, '0')}`;
const fileOf = (folder: string, count: number): string => `${folder}/${dateOf(count)}.md`;

describe('With auto save on', () => {
  let place: FaultyNotes;
  let reader: Reader;
  const setAutoSave = async (mode: string, delay?: number): Promise<void> => {
    const files = workspace.getConfiguration('files');
    await files.update('autoSave', mode, ConfigurationTarget.Workspace);
    await files.update('autoSaveDelay', delay, ConfigurationTarget.Workspace);
  };

  before(() => setAutoSave('afterDelay', AUTO_SAVE_DELAY));
  after(() => setAutoSave('off'));
  beforeEach(async () => {
    place = new FaultyNotes();
    reader = await Reader.begin();
  });
  afterEach(async () => {
    reader.dispose();
    await place.close();
  });

  const newNote = (person: string, date: string): Thenable<Uri | undefined> =>
    commands.executeCommand('oneOnOne.newNote', { person, framework: 'start-stop-continue', date });

  /** Waits until a file has the text: auto save may still be writing it when a command ends. */
  const onDisk = (file: string, text: RegExp): Promise<void> =>
    until(place.disk.onDidChangeFile, () => text.test(place.disk.text(file) ?? ''));

  for (let round = 1; round <= ROUNDS; round++) {
    it(`a slow disk gives no false alarm, and each new note opens: round ${round} of ${ROUNDS}`, async () => {
      const folder = '1-1s/sam-slow';
      await place.open({ [fileOf(folder, 1)]: `# Sam Slow, ${dateOf(1)}\n\n- [ ] @me Send it\n` });
      place.disk.beSlow(DISK_DELAY);
      for (let count = 2; count <= NOTES_A_ROUND + 1; count++) {
        const uri = await newNote('Sam Slow', dateOf(count));
        assert.equal(uri?.toString(), place.disk.uri(fileOf(folder, count)).toString());
        assert.equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
        await commands.executeCommand('oneOnOne.rateChallengeAndSkill', { challenge: count % 10, skill: 5 });
        await onDisk(fileOf(folder, count - 1), /- \[>\] @\w+ Send it/);
        await onDisk(fileOf(folder, count), /\[skill:: 5\]/);
      }
      assert.deepEqual(reader.heard(), []);
    }).timeout(60_000);
  }

  it('a disk that refuses gives one message, and the new note opens with the cursor in its agenda', async () => {
    const folder = '1-1s/rita-refused';
    const text = `# Rita Refused, ${dateOf(1)}\n\n- [ ] @me Send it\n`;
    await place.open({ [fileOf(folder, 1)]: text });
    const refused = place.disk.uri(fileOf(folder, 1));
    place.disk.failWith((operation, path) =>
      operation === 'writeFile' && path === refused.path ? new Error('ENOSPC: no space left on device') : undefined,
    );
    const uri = await newNote('Rita Refused', dateOf(2));
    assert.deepEqual(reader.heard(), [
      `Could not save ${workspace.asRelativePath(refused)}; your change is still open.`,
    ]);
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri?.toString());
    assert.match(editor?.document.lineAt(editor.selection.active.line - 2).text ?? '', /^\*\*Ines Marchetti\*\*$/);
    assert.equal(place.disk.text(fileOf(folder, 1)), text);
    assert.match(await place.inEditor(fileOf(folder, 1)), /- \[>\] @me Send it/);
  });
});

describe('The message that a change could not be saved', () => {
  const NOTE = '1-1s/rita-refused/2026-11-01.md';
  const text = '# Rita Refused, 2026-11-01\n\n- [ ] @me Send it\n';
  let place: FaultyNotes;
  let reader: Reader;
  beforeEach(async () => {
    place = new FaultyNotes();
    reader = await Reader.begin();
    await place.open({ [NOTE]: text });
    await window.showTextDocument(place.disk.uri(NOTE), { selection: new Range(2, 0, 2, 0) });
    place.disk.beFull();
  });
  afterEach(async () => {
    reader.dispose();
    await place.close();
  });

  const tick = (): Thenable<unknown> => commands.executeCommand('oneOnOne.tickFollowUp');
  const document = (): TextDocument => {
    const found = workspace.textDocuments.find(({ uri }) => uri.toString() === place.disk.uri(NOTE).toString());
    assert.ok(found);
    return found;
  };
  const typeBelow = (): Thenable<boolean> => {
    const edit = new WorkspaceEdit();
    edit.insert(document().uri, document().positionAt(document().getText().length), 'Typed later\n');
    return workspace.applyEdit(edit);
  };

  it('saves again', async () => {
    reader.presses('Save Again', () => place.disk.recover());
    await tick();
    await until(workspace.onDidSaveTextDocument, () => !document().isDirty);
    assert.match(place.disk.text(NOTE) ?? '', /- \[x\] @me Send it/);
    assert.equal(reader.heard().length, 1);
  });

  it('comes again when the note cannot be saved again', async () => {
    let count = 0;
    reader.presses('Save Again', () => count++);
    await tick();
    await reader.hears(2);
    assert.equal(count, 1);
    assert.equal(new Set(reader.heard()).size, 1);
  });

  it('takes the change back', async () => {
    reader.presses('Undo');
    await tick();
    await until(workspace.onDidChangeTextDocument, () => document().getText() === text && !document().isDirty);
    assert.equal(place.disk.text(NOTE), text);
  });

  it('takes nothing back that was typed later', async () => {
    reader.presses('Undo', typeBelow);
    await tick();
    await reader.hears(2);
    assert.match(reader.heard()[1] ?? '', /has changed since/);
    assert.match(document().getText(), /- \[x\] @me Send it.*\nTyped later\n$/);
  });
});
