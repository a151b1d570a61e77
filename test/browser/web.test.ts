import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { copySample } from '../../scripts/sampleWorkspace.mjs';
import { today } from '../../scripts/today.mjs';
import { eventually } from './eventually';
import { labelsOf } from './labelsOf';
import { Workbench } from './workbench';

const ofRavi = `Meetings/${today().replaceAll('-', '.')}-1on1-ravi.md`;

describe('In the browser’s extension host', () => {
  let workbench: Workbench;
  before(async () => {
    const folder = path.join(temporaryDir('workspace'), 'notes');
    await copySample(folder, today());
    const settings = {
      'oneOnOne.me': ['Ines Marchetti'],
      'remote.extensionKind': { 'one-on-one.one-on-one': ['web'] },
    };
    await writeFile(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    workbench = await Workbench.open(folder);
  });
  after(() => workbench.close());

  const read = (wanted: (text: string) => boolean): Promise<string> =>
    eventually(() => readFile(path.join(workbench.folder, ofRavi), 'utf8'), wanted);

  it('the extension runs, and nowhere else', async () => {
    const size = workbench.page.viewportSize();
    assert.ok(size);
    // Rows that are scrolled out of view do not exist, and there are many.
    await workbench.page.setViewportSize({ ...size, height: 2_400 });
    await workbench.runCommand('Developer: Show Running Extensions');
    const row = workbench.page.locator('.runtime-extensions-editor .extension', { hasText: 'One on One' }).first();
    await row.waitFor();
    await workbench.screenshot('web-running');
    assert.match(await row.innerText(), /web worker/i);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.setViewportSize(size);
  });

  it('a note is written, with what is still open', async () => {
    await workbench.runCommand('One on One: New 1:1 Note');
    await workbench.rowsOfPick().filter({ hasText: 'last met' }).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.rowsOfPick().filter({ hasText: 'suggested' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    assert.match(await read((text) => text !== ''), /\n- \[ \] .*\(from \[/);
    await workbench.tab(path.basename(ofRavi)).waitFor();
  });

  it('a follow-up is ticked in the tree, and in its note', async () => {
    await workbench.openView('One on One');
    const ravi = workbench.row('Follow-ups', /^Ravi Menon, .*open/);
    // A row that is drawn anew loses a click.
    await workbench.repeatedly(async (patience) => {
      if ((await ravi.getAttribute('aria-expanded')) !== 'true') await ravi.click({ timeout: patience });
      await ravi.and(workbench.page.locator('[aria-expanded="true"]')).waitFor({ timeout: patience });
    });
    const rows = workbench.pane('Follow-ups').getByRole('treeitem');
    const at = (await labelsOf(rows)).findIndex((label) => label.startsWith('Ravi Menon'));
    await workbench.tick(rows.nth(at + 1));
    await workbench.screenshot('web-ticked');
    const note = await read((text) => text.includes('\n- [x] '));
    assert.equal(note.match(/\n- \[x\] /g)?.length, 1);
  });
});
