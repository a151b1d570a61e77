import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { today } from '../../scripts/today.mjs';
import { eventually } from './eventually';
import { labelsOf } from './labelsOf';
import { Workbench } from './workbench';

const ofRavi = `Meetings/${today().replaceAll('-', '.')}-1on1-ravi.md`;
const COMMAND = 'One on One: New 1:1 Note';

describe('New 1:1 Note', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openSample();
  });
  after(() => workbench.close());

  /** What a note holds on disk, once it is open and says `expected`. */
  async function noteOf(file: string, expected: RegExp): Promise<string> {
    await workbench.tab(path.basename(file)).waitFor();
    return eventually(
      () => readFile(path.join(workbench.folder, file), 'utf8'),
      (text) => expected.test(text),
    );
  }

  it('gives, by Enter and Enter, a note on disk with the questions for that person', async () => {
    await workbench.runCommand(COMMAND);
    await workbench.rowsOfPick().filter({ hasText: 'last met' }).first().waitFor();
    await workbench.screenshot('new-note-person');
    const [first = ''] = await workbench.rowsOfPick().allInnerTexts();
    assert.match(first, /^Ravi Menon/, 'the one most overdue comes first');
    const [said = ''] = await labelsOf(workbench.rowsOfPick());
    assert.match(said, /^Ravi Menon, last met \d+ \w+ ago · overdue, was due .+ · \d+ open$/);
    await workbench.page.keyboard.press('Enter');
    await workbench.rowsOfPick().filter({ hasText: 'suggested' }).waitFor();
    await workbench.screenshot('new-note-session');
    assert.match((await labelsOf(workbench.rowsOfPick()))[0] ?? '', /^[^,]+, Suggested: .+, .+ · .+$/);
    await workbench.page.keyboard.press('Enter');
    const note = await noteOf(ofRavi, /^---\ntype: 1on1\nperson: Ravi Menon\n/);
    await workbench.screenshot('new-note');
    assert.match(note, /\n## Agenda\n\n- \n/);
    assert.equal(note.match(/^\*\*.+\?\*\*$/gm)?.length, 5);
  });

  it('puts the cursor into the agenda', async () => {
    await workbench.page.keyboard.type('Ask about the summer');
    await workbench.page.keyboard.press('Control+S');
    await noteOf(ofRavi, /\n## Agenda\n\n- Ask about the summer\n/);
  });

  it('opens a note of that day instead of writing over it, and makes a second by one button', async () => {
    await workbench.runCommand(COMMAND);
    await workbench.type('Ravi');
    await workbench.pick('Ravi Menon');
    await workbench.rowsOfPick().filter({ hasText: 'suggested' }).waitFor();
    await workbench.type('Rainbows');
    await workbench.rowsOfPick().filter({ hasText: 'suggested' }).waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Enter');
    const button = workbench.page.getByRole('button', { name: 'Create Another' });
    await button.waitFor();
    await workbench.screenshot('new-note-second');
    await noteOf(ofRavi, /Ask about the summer/);
    await button.click();
    await noteOf(ofRavi.replace('.md', '-2.md'), /framework: rainbows-and-clouds/);
  });

  it('is with the known person whose name was begun, by Enter', async () => {
    await workbench.runCommand(COMMAND);
    await workbench.rowsOfPick().filter({ hasText: 'last met' }).first().waitFor();
    await workbench.page.keyboard.type('Mei');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.getByText('New 1:1 Note: Mei Tanaka').waitFor();
    await workbench.page.keyboard.press('Enter');
    await noteOf(`Meetings/${today()}-1on1-mei.md`, /\nperson: Mei Tanaka\n/);
  });

  it('has the row that adds a person below the people found', async () => {
    await workbench.runCommand(COMMAND);
    await workbench.rowsOfPick().filter({ hasText: 'last met' }).first().waitFor();
    await workbench.page.keyboard.type('Dani');
    await workbench.rowsOfPick().filter({ hasText: 'Add “Dani” as a new person' }).waitFor();
    await workbench.screenshot('new-note-add-person');
    const rows = await labelsOf(workbench.rowsOfPick());
    assert.deepEqual(
      rows.map((row) => row.split(/ ?, /)[0]),
      ['Daniel Kim', 'Daniel Ortega', 'Add “Dani” as a new person'],
    );
    const [first] = await workbench.page.locator('.quick-input-list .monaco-list-row.focused').allInnerTexts();
    assert.match(first ?? '', /^Daniel Kim/);
    await workbench.page.keyboard.press('Escape');
  });

  it('takes a name that was typed, and writes where the setting says', async () => {
    await workbench.runCommand(COMMAND);
    await workbench.type('Noor el-Sayed / she');
    await workbench.pick('Add “Noor el-Sayed / she” as a new person');
    await workbench.rowsOfPick().filter({ hasText: 'Suggested: a good one to begin with' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await noteOf(`1-1s/noor-el-sayed-she/${today()}.md`, /\nperson: "Noor el-Sayed \/ she"\n/);
    await workbench.useTheme('dark');
    await workbench.screenshot('new-note-dark');
  });

  it('is taken back by one Undo', async () => {
    await workbench.page.locator('.monaco-editor.focused, .monaco-editor').first().click();
    await workbench.page.keyboard.press('Control+Z');
    await workbench.tab(`${today()}.md`).waitFor({ state: 'detached' });
    await assert.rejects(readFile(path.join(workbench.folder, `1-1s/noor-el-sayed-she/${today()}.md`)));
  });
});
