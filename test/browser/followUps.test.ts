import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { today } from '../../scripts/today.mjs';
import { addDays, parseCivilDate, shortDate } from '../../src/core/dates/civilDate';
import { wordMessage } from '../../src/core/text/message';
import { changedLines, snapshotOf, type ChangedLine, type Snapshot } from './changedLines';
import { eventually } from './eventually';
import { labelsOf } from './labelsOf';
import { Workbench } from './workbench';

const CATEGORY = 'One on One';
const PRINCIPAL = 'Describe the principal role for us';
const TALK = 'Rehearse the talk in front of the whole team';

describe('The Follow-ups view', () => {
  let workbench: Workbench;
  let snapshot: Snapshot;
  const now = parseCivilDate(today())!;

  before(async () => {
    workbench = await Workbench.openSample();
    await workbench.openView(CATEGORY);
    // Room for many rows: those that are scrolled out of view do not exist.
    await workbench.toggleView('People');
    await expand('Jonas Weber');
  });
  beforeEach(async () => {
    snapshot = await snapshotOf(workbench.folder);
  });
  after(() => workbench.close());

  function row(words: string): Locator {
    return workbench.row('Follow-ups', words);
  }

  async function expand(words: string): Promise<void> {
    await row(words).waitFor();
    if ((await row(words).getAttribute('aria-expanded')) !== 'true') await row(words).click();
  }

  /** Resolves once the box of a follow-up is drawn ticked, or not ticked. */
  async function showsTicked(words: string, isTicked: boolean): Promise<void> {
    await eventually(
      () => row(words).getByRole('checkbox').getAttribute('aria-checked'),
      (state) => state === String(isTicked),
    );
  }

  /** What a screen reader says of the rows that are scrolled into view. */
  function labels(): Promise<string[]> {
    return labelsOf(workbench.pane('Follow-ups').getByRole('treeitem'));
  }

  /** Lines that were changed on disk since the test began, once there are so many. */
  function changed(count: number): Promise<ChangedLine[]> {
    return eventually(
      async () => changedLines(snapshot, await snapshotOf(workbench.folder)),
      (lines) => lines.length === count,
    );
  }

  async function command(title: string): Promise<void> {
    await workbench.runCommand(`${CATEGORY}: ${title}`);
  }

  it('says of each group and follow-up, in words, what its icon and its place say', async () => {
    await row(PRINCIPAL).waitFor();
    const said = await labels();
    const at = said.findIndex((label) => label.startsWith(PRINCIPAL));
    assert.ok(said.slice(0, at).some((label) => /^Jonas Weber, \d+ overdue, \d+ open$/.test(label)));
    assert.match((await row(PRINCIPAL).textContent()) ?? '', /^\d+[wd]!\s/);
    assert.match(said[at] ?? '', /, \d+ weeks overdue, me, carried 3×: do, drop or delegate$/);
    await showsTicked(PRINCIPAL, false);
    await workbench.restOn(row(PRINCIPAL), workbench.page.getByText('Carried 3×: do, drop or delegate'));
    await workbench.screenshot('follow-ups');
  });

  it('ticks exactly that line on disk, and opens it again to the byte', async () => {
    await workbench.tick(row(PRINCIPAL));
    const [line] = await changed(1);
    assert.match(line?.before ?? '', /^- \[ \] @me Describe the principal role/);
    assert.equal(line?.after.replace('[x]', '[ ]').replace(` done:${now}`, ''), line?.before);
    await showsTicked(PRINCIPAL, true);
    await workbench.screenshot('follow-ups-ticked');
    await workbench.tick(row(PRINCIPAL), false);
    await changed(0);
  });

  it('is ticked by Space, which opens no note and leaves the focus, and is opened by Enter', async () => {
    const { keyboard } = workbench.page;
    await workbench.runCommand('View: Close All Editors');
    await focusRow(PRINCIPAL);
    await keyboard.press('Space');
    await showsTicked(PRINCIPAL, true);
    assert.ok(await isFocused(PRINCIPAL));
    await changed(1);
    assert.equal(await workbench.page.locator('.editor-instance').count(), 0);
    await keyboard.press('Space');
    await showsTicked(PRINCIPAL, false);
    await changed(0);
    await keyboard.press('Enter');
    await workbench.page.locator('.view-line').filter({ hasText: PRINCIPAL }).first().waitFor();
    assert.ok(await isFocused(PRINCIPAL));
  });

  it('takes its tick back by Ctrl+Z in the view and by the status bar, and keeps what was typed elsewhere', async () => {
    const { keyboard } = workbench.page;
    await workbench.openFile('projects/Hiring.md');
    await workbench.goToLine(1);
    await keyboard.type('Typed ');
    await workbench.tick(row(PRINCIPAL));
    await workbench.statusItem('Marked as done: Describe the principal role').waitFor();
    await workbench.screenshot('follow-ups-undo');
    await workbench.runCommand('Focus on Follow-Ups View');
    await keyboard.press('Control+Z');
    await showsTicked(PRINCIPAL, false);
    for (const key of ['Control+Z', 'Control+Y', 'Control+Shift+Z']) await keyboard.press(key);
    await workbench.tick(row(PRINCIPAL));
    await workbench.statusItem('Undo').click();
    await showsTicked(PRINCIPAL, false);
    assert.match((await workbench.linesInFront())[0] ?? '', /^Typed /);
    await workbench.runCommand('File: Save All Files');
    const lines = await changed(1);
    assert.equal(lines[0]?.file, 'projects/Hiring.md');
  });

  it('has its tick taken back by Undo in the note', async () => {
    await workbench.tick(row(PRINCIPAL));
    await changed(1);
    await row(PRINCIPAL).click();
    await workbench.page.locator('.view-line').filter({ hasText: PRINCIPAL }).first().click();
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.keyboard.press('Control+S');
    await changed(0);
    await showsTicked(PRINCIPAL, false);
  });

  it('reveals the line at the cursor', async () => {
    await command('Reveal Follow-Up in Sidebar');
    await eventually(
      () => row(PRINCIPAL).getAttribute('aria-selected'),
      (state) => state === 'true',
    );
  });

  it('sets a due date typed in words, shown back before it is written, and asks which of two days is meant', async () => {
    await row(TALK).hover();
    await row(TALK).getByRole('button', { name: 'Set Due Date of Follow-Up…' }).click();
    await workbench.type('11/12');
    await eventually(
      () => workbench.rowsOfPick().count(),
      (count) => count === 2,
    );
    await workbench.screenshot('follow-ups-due-of-two');
    await workbench.page.keyboard.press('Escape');
    await changed(0);
    await row(TALK).hover();
    await row(TALK).getByRole('button', { name: 'Set Due Date of Follow-Up…' }).click();
    await workbench.type('in two weeks');
    const due = addDays(now, 14);
    await workbench.page.getByText(due).waitFor();
    await workbench.screenshot('follow-ups-due');
    await workbench.page.keyboard.press('Enter');
    const [line] = await changed(1);
    assert.match(line?.after ?? '', new RegExp(`^- \\[/\\] @jonas ${TALK} due:${due}$`));
    await row(`${TALK}, due ${wordMessage(shortDate(due, now))}`).waitFor();
  });

  it('says of each day to snooze until which it is', async () => {
    await workbench.choose(row(PRINCIPAL), 'Snooze Follow-Up…');
    await workbench.rowsOfPick().first().waitFor();
    const said = await labelsOf(workbench.rowsOfPick());
    assert.ok(said.some((label) => label.startsWith('Next 1:1 with Jonas Weber, ')));
    assert.ok(said.includes('Someday (no due date)'));
    assert.ok(!said.some((label) => /\b(?:Sun|Sat) \d/.test(label)), said.join('; '));
    await workbench.screenshot('follow-ups-snooze');
    await workbench.page.keyboard.press('Escape');
  });

  it('is used by keys alone', async () => {
    const { keyboard } = workbench.page;
    await focusRow(PRINCIPAL);
    await keyboard.press('Shift+F10');
    await workbench.page.getByRole('menuitem', { name: 'Drop Follow-Up' }).waitFor();
    await workbench.screenshot('follow-ups-menu');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await keyboard.press(key);
    const [line] = await changed(1);
    assert.equal(line?.after, line?.before.replace('[ ]', '[-]'));
  });

  async function focusRow(words: string): Promise<void> {
    const { keyboard } = workbench.page;
    await workbench.runCommand('Focus on Follow-Ups View');
    await keyboard.press('Home');
    for (let step = 0; !(await isFocused(words)); step++) {
      assert.ok(step < 60, 'the follow-up is not reached by arrows');
      await keyboard.press('ArrowDown');
    }
  }

  async function isFocused(words: string): Promise<boolean> {
    return /\bfocused\b/.test((await row(words).getAttribute('class')) ?? '');
  }

  it('adds what is typed in one line to the newest note of that person, and lists it', async () => {
    await command('Add Follow-Up');
    await workbench.type('@jonas bring the old plan due:tomorrow');
    await workbench.page.getByText('owed by Jonas Weber').waitFor();
    await workbench.screenshot('follow-ups-add');
    await workbench.page.keyboard.press('Enter');
    const tomorrow = addDays(now, 1);
    const lines = await eventually(
      async () => changedLines(snapshot, await snapshotOf(workbench.folder)),
      (all) => all.some(({ after }) => after === `- [ ] @jonas bring the old plan due:${tomorrow}`),
    );
    assert.deepEqual([...new Set(lines.map(({ file }) => path.dirname(file)))], ['1-1s/jonas-weber']);
    await row('bring the old plan, due tomorrow, Jonas Weber').waitFor();
  });

  it('shows what another program writes', async () => {
    const [file = ''] = [...snapshot.keys()].filter((each) => each.startsWith('1-1s/jonas-weber/')).slice(-1);
    await appendFile(path.join(workbench.folder, file), '\n- [ ] @me Written elsewhere\n');
    await row('Written elsewhere').waitFor();
  });

  it('shows only what passes a filter, and says so', async () => {
    await workbench.pane('Follow-ups').hover();
    await workbench.pane('Follow-ups').getByRole('button', { name: 'Filter Follow-Ups…' }).click();
    await workbench.pick('Overdue');
    await eventually(labels, (said) => said.length > 0 && !said.some((label) => label.startsWith(TALK)));
    await workbench.pane('Follow-ups').getByText('overdue', { exact: true }).waitFor();
    await command('Filter Follow-Ups');
    await workbench.type('zebra');
    await workbench.pick('Containing “zebra”');
    await workbench.page.getByText('No follow-ups match the filter: overdue, “zebra”.').waitFor();
    await row('Jonas Weber').waitFor({ state: 'detached' });
    await workbench.screenshot('follow-ups-filtered');
    await command('Clear Follow-Up Filter');
    await expand('Jonas Weber');
    await row(TALK).waitFor();
  });

  it('shows what was done in the last days', async () => {
    await workbench.tick(row(TALK));
    await changed(1);
    await command('Refresh Follow-Ups');
    await row(TALK).waitFor({ state: 'detached' });
    await command('Show Done Follow-Ups');
    // What is done is listed last, out of view, unless there is little else.
    await command('Filter Follow-Ups');
    await workbench.type('rehearse');
    await workbench.pick('Containing “rehearse”');
    await expand('Jonas Weber');
    await row(`${TALK}, done today`).waitFor();
    await workbench.screenshot('follow-ups-done');
    await command('Hide Done Follow-Ups');
    await row(TALK).waitFor({ state: 'detached' });
    await command('Clear Follow-Up Filter');
  });

  it('groups by note, owner and due date, and looks right in every theme', async () => {
    await eventually(labels, ([label = '']) => /^Next: Ravi, overdue by \d+ (?:days|weeks), Prep Brief$/.test(label));
    for (const [choice, first] of [
      ['The newest 1:1 first', 'Priya Raman, '],
      ['Everything each person owes', 'Me, '],
      ['Overdue, today', 'Overdue, '],
    ] as const) {
      await command('Group Follow-Ups By');
      await workbench.pick(choice);
      await eventually(labels, ([, label = '']) => label.startsWith(first));
    }
    for (const theme of ['dark', 'highContrast', 'light'] as const) {
      await workbench.useTheme(theme);
      await workbench.screenshot(`follow-ups-${theme}`);
    }
  });

  it('copies the selected rows as text', async () => {
    const rows = workbench.pane('Follow-ups').getByRole('treeitem');
    // A menu that opens while a row is drawn anew closes without taking the click.
    await workbench.repeatedly(async (patience) => {
      await rows.nth(2).click();
      await rows.nth(4).click({ modifiers: ['Shift'] });
      await workbench.choose(rows.nth(3), 'Copy Follow-Ups as Text');
      await workbench.page.getByText(/^Copied \d follow-ups?/).waitFor({ timeout: patience });
    });
    await workbench.screenshot('follow-ups-copied');
  });
});
