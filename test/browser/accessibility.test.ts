import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FrameLocator } from 'playwright-core';
import { THEMES, Workbench } from './workbench';

/** A part of a page that breaks a rule of axe-core, in words. */
interface Fault {
  readonly rule: string;
  readonly places: readonly string[];
}

const NOTE = '1-1s/jane-doe/2026-11-23.md';
const NOTES: Readonly<Record<string, string>> = {
  [NOTE]: `---
type: 1on1
person: Jane Doe
date: 2026-11-23
---

# Jane Doe, 2026-11-23

## Follow-ups

- [ ] @jane Send the migration draft due:2020-12-04 (from [2026-11-16](2026-11-16.md), since 2026-11-09, 2×)
- [ ] @me Ask Helena about the **budget** 📅 2099-12-08
- [/] @jane Read \`main.ts\` with [Bob](bob.md) [due:: 2099-12-10]
- [x] @me Book the room ✅ 2026-11-20
- [-] Rename the team #process
- [>] Talk to Priya (to [2026-12-07](2026-12-07.md))

## People

*Who helps, who is in the way, how you are.*

**Who do you want to thank?**

Sarah, for the calm in the outage.

**Who is getting in your way?**

[challenge:: 3] [skill:: 7]

## Private

Raise in March, if the budget holds.

- [ ] @me Talk to Helena first
`,
  '1-1s/jane-doe/2026-11-16.md':
    '# Jane Doe\n\n## People\n\n**Who do you want to thank?**\n\n**How are you doing?**\n\nTired.\n\n- [>] @jane Send the migration draft (to [2026-11-23](2026-11-23.md))\n',
};

/** Rules about the frame that VS Code makes for the preview, and about its style of links. */
const NOT_OURS = ['document-title', 'html-has-lang', 'landmark-one-main', 'region', 'link-in-text-block'];

describe('For people who use a screen reader, or need contrast', () => {
  let workbench: Workbench;
  let axe: string;
  before(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    workbench = await Workbench.openFiles(NOTES);
  });
  after(() => workbench.close());

  /**
   * What axe-core finds in a page of the workbench. The script is an expression, since the page allows no others. The
   * background is that of the editor behind the page, which axe-core does not see.
   */
  async function faultsIn(page: FrameLocator, ignored: readonly string[]): Promise<readonly Fault[]> {
    return page.locator('body').evaluate(`(async () => {
      ${axe};
      document.documentElement.style.background = 'var(--vscode-editor-background)';
      const rules = Object.fromEntries(${JSON.stringify(ignored)}.map((id) => [id, { enabled: false }]));
      const { violations } = await axe.run(document, { resultTypes: ['violations'], rules });
      return violations.map(({ id, help, nodes }) => ({
        rule: id + ': ' + help,
        places: nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary),
      }));
    })()`);
  }

  it('the preview of a note has no fault that axe-core finds, in any theme', async () => {
    await workbench.openFile(NOTE);
    await workbench.runCommand('Markdown: Open Preview');
    await workbench.preview().getByText('Talk to Helena first').waitFor();
    await hasNoFaults('preview', NOT_OURS);
  });

  it('the page of a brief has none', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile(NOTE);
    await workbench.runCommand('One on One: Prep Brief');
    await workbench.tab('Brief Jane Doe').waitFor();
    await workbench.preview().getByRole('button', { name: 'Open as Text' }).waitFor();
    await hasNoFaults('brief', []);
  });

  it('the page of the team pulse has none, with its pictures', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('One on One: Show Team Pulse');
    await workbench.preview().getByRole('heading', { name: 'Open Follow-Ups by Age' }).waitFor();
    await hasNoFaults('pulse', []);
  });

  async function hasNoFaults(name: string, ignored: readonly string[]): Promise<void> {
    let faults: readonly Fault[] = [];
    for (const theme of THEMES) {
      await workbench.useTheme(theme);
      await workbench.page.locator('iframe.webview.ready').waitFor();
      await workbench.screenshot(`accessibility-${name}-${theme}`);
      // With the theme, VS Code loads the preview anew: what is asked just then has no answer.
      await workbench.repeatedly(async () => {
        faults = await faultsIn(workbench.preview(), ignored);
      });
      assert.deepEqual(faults, [], theme);
    }
  }
});
