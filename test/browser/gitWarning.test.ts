import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { copySample } from '../../scripts/sampleWorkspace.mjs';
import { today } from '../../scripts/today.mjs';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const CONFIG =
  '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://jane:s3cret@git.acme.example/team/handbook.git\n';

describe('The warning of Git', () => {
  const folder = path.join(temporaryDir('workspace'), 'handbook');
  const list = path.join(folder, '.git/info/exclude');
  let workbench: Workbench;
  before(async () => {
    await copySample(folder, today());
    await mkdir(path.join(folder, '.git'));
    await writeFile(path.join(folder, '.git/config'), CONFIG);
    workbench = await Workbench.open(folder);
  });
  after(() => workbench.close());

  it('comes once 1:1 notes are known, and says where they may be read', async () => {
    await workbench.openView('One on One');
    const warning = workbench.page.getByText('with a remote (git.acme.example').first();
    await warning.waitFor();
    assert.match(await warning.innerText(), /Your 1:1 notes are in the Git repository “handbook”/);
    assert.doesNotMatch(await warning.innerText(), /s3cret/);
    await workbench.toast().waitFor();
    await workbench.screenshot('git-warning');
  });

  it('excludes the folders and files of 1:1 notes, and says which', async () => {
    await workbench.page.getByRole('button', { name: 'Exclude from Git' }).click();
    const lines = (
      await eventually(
        () => readFile(list, 'utf8'),
        (text) => text !== '',
      )
    ).split('\n');
    assert.ok(lines.includes('/1-1s/'), lines.join('\n'));
    assert.ok(!lines.includes('/projects/'), 'other notes stay');
    await workbench.page.getByText('Files that are already committed stay in the repository').first().waitFor();
    await workbench.toast().waitFor();
    await workbench.screenshot('git-excluded');
  });

  it('does not come again', async () => {
    await workbench.remembered('oneOnOne.gitWarned');
    await writeFile(list, '');
    await workbench.page.reload();
    await workbench.openView('One on One');
    await workbench.treeRows('People');
    await workbench.openFile('README.md');
    assert.equal(await workbench.page.getByText('with a remote').count(), 0);
  });
});
