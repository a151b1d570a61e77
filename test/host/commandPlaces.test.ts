import assert from 'node:assert/strict';
import { commands, Selection, Uri, window, workspace } from 'vscode';
import { openNote, removeNotes } from './aidNotes';
import { Reader } from './reader';
import { until } from './until';

const FOLDER = '1-1s/petra-place';
const NOTE =
  '---\ntype: 1on1\nreport: Petra Place\ndate: 2026-03-09\n---\n\n## Follow-ups\n\n- [ ] @me Send the plan\n';
const PLAN = 8;
const LINE = 'Put the cursor on a line of a note or a brief, or choose a line in the Themes view.';

describe('A command', () => {
  let reader: Reader;
  let uri: Uri;
  before(async () => {
    ({ uri } = await openNote(`${FOLDER}/2026-03-09.md`, NOTE));
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    reader = await Reader.begin();
  });
  after(async () => {
    reader.dispose();
    await removeNotes(FOLDER);
    await workspace.fs.delete(Uri.joinPath(uri, '../../../petra-plan.md'));
  });

  it('is about the person of the note that was chosen in the Explorer', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('oneOnOne.prepBrief', uri, [uri]);
    await until(
      window.tabGroups.onDidChangeTabs,
      () => window.tabGroups.activeTabGroup.activeTab?.label === 'Brief Petra Place',
    );
  });

  it('ticks the follow-up at the cursor by its key, and reopens it', async () => {
    await openNote(`${FOLDER}/2026-03-09.md`, NOTE);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    const textOf = (): string => editor.document.lineAt(PLAN).text;
    editor.selection = new Selection(PLAN, 0, PLAN, 0);
    await commands.executeCommand('oneOnOne.tickFollowUp', { toggle: true });
    assert.match(textOf(), /^- \[x\] @me Send the plan/);
    await commands.executeCommand('oneOnOne.tickFollowUp', { toggle: true });
    assert.match(textOf(), /^- \[ \] @me Send the plan/);
  });

  it('lists the follow-ups if the cursor is elsewhere', async () => {
    assert.ok(window.activeTextEditor);
    window.activeTextEditor.selection = new Selection(0, 0, 0, 0);
    reader.answers('Send the plan');
    await commands.executeCommand('oneOnOne.tickFollowUp');
    assert.ok(reader.seen.includes('Which follow-up?'), reader.seen.join('\n'));
    assert.match(window.activeTextEditor.document.lineAt(PLAN).text, /^- \[x\] @me Send the plan/);
  });

  it('inserts nothing into the front matter', async () => {
    await openNote(`${FOLDER}/2026-03-09.md`, NOTE);
    assert.ok(window.activeTextEditor);
    window.activeTextEditor.selection = new Selection(0, 0, 0, 0);
    await commands.executeCommand('oneOnOne.insertBrief');
    const text = window.activeTextEditor.document.getText();
    assert.match(text, /^---\n(?:[a-z]+: .*\n){3}---\n\n> \*\*Brief: Petra Place/);
  });

  it('gives advice where something is missing, and no error', async () => {
    await openNote('petra-plan.md', '# A plan\n\nWhat we do\n');
    for (const command of ['askAnother', 'noteOutcome', 'passItOn']) {
      await commands.executeCommand(`oneOnOne.${command}`);
    }
    assert.deepEqual(reader.heard(), [
      'Swap Question works in 1:1 notes. In other Markdown files, use Insert Question Set.',
      ...Array.from({ length: 2 }, () => LINE),
    ]);
  });

  it('is about the only person of the folder that was chosen in the Explorer', async () => {
    reader.answers('Listen');
    const made = await commands.executeCommand<Uri>('oneOnOne.newNote', Uri.joinPath(uri, '..'));
    assert.match(made.path, /\/1-1s\/petra-place\/[\d-]+\.md$/);
    assert.ok(reader.seen.includes('New 1:1 Note: Petra Place'), reader.seen.join('\n'));
  });
});
