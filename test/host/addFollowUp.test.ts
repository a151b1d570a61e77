import assert from 'node:assert/strict';
import { commands, workspace, type Uri } from 'vscode';
import { removeNotes } from './aidNotes';
import { Reader } from './reader';

describe('Add Follow-Up', () => {
  let reader: Reader;
  beforeEach(async () => {
    reader = await Reader.begin();
  });
  afterEach(() => reader.dispose());
  after(() => removeNotes('1-1s/zed-zimmer'));

  async function add(...answers: readonly string[]): Promise<string> {
    reader.answers(...answers);
    const uri = await commands.executeCommand<Uri | undefined>('oneOnOne.addFollowUp');
    assert.ok(uri, reader.heard().join('\n'));
    assert.match(uri.path, /\/1-1s\/zed-zimmer\/\d{4}-\d\d-\d\d\.md$/);
    return (await workspace.openTextDocument(uri)).getText();
  }

  it('writes a line about an unknown person into a first note, and the next line into the same note', async () => {
    const text = await add('@zed.zimmer send the plan', 'Add “Zed Zimmer” as a new person', 'People');
    assert.match(text, /^---\ntype: 1on1\npeople: \[Zed Zimmer, Ines Marchetti\]\n/);
    assert.match(text, /\n## Follow-ups\n\n- \[ \] @zed\.zimmer send the plan\n\n## People\n/);
    assert.match(await add('@zed.zimmer call Bo'), /send the plan\n- \[ \] @zed\.zimmer call Bo\n/);
  });
});
