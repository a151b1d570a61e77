import { Workbench } from './workbench';

const note = (date: string, zones: readonly string[]): string =>
  [
    ...['---', 'type: 1on1', 'people: [Jane Doe, Max Meyer]', `date: ${date}`, '---', ''],
    ...['# Jane Doe and Max Meyer', '', ...zones, '', '## Follow-ups', '', '- [ ] @Max Find her a mentor', ''],
  ].join('\n');

const NOTES: Readonly<Record<string, string>> = {
  '1-1s/jane-doe/2020-11-09.md': note('2020-11-09', [
    ...['## Zone of Incompetence', '', 'Anything with spreadsheets', ''],
    ...['## Zone of Competence', '', 'Writing the minutes, and keeping the calendar of the team', ''],
    ...['## Zone of Genius', '', 'Asking why'],
  ]),
  '1-1s/jane-doe/2020-11-23.md': note('2020-11-23', [
    ...['## Zone of Excellence', '', 'Reviews of code, which others now ask her for', ''],
    ...['## Zone of Genius', '', 'Asking why, out loud, before the first line is written'],
  ]),
};

describe('Notes that name both people', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openFiles(NOTES);
  });
  after(() => workbench.close());

  it('lead to one question: which of these is you', async () => {
    await workbench.openView('One on One');
    const question = workbench.toast().filter({ hasText: 'Which of these is you?' });
    const name = question.getByRole('button', { name: 'Max Meyer' });
    await name.waitFor();
    await workbench.screenshot('both-names-question');
    await name.click();
    await question.waitFor({ state: 'detached' });
    await workbench.row('Follow-ups', /^Jane Doe, 2 open/).waitFor();
    await workbench.row('Follow-ups', /^Find her a mentor, .*\bme$/).waitFor();
    await workbench.screenshot('both-names-answered');
  });

  it('show on a page how the zones of genius moved, in a picture, a table and quotations', async () => {
    await workbench.runCommand('One on One: Show Zone of Genius');
    await workbench.pick('Jane Doe');
    const page = workbench.preview();
    await page.getByRole('heading', { name: 'Zone of Genius: Jane Doe' }).waitFor();
    await page.getByText('Asking why, out loud, before the first line is written').waitFor();
    await page.locator('svg').first().waitFor();
    for (const theme of ['dark', 'highContrast', 'light'] as const) {
      await workbench.useTheme(theme);
      await workbench.screenshot(`zones-${theme}`);
    }
  });
});
