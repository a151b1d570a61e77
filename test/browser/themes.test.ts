import assert from 'node:assert/strict';
import { eventually } from './eventually';
import { Workbench } from './workbench';

describe('Across 1:1s', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openSample();
    await workbench.openView('One on One');
  });
  after(() => workbench.close());

  it('the People view says in a word that the notes with somebody are mostly status, and below it how many', async () => {
    const ravi = workbench.row('People', /^Ravi Menon/);
    await ravi.getByText('status-heavy').waitFor();
    await ravi.click();
    await workbench
      .row('People', /^Balance/)
      .getByText('3 of the last 4 notes are mostly status; People is empty')
      .waitFor();
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
    await workbench.follow(page.locator('.monaco-editor .detected-link', { hasText: 'Jonas' }).first());
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

  it('a row of the People view opens half a year with one person, for the person too without private lines', async () => {
    const { page } = workbench;
    await workbench.choose(workbench.row('People', /^Priya Raman/), 'Show Themes…');
    await workbench.tab('Themes of 26 weeks with Priya Raman.md').waitFor();
    await page.locator('.view-line').filter({ hasText: '# Themes of the last 26 weeks with Priya Raman' }).waitFor();
    await workbench.screenshot('themes-one-person');
    await page.getByRole('button', { name: 'Leave Out Private Lines' }).click();
    await workbench.tab('Themes of 26 weeks with Priya Raman without private lines.md').waitFor();
    await workbench.screenshot('themes-one-person-without-private');
  });

  it('the view lists the same, and a row opens its line', async () => {
    await workbench.useTheme('light');
    await workbench.toggleView('Follow-ups');
    await workbench.toggleView('People');
    await workbench.toggleView('Themes');
    // A view that is just being filled ignores a click.
    for (const [closed, inside] of [
      [/^Shared Blockers/, /^Staging/],
      [/^Staging/, /^Daniel Ortega, \w{3} \d+ \w{3}, .+/],
    ] as const) {
      await workbench.repeatedly(async (patience) => {
        const row = workbench.row('Themes', closed);
        if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click({ timeout: patience });
        await workbench.row('Themes', inside).waitFor({ timeout: patience });
      });
    }
    for (const theme of ['dark', 'highContrast', 'light'] as const) {
      await workbench.useTheme(theme);
      await workbench.screenshot(`themes-view-${theme}`);
    }
    await workbench.row('Themes', /^Daniel Ortega/).click();
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
