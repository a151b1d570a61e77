import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { today } from '../../scripts/today.mjs';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const NOTE = `---
type: 1on1
person: Nadia Rahmani
date: ${today()}
framework: people-process-product
---

# Nadia Rahmani, ${today()}

## Agenda

- The loan service goes live on Monday

## Follow-ups

- [ ] @nadia Send the runbook due:2027-01-08
- [ ] @me Ask HR about her raise <!-- private --><!-- /private -->

## People

*Who helps, who is in the way, how you are.*

**Who do you want to thank?**

Tomás, for the long night.

<!-- private -->

She is looking elsewhere.

<!-- /private -->

## Private

- [ ] @me talk to Helena about the retention budget
`;

describe('Sharing a 1:1', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openSample();
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const folder = path.join(workbench.folder, '1-1s/nadia-rahmani');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${today()}.md`), NOTE);
    await writeFile(path.join(folder, '2026-01-05.md'), '# Nadia Rahmani\n\n<!-- private -->\n\nsecret\n');
    await workbench.openFile(`nadia-rahmani/${today()}.md`);
  });
  after(() => workbench.close());

  const copied = (wanted: RegExp): Promise<string> =>
    eventually(
      () => workbench.page.evaluate<string>('navigator.clipboard.readText()'),
      (text) => wanted.test(text),
    );

  const acceptSections = (): Promise<void> => workbench.page.getByRole('button', { name: 'OK', exact: true }).click();

  it('shows the recap before it is copied, and leaves out what is private', async () => {
    await workbench.runCommand('One on One: Copy Shareable Recap');
    await acceptSections();
    const copy = workbench.page.getByRole('button', { name: 'Copy', exact: true });
    await copy.waitFor();
    await workbench.page.getByText('3 private sections removed.').first().waitFor();
    await workbench.toast().waitFor();
    await workbench.screenshot('share-recap');
    await copy.click();
    assert.equal(
      await copied(/: recap/),
      `# Nadia Rahmani, ${today()}: recap\n\n## Agenda\n\n- The loan service goes live on Monday\n\n## People\n\n` +
        '**Who do you want to thank?**\n\nTomás, for the long night.\n\n' +
        '## Follow-ups\n\n- [ ] **Nadia Rahmani**: Send the runbook (due 2027-01-08)\n',
    );
  });

  it('shares the agenda of the next 1:1 from the People view', async () => {
    await workbench.useTheme('dark');
    await workbench.openView('One on One');
    await workbench.toggleView('Follow-ups');
    const row = workbench.row('People', 'Nadia Rahmani');
    await workbench.entryOf(row, 'Copy Shareable Agenda');
    await workbench.screenshot('share-menu');
    await workbench.page.keyboard.press('Escape');
    await workbench.choose(row, 'Copy Shareable Agenda');
    await acceptSections();
    await workbench.page.getByRole('button', { name: 'Copy', exact: true }).click();
    assert.match(await copied(/: agenda/), /## Questions\n\n- Who do you want to thank\?\n\n## Open follow-ups\n/);
    await workbench.screenshot('share-agenda');
  });

  it('shares nothing of a note in doubt, and opens it at the line', async () => {
    await workbench.openFile('nadia-rahmani/2026-01-05.md');
    await workbench.runCommand('One on One: Copy Shareable Recap');
    const open = workbench.page.getByRole('button', { name: 'Open Note' });
    await open.waitFor();
    await workbench.toast().waitFor();
    await workbench.screenshot('share-refused');
    await open.click();
    await workbench.page.getByRole('button', { name: 'Ln 3, Col 1' }).waitFor();
  });
});
