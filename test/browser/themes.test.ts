import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import { Workbench } from './workbench';

describe('Across 1:1s', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openSample();
    await workbench.openView('One on One');
  });
  after(() => workbench.close());

  /** A row of a view in the side bar, by the beginning of what it says. */
  function row(view: string, label: string): Locator {
    const name = new RegExp(`^${label}`);
    const pane = workbench.page.locator('.sidebar .pane', { has: workbench.page.getByText(view, { exact: true }) });
    return pane.getByRole('treeitem', { name }).first();
  }

  /** Opens or closes a view of the side bar by its header. */
  async function toggleView(name: string): Promise<void> {
    await workbench.page
      .locator('.sidebar')
      .getByRole('button', { name: `${name} Section` })
      .click();
  }

  it('the People view says in a word that the notes with somebody are mostly status, and below it how many', async () => {
    const ravi = row('People', 'Ravi Menon');
    await ravi.getByText('status-heavy').waitFor();
    await ravi.click();
    await row('People', 'Balance').getByText('3 of the last 4 notes are mostly status; People is empty').waitFor();
    await workbench.screenshot('themes-people');
  });

  it('a document lists themes, and a click on a line opens it in its note', async () => {
    await workbench.runCommand('One on One: Show Themes…');
    await workbench.rowsOfPick().filter({ hasText: 'The last 12 weeks' }).waitFor();
    await workbench.screenshot('themes-span');
    await workbench.page.keyboard.press('Enter');
    const { page } = workbench;
    await page.locator('.view-line').filter({ hasText: '# Themes of the last 12 weeks' }).waitFor();
    for (const theme of ['light', 'dark', 'highContrast'] as const) {
      await workbench.useTheme(theme);
      await workbench.screenshot(`themes-document-${theme}`);
    }
    await page
      .locator('.monaco-editor .detected-link')
      .filter({ hasText: 'Jonas' })
      .first()
      .click({ modifiers: ['Control'] });
    await page.locator('.editor-group-container .breadcrumbs-control').getByText('jonas-weber').waitFor();
    await workbench.screenshot('themes-link-followed');
  });

  it('one button of the document leaves out what is private', async () => {
    await workbench.runCommand('One on One: Show Themes…');
    await workbench.pick('The last 12 weeks');
    await workbench.page.getByRole('button', { name: 'Leave Out Private Lines' }).click();
    await workbench.tab('Themes of 12 weeks without private lines.md').waitFor();
    await workbench.page.getByRole('button', { name: 'Show Private Lines' }).waitFor();
    await workbench.screenshot('themes-without-private');
  });

  it('the view lists the same, and a row opens its line', async () => {
    await workbench.useTheme('light');
    await toggleView('Follow-ups');
    await toggleView('People');
    await toggleView('Themes');
    await row('Themes', 'In the Way of Two or More').click();
    await row('Themes', 'Staging').click();
    await row('Themes', 'Daniel Ortega').waitFor();
    for (const theme of ['dark', 'highContrast', 'light'] as const) {
      await workbench.useTheme(theme);
      await workbench.screenshot(`themes-view-${theme}`);
    }
    await row('Themes', 'Daniel Ortega').click();
    await workbench.tab('DanielOrtega.md').waitFor();
    const line = await eventually(
      () =>
        workbench.page
          .locator('.statusbar')
          .getByRole('button', { name: /^Ln \d+/ })
          .innerText(),
      (text) => text.includes('Ln 26'),
    );
    assert.match(line, /Ln 26/);
  });
});
