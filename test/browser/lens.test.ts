import assert from 'node:assert/strict';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { today } from '../../scripts/today.mjs';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const DAY = 86_400_000;

function daysFromToday(days: number): string {
  return new Date(Date.parse(today()) + days * DAY).toISOString().slice(0, 10);
}

const NEWEST = `1-1s/jane-doe/${today()}.md`;

const NOTES: Readonly<Record<string, string>> = {
  [`1-1s/jane-doe/${daysFromToday(-50)}.md`]: '# Jane Doe\n\n- a\n',
  [`1-1s/jane-doe/${daysFromToday(-7)}.md`]: `# Jane Doe\n\n- [ ] @jane Book the room due:${daysFromToday(-3)}\n- [ ] @me Ask Helena\n`,
  [NEWEST]: [
    '---\ntype: 1on1\nperson: Jane Doe\n---\n',
    `# Jane Doe, ${today()}\n`,
    '## Follow-ups\n',
    `- [ ] @jane Send the migration draft due:${daysFromToday(-1)}`,
    '- [ ] @me Read it due:11/12/2026',
    '- [ ] @jaen Name a second reviewer',
    `- [ ] Look at the budget ✅ ${daysFromToday(-2)}`,
    '- Call the landlord',
    '-[ ] Order the screen\n',
    '## People\n',
    '**Who do you want to thank?**\n',
    'Sarah.\n',
  ].join('\n'),
};

