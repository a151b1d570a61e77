import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { today } from '../../scripts/today.mjs';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const NOTE_OF_JANE = `1-1s/jane-doe/${today()}.md`;

describe('The first 1:1 note', () => {
  let workbench: Workbench;
  const opened: Workbench[] = [];
  after(() => Promise.all(opened.map((each) => each.close())));

  /** Names Jane as the first person, and takes the session that is suggested. */
  async function meetJane(): Promise<void> {
    await workbench.runCommand('One on One: New 1:1 Note');
    const { keyboard } = workbench.page;
    await workbench.page.getByText('Who is this 1:1 with?').waitFor();
    await workbench.screenshot('first-run-who');
    await keyboard.type('Jane Doe');
    await keyboard.press('Enter');
    await workbench.rowsOfPick().filter({ hasText: 'Suggested: a good one to begin with' }).waitFor();
    await keyboard.press('Enter');
  }

  async function isWrittenIn(folder: string): Promise<void> {
    const text = await eventually(
      () => readFile(path.join(folder, NOTE_OF_JANE), 'utf8'),
      (written) => written !== '',
    );
    assert.match(text, /^---\ntype: 1on1\nperson: Jane Doe\n/);
    assert.match(text, /\n## People\n/);
  }

  it('is asked for by the empty views, and takes a name and a session', async () => {
    const folder = temporaryDir('first');
    opened.push((workbench = await Workbench.open(folder)));
    await workbench.openView('One on One');
    await workbench.page.getByRole('button', { name: 'New 1:1 Note' }).nth(1).waitFor();
    await workbench.screenshot('first-run-empty');
    await meetJane();
    await isWrittenIn(folder);
    await workbench.tab(`${today()}.md`).waitFor();
    await workbench.screenshot('first-run-note');
  });

  it('comes from a follow-up too, and a line typed before is offered again', async () => {
    const folder = temporaryDir('first');
    opened.push((workbench = await Workbench.open(folder)));
    const { keyboard } = workbench.page;
    const input = workbench.page.locator('.quick-input-widget input[type=text]').first();
    const who = workbench.page.getByText('Who is this 1:1 with?');
    await workbench.runCommand('One on One: Add Follow-Up');
    await workbench.page.getByText('One line, such as').waitFor();
    await workbench.type('@jane.doe send the draft');
    await workbench.page.getByText('you will be asked in whose notes').waitFor();
    await keyboard.press('Enter');
    await who.waitFor();
    await workbench.screenshot('first-run-follow-up-who');
    await keyboard.press('Escape');
    await who.waitFor({ state: 'hidden' });
    await workbench.runCommand('One on One: Add Follow-Up');
    await workbench.page.getByText('One line, such as').waitFor();
    assert.equal(await input.inputValue(), '@jane.doe send the draft');
    await keyboard.press('Enter');
    await who.waitFor();
    assert.equal(await input.inputValue(), 'Jane Doe');
    await keyboard.press('Enter');
    await workbench.rowsOfPick().filter({ hasText: 'Suggested: a good one to begin with' }).waitFor();
    await keyboard.press('Enter');
    await isWrittenIn(folder);
    const text = await readFile(path.join(folder, NOTE_OF_JANE), 'utf8');
    assert.match(text, /\n## Follow-ups\n\n- \[ \] @jane\.doe send the draft\n/);
    await workbench.openView('One on One');
    await workbench.row('Follow-ups', /^Jane Doe.* 1 open/).waitFor();
    await workbench.screenshot('first-run-follow-up');
    // The row may show before the command ends, which forgets the line.
    await workbench.repeatedly(async (patience) => {
      await workbench.runCommand('One on One: Add Follow-Up');
      await workbench.page.getByText('One line, such as').waitFor({ timeout: patience });
      assert.equal(await input.inputValue(), '');
    });
  });

  it('asks for a folder where none is open, and offers to open it', async () => {
    const folder = path.join(temporaryDir('first'), 'notes');
    await mkdir(folder);
    opened.push((workbench = await Workbench.openNothing(folder)));
    await meetJane();
    await workbench.page.getByText('Choose a folder for your 1:1 notes').waitFor();
    // The dialog fills in where it begins, a moment after it is there.
    await workbench.rowsOfPick().nth(1).waitFor();
    await workbench.type(`${folder}/`);
    await workbench.rowsOfPick().filter({ hasText: '..' }).waitFor();
    await workbench.screenshot('first-run-folder');
    await workbench.page.getByRole('button', { name: 'Keep Notes Here' }).click();
    await isWrittenIn(folder);
    const open = workbench.page.locator('.notifications-toasts').getByRole('button', { name: 'Open Folder' });
    await open.waitFor();
    await workbench.screenshot('first-run-open-folder');
    await open.click();
    await workbench.page.getByRole('treeitem', { name: '1-1s' }).waitFor();
  });

  it('goes to the folder that is chosen where several are open', async () => {
    const folder = temporaryDir('first');
    for (const name of ['alpha', 'beta']) {
      await mkdir(path.join(folder, name));
      await writeFile(path.join(folder, name, 'README.md'), `# ${name}\n`);
    }
    const file = path.join(folder, 'both.code-workspace');
    await writeFile(file, JSON.stringify({ folders: [{ path: 'alpha' }, { path: 'beta' }] }));
    opened.push((workbench = await Workbench.open(file)));
    await meetJane();
    await workbench.rowsOfPick().filter({ hasText: 'alpha' }).waitFor();
    await workbench.screenshot('first-run-which-folder');
    await workbench.pick('beta');
    await isWrittenIn(path.join(folder, 'beta'));
    assert.deepEqual(await readdir(path.join(folder, 'alpha')), ['README.md']);
  });
});
