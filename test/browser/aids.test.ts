import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const NOTE = '1-1s/jane-doe/2020-11-23.md';
const NASTY = '<img src=x onerror=alert(1)> [run](command:workbench.action.quit)';
const QUESTION = 'Who do you want to thank?';

const NOTES: Readonly<Record<string, string>> = {
  '1-1s/jane-doe/2020-11-09.md': `# Jane Doe\n\n**${QUESTION}**\n\nAna, for the demo.\n`,
  '1-1s/jane-doe/2020-11-16.md':
    `# Jane Doe\n\n**${QUESTION}**\n\nSarah, for the calm in the outage. ${NASTY}\n\n## Follow-ups\n\n` +
    '- [>] Send the draft (to [[1-1s/jane-doe/2020-11-23|2020-11-23]])\n',
  [NOTE]:
    `# Jane Doe\n\n## Follow-ups\n\n- [ ] @jane Send the draft due:2020-11-27 ` +
    `(from [[1-1s/jane-doe/2020-11-16#Follow-ups|2020-11-16]], since 2020-11-09, 3×)\n\n` +
    `## People\n\n**${QUESTION}**\n\n**Who is getting in your way?**\n\nShe asked [[Bob Stone]] about it.\n\n`,
  '1-1s/bob-stone/2020-11-20.md': '# Bob Stone\n\n- [ ] @bob Book a room #travel\n',
  'People/Bob Stone.md': '---\nperson: Bob Stone\nrole: Engineer\n---\n\n# Bob Stone\n',
};

/** What is needed of a browser's element, whose types are not known here. */
interface AnimatedElement {
  getAnimations(options: { readonly subtree: boolean }): readonly { readonly finished: Promise<unknown> }[];
}

