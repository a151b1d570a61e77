import assert from 'node:assert/strict';
import { Workbench } from './workbench';

describe('the command palette', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openSample();
  });
  after(() => workbench.close());

  it('offers a new note first to whoever types new 1:1', async () => {
    await workbench.findCommand('New 1:1');
    const [first] = await workbench.rowsOfPick().allInnerTexts();
    assert.match(first ?? '', /^One on One: New 1:1 Note/);
    await workbench.screenshot('palette');
    await workbench.page.keyboard.press('Escape');
  });

  it('is readable in a dark theme too', async () => {
    await workbench.useTheme('dark');
    await workbench.findCommand('One on One');
    await workbench.screenshot('palette-dark');
  });
});
