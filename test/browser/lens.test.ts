import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { today } from '../../scripts/today.mjs';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const DAY = 86_400_000;

function daysFromToday(days: number): string {
  return new Date(Date.parse(today()) + days * DAY).toISOString().slice(0, 10);
}

/** The colour of the words behind a line: an expression, since they stand in no element of their own. */
const COLOUR_OF_OVERDUE = `Array.from(document.querySelectorAll('.view-line span'))
  .map((span) => getComputedStyle(span, '::after'))
  .find(({ content }) => content.includes('1 day overdue'))?.color`;

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
    const folder = path.join(temporaryDir('workspace'), 'notes');
    for (const [file, text] of Object.entries(NOTES)) {
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    workbench = await Workbench.open(folder);
  });
  after(() => workbench.close());

  async function cursorTo(line: number): Promise<void> {
    await workbench.page.keyboard.press('Control+G');
    await workbench.type(`:${line}`);
    await workbench.page.keyboard.press('Enter');
    await workbench.page
      .locator('.statusbar')
      .getByRole('button', { name: `Ln ${line}, Col` })
      .waitFor();
  }

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
      assert.match(String(await page.evaluate(COLOUR_OF_OVERDUE)), /^rgb\(/, 'the words can be seen');
      await workbench.screenshot(`lens-${theme}`);
    }
  });

  it('mends a date by the keyboard', async () => {
    await workbench.useTheme('light');
    await cursorTo(11);
    await workbench.page.keyboard.press('Control+.');
    const menu = workbench.page.locator('.action-widget');
    await menu.getByText('(2026-11-12)').waitFor();
    await workbench.screenshot('quick-fix');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Control+S');
    await noteOnDisk(/\n- \[ \] @me Read it due:2026-12-11\n/);
  });

  it('makes a follow-up of a bullet below their heading', async () => {
    await cursorTo(14);
    await workbench.page.keyboard.press('Control+.');
    await workbench.page.locator('.action-widget').getByText('Make It a Follow-Up').waitFor();
    await workbench.screenshot('quick-fix-bullet');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.press('Control+S');
    await noteOnDisk(/\n- \[ \] Call the landlord\n/);
  });

  it('brings follow-ups in by a click above the note', async () => {
    await cursorTo(1);
    await workbench.page.getByRole('button', { name: '2 follow-ups to bring in' }).click();
    await noteOnDisk(/- \[ \] @jane Book the room [^\n]*\(from /);
    await workbench.page.getByRole('button', { name: 'follow-ups to bring in' }).waitFor({ state: 'detached' });
    await workbench.screenshot('lens-brought');
  });
});

describe('The walkthrough', () => {
  let workbench: Workbench;
  before(async () => {
    const folder = path.join(temporaryDir('workspace'), 'notes');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'README.md'), '# Empty but for this\n');
    workbench = await Workbench.open(folder);
  });
  after(() => workbench.close());

  it('is where the empty views lead to, and ticks what is done', async () => {
    const { page } = workbench;
    await workbench.openView('One on One');
    await page.getByRole('button', { name: 'Run Your First 1:1' }).first().waitFor();
    await workbench.screenshot('views-empty');
    await page.getByRole('button', { name: 'Run Your First 1:1' }).first().click();
    await workbench.tab('Walkthrough').waitFor();
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 5);
    await page.locator('.getting-started-step .codicon-getting-started-step-checked').first().waitFor();
    for (const theme of ['light', 'dark', 'highContrast'] as const) {
      await workbench.useTheme(theme);
      for (const step of ['Open a folder', 'Write the first note', 'Ask what', 'Write down', 'See what']) {
        await steps.filter({ hasText: step }).click();
        await steps.filter({ hasText: step }).and(page.locator('.expanded')).waitFor();
        await workbench.screenshot(`walkthrough-${theme}-${step.split(' ')[0]!.toLowerCase()}`);
      }
    }
  });
});