describe('Help in the text editor', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.openFiles(NOTES);
    await workbench.openFile(NOTE);
    await workbench.page.locator('.monaco-editor.focused').waitFor();
  });
  after(() => workbench.close());

  const suggestion = (label: string): Locator =>
    workbench.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label }).first();

  /** The suggestion that a key takes: while somebody types, the one that fits best. */
  const suggestedFirst = (label: string): Locator =>
    workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: label });

  /** Text in the editor, where it stands. */
  const words = (text: string): Locator =>
    workbench.page.locator('.monaco-editor .view-line').getByText(text, { exact: false }).first();

  /** The hover over words of the note, once it says `expected`. */
  async function hoverOver(text: string, expected: string): Promise<Locator> {
    // The pointer comes from elsewhere, so that it is not over these words already.
    await workbench.page.mouse.move(5, 5);
    await words(text).hover();
    const hover = workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: expected }).first();
    await hover.waitFor();
    // It fades in.
    await hover.evaluate((element: AnimatedElement) =>
      Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
    );
    return hover;
  }

  it('offers people after @, days after due:, and questions after ?', async () => {
    const { keyboard } = workbench.page;
    await workbench.useTheme('light');
    await keyboard.press('Control+End');
    await keyboard.type('- [ ] @');
    await suggestion('Jane Doe').waitFor();
    await workbench.screenshot('aids-people-light');
    await keyboard.type('bo');
    await suggestedFirst('Bob Stone').waitFor();
    await keyboard.press('Enter');
    await keyboard.type(' send it due:');
    await suggestion('Tomorrow').waitFor();
    await workbench.screenshot('aids-dates-light');
    await keyboard.type('tom');
    await suggestedFirst('Tomorrow').waitFor();
    await keyboard.press('Tab');
    await keyboard.type(' #');
    await suggestedFirst('#travel').waitFor();
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.press('Home');
    await keyboard.type('?');
    await suggestion('People').waitFor();
    await workbench.screenshot('aids-questions-light');
    await keyboard.press('Escape');
    await keyboard.press('Backspace');
    await keyboard.press('Control+S');
    const saved = await eventually(
      () => readFile(path.join(workbench.folder, NOTE), 'utf8'),
      (text) => text.includes('#travel'),
    );
    assert.match(saved, /\n- \[ \] @bob send it due:\d{4}-\d{2}-\d{2} #travel\n/);
  });

  it('puts a field in by its name, and offers its values at once', async () => {
    const { keyboard } = workbench.page;
    await workbench.goToLine(5);
    // The line is wrapped: the first End goes to the end of its row.
    await keyboard.press('End');
    await keyboard.press('End');
    await keyboard.press('Enter');
    await keyboard.type('- [ ] Read it ');
    await keyboard.press('Control+Space');
    await suggestion('Due').waitFor();
    await workbench.screenshot('aids-fields-light');
    await suggestion('Due').click();
    await suggestion('Tomorrow').waitFor();
    await keyboard.press('Escape');
    await workbench.runCommand('File: Revert File');
  });

  it('offers the same in dark and in high contrast', async () => {
    const { keyboard } = workbench.page;
    for (const theme of ['dark', 'highContrast'] as const) {
      await workbench.useTheme(theme);
      for (const [typed, offered, name] of [
        ['- [ ] @', 'Bob Stone', 'people'],
        ['- [ ] send it due:', 'Tomorrow', 'dates'],
        ['?', 'Process', 'questions'],
      ] as const) {
        await keyboard.press('Control+End');
        await keyboard.press('Enter');
        await keyboard.type(typed);
        await suggestion(offered).waitFor();
        await workbench.screenshot(`aids-${name}-${theme}`);
        await keyboard.press('Escape');
        await keyboard.press('Control+Shift+K');
      }
    }
  });

  it('says over a question, a follow-up and a person what is known, in every theme', async () => {
    for (const theme of ['light', 'dark', 'highContrast'] as const) {
      await workbench.useTheme(theme);
      const asked = await hoverOver(QUESTION, 'Answered');
      await workbench.screenshot(`aids-hover-question-${theme}`);
      assert.match(
        (await asked.textContent()) ?? '',
        /Sarah,\sfor\sthe\scalm\sin\sthe\soutage\.\s<img\ssrc=x\sonerror=alert/,
      );
      assert.equal(await asked.locator('img').count(), 0);
      assert.equal(await asked.getByText('run').locator('a').count(), 0);
      await hoverOver('Send the draft', 'Carried 3×');
      await workbench.screenshot(`aids-hover-follow-up-${theme}`);
    }
    await hoverOver('[[Bob Stone]]', 'Last met');
    await workbench.screenshot('aids-hover-person-highContrast');
  });

  it('leads from an answer to the line where it was given', async () => {
    await workbench.useTheme('light');
    const hover = await hoverOver(QUESTION, 'Answered');
    await hover.getByRole('link', { name: '2020-11-16' }).first().click();
    await workbench.tab('2020-11-16.md').waitFor();
    await workbench.page.getByText('Ln 3, Col 1').waitFor();
  });

  it('follows wiki-links to the note that a follow-up went to, back to where it came from, and to a person', async () => {
    const { keyboard } = workbench.page;
    const follow = async (): Promise<void> => {
      await keyboard.press('End');
      for (let step = 0; step < 4; step++) await keyboard.press('ArrowLeft');
      await workbench.runCommand('Open Link');
    };
    await workbench.goToLine(9);
    await follow();
    await workbench.tab('2020-11-23.md').waitFor();
    await workbench.goToLine(5);
    await keyboard.press('Control+F');
    await keyboard.type('|2020-11-16');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await workbench.runCommand('Open Link');
    await workbench.page.getByText('Ln 7, Col 1').waitFor();
    await workbench.openFile(NOTE);
    await workbench.goToLine(13);
    await keyboard.press('Home');
    for (let step = 0; step < 14; step++) await keyboard.press('ArrowRight');
    await workbench.runCommand('Open Link');
    await workbench.tab('Bob Stone.md').waitFor();
    await workbench.screenshot('aids-link-person');
  });
});
