import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const COMMAND = 'One on One: Rate Challenge vs Skill';
const NASTY = 'Ann "z" <img src=x onerror=alert(1)> %%{init}%% #35 `b` } end';

/** A window so high that pictures show a whole note. */
const ALL_OF_A_NOTE = { width: 1280, height: 1900 };

/** Whether the title of a chart has the colour of the text around: an expression, since the preview allows no more. */
const HAS_THEME_COLOURS = `Array.from(document.querySelectorAll('.mermaid .title text')).some(
  (title) => getComputedStyle(title).fill === getComputedStyle(document.body).color,
)`;

const MAIN = `---
type: 1on1
person: Jane Doe
date: 2026-11-30
---

# Jane Doe, 2026-11-30

## Agenda

- The board on Thursday

## Follow-ups

- [ ] @jane Send the migration draft due:2020-12-04 (from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)
- [ ] @me Ask Helena about the **budget** 📅 2099-12-08
- [/] @jane Read \`main.ts\` with [Bob](bob.md) [due:: 2099-12-10]
- [x] @me Book the room ✅ 2026-11-27
- [-] Rename the team
- [>] Talk to Priya (to [2026-12-07](2026-12-07.md))

## People

*Who helps, who is in the way, how you are.*

**Who do you want to thank?**

Sarah, for the calm in the outage.

**Who is getting in your way?**

- How are you doing?
  - Tired, but well.

## Private

Raise in March, if the budget holds.

- [ ] @me Talk to Helena first

## Next 1:1

Nothing yet.
`;

/** A meeting with ratings a week apart. */
function rated(day: string, person: string, ratings: string): string {
  return `---\ntype: 1on1\nperson: ${JSON.stringify(person)}\ndate: ${day}\n---\n\n${ratings}\n`;
}

const NOTES: Readonly<Record<string, string>> = {
  '1-1s/jane-doe/2026-11-30.md': MAIN,
  '1-1s/jane-doe/2026-11-09.md': rated('2026-11-09', 'Jane Doe', '[challenge:: 3] [skill:: 7]'),
  '1-1s/jane-doe/2026-11-16.md': rated('2026-11-16', 'Jane Doe', '[challenge:: 5] [skill:: 5,5]'),
  '1-1s/jane-doe/2026-11-23.md': rated('2026-11-23', 'Jane Doe', '[challenge:: 9] [skill:: 4]'),
  '1-1s/ann/2026-11-23.md': rated('2026-11-23', NASTY, 'Words'),
  'docs/plan.md': '# Plan\n\n- [ ] @jane A task due:2020-12-04\n- [x] Another\n\n## Private\n\nOurs\n',
};

describe('The preview of a 1:1 note', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openFiles(NOTES);
    await workbench.page.setViewportSize(ALL_OF_A_NOTE);
  });
  after(() => workbench.close());

  async function openPreview(file: string): Promise<void> {
    await workbench.openFile(file);
    // The keys work once VS Code knows that it is Markdown.
    await workbench.page.locator('.statusbar').getByRole('button', { name: 'Markdown', exact: true }).waitFor();
    await workbench.page.locator('.monaco-editor.focused').waitFor();
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('V');
    await workbench.tab(`Preview ${path.basename(file)}`).waitFor();
  }

  /** Waits until the chart is drawn in the colours of the theme: VS Code does that some time after all else. */
  async function chartInColours(preview: FrameLocator): Promise<void> {
    // With the theme, VS Code loads the preview anew: what is asked just then has no answer.
    const isDrawn = (): Promise<unknown> =>
      preview
        .locator('body')
        .evaluate(HAS_THEME_COLOURS)
        .catch(() => false);
    await eventually(isDrawn, (drawn) => drawn === true);
  }

  async function rate(challenge: string, skill: string): Promise<void> {
    await workbench.runCommand(COMMAND);
    for (const [question, answer] of [
      ['How challenging', challenge],
      ['How well', skill],
    ] as const) {
      await workbench.page.getByText(question).waitFor();
      await workbench.type(answer);
      await workbench.page.keyboard.press('Enter');
    }
  }

  it('shows follow-ups, questions and what is private, in every theme', async () => {
    await openPreview('1-1s/jane-doe/2026-11-30.md');
    const preview = workbench.preview();
    await preview.getByText(/^due Fri 4 Dec 2020 · \d+ years overdue$/).waitFor();
    assert.equal(await preview.getByRole('checkbox').count(), 7);
    assert.equal(await preview.getByRole('checkbox', { checked: true }).count(), 1);
    assert.equal(await preview.getByRole('region', { name: 'Private' }).getByText('Raise in March').count(), 1);
    assert.equal(await preview.locator('.one-on-one-question').count(), 3);
    for (const theme of ['light', 'dark', 'highContrast'] as const) {
      await workbench.useTheme(theme);
      await preview.getByText('Nothing yet.').waitFor();
      await workbench.screenshot(`preview-${theme}`);
    }
  });

  it('asks for two ratings, says what is wrong with one, and draws the chart', async () => {
    await workbench.useTheme('light');
    await workbench.runCommand(COMMAND);
    await workbench.page.getByText('How challenging').waitFor();
    await workbench.type('11');
    await workbench.page.getByText('11 is not on the scale. Type a number from 0 to 10.').waitFor();
    await workbench.screenshot('ratings-refused');
    await workbench.page.keyboard.press('Escape');
    await rate('8', '6,5');
    const preview = workbench.preview();
    await preview.locator('.mermaid svg').waitFor();
    assert.match(
      await readFile(path.join(workbench.folder, '1-1s/jane-doe/2026-11-30.md'), 'utf8'),
      /\n\[challenge:: 8\] \[skill:: 6\.5\]\n/,
    );
    for (const theme of ['dark', 'highContrast', 'light'] as const) {
      await workbench.useTheme(theme);
      await chartInColours(preview);
      await workbench.screenshot(`chart-${theme}`);
    }
  });

  it('shows a name in the chart as text, whatever its signs, with the preview in front', async () => {
    await workbench.runCommand('View: Close All Editors');
    await openPreview('1-1s/ann/2026-11-23.md');
    await workbench.preview().getByText('Words').click();
    await rate('2', '2');
    const preview = workbench.preview();
    await preview.locator('.mermaid svg').waitFor();
    await workbench.screenshot('chart-nasty-name');
    assert.ok((await preview.locator('.mermaid svg').textContent())?.includes(NASTY));
    assert.equal(await preview.locator('img').count(), 0);
  });

  it('lets commands find the note that the Markdown editor shows', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('1-1s/jane-doe/2026-11-23.md');
    await workbench.runCommand('View: Reopen Editor With...');
    await workbench.pick('Markdown Editor');
    await workbench.preview().getByText('[challenge:: 9]').first().waitFor();
    await rate('9', '5');
    await eventually(
      () => readFile(path.join(workbench.folder, '1-1s/jane-doe/2026-11-23.md'), 'utf8'),
      (text) => text.includes('[challenge:: 9] [skill:: 5]'),
    );
    await workbench.screenshot('markdown-editor');
    await workbench.runCommand('One on One: Prep Brief');
    await workbench.tab('Brief Jane Doe').waitFor();
  });

  it('draws boxes alone in other files', async () => {
    await workbench.runCommand('View: Close All Editors');
    await openPreview('docs/plan.md');
    const preview = workbench.preview();
    await preview.getByRole('checkbox').first().waitFor();
    await workbench.screenshot('preview-other-file');
    assert.equal(await preview.getByRole('checkbox').count(), 2);
    assert.equal(await preview.locator('.one-on-one-chip, .one-on-one-private').count(), 0);
  });
});
