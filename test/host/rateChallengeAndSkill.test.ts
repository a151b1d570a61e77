import assert from 'node:assert/strict';
import { commands, Range, Uri, ViewColumn, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';

const PERSON = '1-1s/rated-rita';

async function written(path: string, text: string): Promise<Uri> {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const uri = Uri.joinPath(folder.uri, path);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

async function inFront(path: string, text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(await written(path, text));
  await window.showTextDocument(document, { preview: false });
  return document;
}

function rate(challenge: unknown, skill: unknown): Thenable<unknown> {
  return commands.executeCommand('oneOnOne.rateChallengeAndSkill', { challenge, skill });
}

describe('Challenge vs Skill', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('writes ratings, chart and table into the note in front, with the earlier meetings', async () => {
    // Open, it is known at once: of a file just written, VS Code tells a moment later.
    await inFront(`${PERSON}/2026-11-16.md`, '# Rated Rita\n\n[challenge:: 3] [skill:: 8]\n');
    const document = await inFront(`${PERSON}/2026-11-23.md`, '# Rated Rita\n\n## Agenda\n\n- a\n');
    await rate(8, '6,5');
    const text = document.getText();
    assert.match(text, /\n## Challenge vs Skill\n\n\[challenge:: 8\] \[skill:: 6\.5\]\n\n<!-- one-on-one:chart /);
    assert.match(text, /\n {2}"1": \[0\.8, 0\.3\]\n {2}"2": \[0\.65, 0\.8\]\n```\n/);
    assert.match(text, /\n\| 1 \| \[2026-11-16\]\(2026-11-16\.md\) \| 3 \| 8 \|\n\| 2 \| 2026-11-23 \| 8 \| 6\.5 \|\n/);
    assert.equal(document.isDirty, false, 'what was saved before is saved after');
  });

  it('changes nothing when it is run again, and is taken back by one Undo', async () => {
    const text = '# Rated Rita\n\n- a\n';
    const document = await inFront(`${PERSON}/2026-11-24.md`, text);
    await rate(8, 6);
    const once = document.getText();
    const { version } = document;
    await rate(8, 6);
    assert.equal(document.version, version);
    assert.notEqual(once, text);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('works on what stands in the editor, and leaves saving it to its writer', async () => {
    const document = await inFront(`${PERSON}/2026-11-25.md`, '# Rated Rita\n');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), '\nTyped just now\n');
    await workspace.applyEdit(edit);
    await rate(1, 1);
    assert.match(document.getText(), /\nTyped just now\n\n## Challenge vs Skill\n/);
    assert.equal(document.isDirty, true);
    await document.save();
  });

  it('rates the meeting at the cursor of the active editor, where two show the note', async () => {
    const log = '# Rated Rita\n\n## 2026-11-09\n\n- a\n\n## 2026-11-12\n\n- b\n';
    const document = await workspace.openTextDocument(await written('1on1s/Rated Rita.md', log));
    const cursorIn = (line: number): Range => new Range(line, 0, line, 0);
    for (const [viewColumn, line, rated] of [
      [ViewColumn.One, 8, /## 2026-11-12\n\n- b\n\n### Challenge vs Skill\n\n\[challenge:: 7\]/],
      [ViewColumn.Two, 4, /## 2026-11-09\n\n- a\n\n### Challenge vs Skill\n\n\[challenge:: 5\]/],
    ] as const) {
      await window.showTextDocument(document, { viewColumn, selection: cursorIn(line), preview: false });
      await rate(viewColumn === ViewColumn.One ? 7 : 5, 5);
      assert.match(document.getText(), rated);
    }
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('keeps a chart that was edited by hand', async () => {
    const document = await inFront(`${PERSON}/2026-11-26.md`, '# Rated Rita\n');
    await rate(8, 6);
    const edit = new WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('quadrant-1 Flow'));
    edit.replace(document.uri, new Range(at, at.translate(0, 'quadrant-1 Flow'.length)), 'quadrant-1 Bliss');
    await workspace.applyEdit(edit);
    const before = document.getText();
    await rate(2, 2);
    assert.equal(document.getText(), before.replace('[challenge:: 8] [skill:: 6]', '[challenge:: 2] [skill:: 2]'));
    await document.save();
  });

  for (const [day, challenge, skill] of [
    [27, 11, 5],
    [28, 'eight', 5],
    [29, 5, ''],
    [30, -1, 5],
  ]) {
    it(`writes nothing for ${JSON.stringify(challenge)} and ${JSON.stringify(skill)}`, async () => {
      const document = await inFront(`${PERSON}/2026-11-${day}.md`, '# Rated Rita\n');
      await rate(challenge, skill);
      assert.equal(document.getText(), '# Rated Rita\n');
    });
  }

  it('writes nothing into a file that is no 1:1 note', async () => {
    const document = await inFront('docs/no-meeting.md', '# Plan\n');
    await rate(5, 5);
    assert.equal(document.getText(), '# Plan\n');
  });
});