describe('The text editor', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openFiles(NOTES);
  });
  after(() => workbench.close());

  function noteOnDisk(expected: RegExp): Promise<string> {
    return eventually(
      () => readFile(path.join(workbench.folder, NEWEST), 'utf8'),
      (text) => expected.test(text),
    );
  }

  it('says above a note what is to be done, and behind a follow-up that it is overdue, in every theme', async () => {
    await workbench.openFile(NEWEST);
    const { page } = workbench;
    await page.getByRole('button', { name: '2 follow-ups to bring in' }).waitFor();
    await page.locator('.codicon-light-bulb, .squiggly-info').first().waitFor();
    for (const theme of ['light', 'dark', 'highContrast'] as const) {
      await workbench.useTheme(theme);
      await page.getByRole('button', { name: '2 follow-ups to bring in' }).waitFor();
      await workbench.lineInFront('Send the migration draft').getByText('1 day overdue').waitFor();
      await workbench.screenshot(`lens-${theme}`);
    }
  });

  it('says so no more while that is switched off, and again when it is switched on', async () => {
    const { page } = workbench;
    const settings = path.join(workbench.folder, '.vscode/settings.json');
    await mkdir(path.dirname(settings), { recursive: true });
    const said = workbench.lineInFront('Send the migration draft').getByText('1 day overdue');
    await said.waitFor();
    await writeFile(settings, '{ "oneOnOne.aids.overdue": false }');
    await said.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '2 follow-ups to bring in' }).waitFor();
    await workbench.screenshot('lens-overdue-off');
    await writeFile(settings, '{}');
    await said.waitFor();
  });

  it('wraps the words of what is overdue like text, so that nothing covers them', async () => {
    const { page } = workbench;
    // Each row of a wrapped line is a line of its own here.
    const words = workbench.lineInFront('overdue').getByText(/overdue$/);
    for (const width of [720, 840, 960]) {
      await page.setViewportSize({ width, height: 800 });
      const edge = (await page.locator('.editor-group-container.active .minimap').boundingBox())?.x ?? width;
      await eventually(
        async () => {
          const box = await words.boundingBox();
          return box !== null && box.x + box.width <= edge;
        },
        (fits) => fits,
      );
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  /** Opens the quick fixes of a line. A document that was just saved may close them. */
  const quickFixes = async (line: number, title: string): Promise<void> => {
    await workbench.goToLine(line);
    await workbench.repeatedly(async (patience) => {
      await workbench.page.keyboard.press('Control+.');
      await workbench.page.locator('.action-widget').getByText(title).waitFor({ timeout: patience });
    });
  };

  it('mends a date by the keyboard', async () => {
    await workbench.useTheme('light');
    await quickFixes(11, '(2026-11-12)');
    await workbench.screenshot('quick-fix');
    for (const theme of ['dark', 'highContrast'] as const) {
      await workbench.page.keyboard.press('Escape');
      await workbench.useTheme(theme);
      await quickFixes(11, '(2026-11-12)');
      await workbench.screenshot(`quick-fix-${theme}`);
    }
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Control+S');
    await noteOnDisk(/\n- \[ \] @me Read it due:2026-12-11\n/);
  });

  it('makes a follow-up of a bullet below their heading', async () => {
    await quickFixes(14, 'Make It a Follow-Up');
    await workbench.screenshot('quick-fix-bullet');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Control+S');
    await noteOnDisk(/\n- \[ \] Call the landlord\n/);
  });

  it('brings follow-ups in by a click above the note', async () => {
    await workbench.goToLine(1);
    await workbench.page.getByRole('button', { name: '2 follow-ups to bring in' }).click();
    await noteOnDisk(/- \[ \] @jane Book the room [^\n]*\(from /);
    await workbench.page.getByRole('button', { name: 'follow-ups to bring in' }).waitFor({ state: 'detached' });
    await workbench.screenshot('lens-brought');
  });
});

describe('The walkthrough', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openFiles({ 'README.md': '# Empty but for this\n' });
    await workbench.page.setViewportSize({ width: 1800, height: 800 });
  });
  after(() => workbench.close());

  /** Opens the walkthrough from an empty view. */
  async function open(): Promise<Locator> {
    const { page } = workbench;
    const link = page.getByRole('button', { name: 'Run Your First 1:1' }).first();
    await link.waitFor();
    await workbench.screenshot('views-empty');
    await link.click();
    const steps = page.locator('.getting-started-step');
    await steps.and(page.locator('.expanded')).waitFor();
    return steps;
  }

  /** Opens a step and waits for its picture. */
  async function look(step: Locator): Promise<void> {
    await step.click();
    await step.and(workbench.page.locator('.expanded')).waitFor();
    await workbench.preview().locator('svg').waitFor();
  }

  it('can be read in every theme', async () => {
    await workbench.openView('One on One');
    for (const theme of ['light', 'dark', 'highContrast'] as const) {
      await workbench.useTheme(theme);
      const steps = await open();
      await look(steps.last());
      await workbench.screenshot(`walkthrough-${theme}`);
      await workbench.tab('Welcome').click({ button: 'middle' });
    }
  });

  it('is where the empty views lead to, and ticks what is done', async () => {
    const { page } = workbench;
    const steps = await open();
    assert.equal(await steps.count(), 4, 'a folder is open already');
    for (const [index, step] of (await steps.all()).entries()) {
      await look(step);
      await workbench.screenshot(`walkthrough-step-${index + 1}`);
    }
    const first = steps.filter({ hasText: 'Write your first note' });
    /** The list of all walkthroughs takes the place of one by Escape, and at times when the tab is shown again. */
    const comeBack = async (): Promise<void> => {
      const list = page.locator('.gettingStarted.showCategories');
      if (!(await list.isVisible())) return;
      await list.getByRole('button', { name: 'Run Your First 1:1' }).first().click({ timeout: 5_000 });
    };
    await look(first);
    await workbench.repeatedly(async (patience) => {
      await comeBack();
      await first.getByRole('button', { name: 'New 1:1 Note' }).click({ timeout: patience });
      await workbench.type('Jane Doe', patience);
      await page.keyboard.press('Enter');
      await workbench.rowsOfPick().filter({ hasText: 'suggested' }).click({ timeout: patience });
    });
    await workbench.tab(`${today()}.md`).waitFor();
    await workbench.tab(/^(Welcome|Walkthrough)/).click();
    const ticked = first.locator('.codicon-getting-started-step-checked');
    await eventually(
      async () => {
        await comeBack();
        return ticked.isVisible();
      },
      (isTicked) => isTicked,
    );
    await workbench.screenshot('walkthrough-ticked');
    await appendFile(path.join(workbench.folder, '1-1s/jane-doe', `${today()}.md`), '\n- [ ] @jane Send the draft\n');
    const followUp = steps.filter({ hasText: 'Write down who does what' });
    await followUp.locator('.codicon-getting-started-step-checked').waitFor();
  });
});
