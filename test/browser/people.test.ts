import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import { labelsOf } from './labelsOf';
import { Workbench } from './workbench';

describe('The People view', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openSample();
    await workbench.openView('One on One');
    // Room for everybody.
    await workbench.toggleView('Follow-ups');
  });
  after(() => workbench.close());

  const read = (file: string): Promise<string> => readFile(path.join(workbench.folder, file), 'utf8');
  const row = (name: string): Locator => workbench.row('People', name);

  it('lists who needs attention first, and says why', async () => {
    await row('Ravi Menon').waitFor();
    const rows = await workbench.treeRows('People');
    assert.match(rows[0] ?? '', /^Ravi Menon ?overdue by \d+ (days|weeks) · \d+ open/);
    assert.ok(
      rows.some((each) => /^Priya Raman ?(over)?due /.test(each)),
      rows.join('\n'),
    );
    const said = await labelsOf(workbench.pane('People').getByRole('treeitem'));
    assert.match(said[0] ?? '', /^Ravi Menon, overdue by \d+ (days|weeks) · \d+ open/);
    await workbench.restOn(row('Ravi Menon'), workbench.page.locator('.workbench-hover', { hasText: 'overdue by' }));
    await workbench.screenshot('people-hover');
    await workbench.page.mouse.move(0, 0);
  });

  it('opens to all that is known of a person', async () => {
    await row('Ravi Menon').click();
    await eventually(
      () => workbench.treeRows('People'),
      (rows) => ['Last met', 'Next', 'Cadence', 'Open'].every((label) => rows.some((each) => each.startsWith(label))),
    );
    const said = await labelsOf(workbench.pane('People').getByRole('treeitem'));
    assert.ok(
      said.some((label) => /^Last met: .* ago/.test(label)),
      said.join('\n'),
    );
    await workbench.screenshot('people');
    await row('Ravi Menon').click();
  });

  it('writes a cadence into the page of a person, from the menu of the row', async () => {
    await workbench.choose(row('Priya Raman'), 'Set Cadence');
    await workbench.page.getByPlaceholder('Choose how often you meet').waitFor();
    await workbench.type('10d');
    await workbench.rowsOfPick().filter({ hasText: '10d' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    const page = await eventually(
      () => read('People/Priya Raman.md'),
      (text) => text.includes('cadence: "10d"'),
    );
    assert.match(page, /\nrole: Product manager, onboarding and pricing\ncadence: "10d"\nreports-to: Ines Marchetti\n/);
  });

  it('keeps the comments of the roster when it says until when somebody is away', async () => {
    await workbench.choose(row('Ravi Menon'), 'Set Time Away');
    await workbench.page.getByPlaceholder('Choose the last day away').waitFor();
    await workbench.type('in two weeks');
    await workbench.rowsOfPick().nth(1).waitFor({ state: 'detached' });
    await workbench.rowsOfPick().waitFor();
    await workbench.page.keyboard.press('Enter');
    const roster = await eventually(
      () => read('.one-on-one/people.yaml'),
      (text) => text.includes('away-until'),
    );
    assert.match(roster, /cadence: biweekly # agreed on/);
    await eventually(
      () => workbench.treeRows('People'),
      (rows) => rows.some((each) => /^Ravi Menon ?away/.test(each)),
    );
  });

  it('is readable in dark and in high contrast, with its menu open', async () => {
    await workbench.useTheme('dark');
    await workbench.entryOf(row('Jonas Weber'), 'Prep Brief');
    await workbench.screenshot('people-dark');
    await workbench.page.keyboard.press('Escape');
    await workbench.useTheme('highContrast');
    await workbench.screenshot('people-high-contrast');
  });
});
