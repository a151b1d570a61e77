import { Workbench } from './workbench';

describe('The pages in pictures', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openSample();
  });
  after(() => workbench.close());

  it('show the pulse of the team in every theme, each picture beside its table', async () => {
    await workbench.runCommand('One on One: Show Team Pulse');
    const page = workbench.preview();
    await page.getByRole('heading', { name: 'Who You Met in Which Week' }).waitFor();
    await page
      .getByRole('row', { name: /Jonas Weber/ })
      .first()
      .waitFor();
    await page.locator('svg').first().waitFor();
    for (const theme of ['dark', 'highContrast', 'light'] as const) {
      await workbench.useTheme(theme);
      await workbench.screenshot(`pulse-${theme}`);
    }
  });
});
