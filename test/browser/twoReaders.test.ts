import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const FIRST = '2026-08-31';
const WEEKS = ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28'];

const sharedNote = (day: string): string => `1-1s/jane-doe/${day}.md`;
const privateHalf = (day: string): string => `private/jane-doe/${day}-own.md`;

const FIRST_NOTE = `---\ntype: 1on1\npeople: [Jane Doe, Max Meyer]\ndate: ${FIRST}\n---\n\n## Follow-ups\n\n- [ ] @jane Plan the offsite\n`;
const FIRST_HALF = `---\ntype: 1on1\nperson: Jane Doe\ndate: ${FIRST}\nprivate: true\n---\n\n## Private\n\n- [ ] @max Ask about the zebra case\n`;

/** One of the two readers: the window, the mention of the reader, and the name of the other one. */
interface Side {
  readonly window: Workbench;
  readonly mention: string;
  readonly other: string;
}

describe('Two people with one folder', () => {
  let shared: string;
  let own: string;
  let max: Side;
  let jane: Side;

  before(async () => {
    shared = path.join(temporaryDir('two-readers'), 'shared');
    own = path.join(temporaryDir('two-readers'), 'own');
    await write(path.join(shared, sharedNote(FIRST)), FIRST_NOTE);
    await write(path.join(own, privateHalf(FIRST)), FIRST_HALF);
    max = {
      mention: '@Max',
      other: 'Jane Doe',
      window: await openAs('Max Meyer', [shared, own], {
        'oneOnOne.notes.privatePath': '${workspaceFolder:own}/private/{person}/{date}-own.md',
      }),
    };
    jane = { mention: '@Jane', other: 'Max Meyer', window: await openAs('Jane Doe', [shared]) };
  });
  after(async () => {
    await max.window.close();
    await jane.window.close();
  });

  /** The settings of the user are the same in all windows, so the name is in the settings of the workspace. */
  async function openAs(name: string, folders: readonly string[], settings: object = {}): Promise<Workbench> {
    const workspace = path.join(temporaryDir('two-readers'), 'notes.code-workspace');
    const content = {
      folders: folders.map((each) => ({ path: each })),
      settings: { 'oneOnOne.me': [name], ...settings },
    };
    await write(workspace, JSON.stringify(content));
    return Workbench.open(workspace);
  }

  /** Waits until a file has the expected text, and returns it. */
  const reads = (file: string, expected: RegExp): Promise<string> =>
    eventually(
      () => readFile(file, 'utf8'),
      (text) => expected.test(text),
    );

  /** Waits until both editors show a line with the given words. */
  async function bothSee(words: string): Promise<void> {
    for (const { window } of [max, jane]) await window.lineInFront(words).waitFor();
  }

  const rowsOf = ({ window }: Side, words: string): Locator =>
    window.pane('Follow-ups').getByRole('treeitem', { name: words });

  async function begin({ window }: Side, day: string): Promise<void> {
    await window.wakeOn(day);
    await window.reloadUntil(async (patience) => {
      await window.openView('One on One');
      await window.row('Follow-ups', 'Plan the offsite').waitFor({ timeout: patience });
    });
  }

  async function prepareNote({ window, other }: Side, day: string): Promise<void> {
    await window.runCommand('One on One: New 1:1 Note');
    await window.pick(other);
    await window.pick('suggested');
    await reads(path.join(shared, sharedNote(day)), /## Agenda/);
    await window.tab(`${day}.md`).waitFor();
  }

  async function addToAgenda({ window, other }: Side, words: string): Promise<void> {
    await window.runCommand('One on One: Save for Next 1:1');
    await window.pick(other);
    await window.page.getByText(`What do you want to talk about with ${other}?`).waitFor();
    await window.type(words);
    await window.page.keyboard.press('Enter');
    await bothSee(words);
  }

  async function promise({ window }: Side, words: string): Promise<void> {
    await window.runCommand('One on One: Add Follow-Up');
    await window.page.getByText('One line, such as').waitFor();
    await window.type(`@me ${words}`);
    await window.page.keyboard.press('Enter');
    // The tooltip of a tab would be in the screenshot.
    await window.page.mouse.move(0, 0);
    await bothSee(words);
    for (const side of [max, jane]) await rowsOf(side, words).waitFor();
  }

  async function tick(side: Side, words: string): Promise<void> {
    await side.window.tick(rowsOf(side, words));
    await bothSee(`[x] ${side.mention} ${words}`);
    for (const each of [max, jane]) await rowsOf(each, `${words}, done`).waitFor();
  }

  /** Asserts that the window has no private word of Max, also not in a label or a tooltip. */
  async function assertNothingPrivate({ window }: Side): Promise<void> {
    for (const frame of window.page.frames()) {
      const content: unknown = await frame.evaluate('document.documentElement.outerHTML');
      assert.doesNotMatch(String(content), /zebra/);
    }
  }

  for (const [at, day] of WEEKS.entries()) {
    const week = at + 1;

    it(`both fill the agenda, promise and tick in week ${week}`, async () => {
      await begin(max, day);
      await begin(jane, day);
      const [first, second] = week % 2 === 1 ? [max, jane] : [jane, max];
      await prepareNote(first, day);
      await second.window.openFile(sharedNote(day));
      for (const { window } of [max, jane]) await window.lens('Prep Brief').waitFor();

      await addToAgenda(max, `Budget ${week}`);
      await addToAgenda(jane, `Roadmap ${week}`);
      await promise(max, `Book a room ${week}`);
      await promise(jane, `Send the draft ${week}`);
      const note = await reads(path.join(shared, sharedNote(day)), /Send the draft/);
      assert.match(
        note,
        new RegExp(
          `\\*\\*Jane Doe\\*\\*\\n\\n- Roadmap ${week}\\n- \\n\\n\\*\\*Max Meyer\\*\\*\\n\\n- Budget ${week}\\n`,
        ),
      );
      assert.match(note, new RegExp(`- \\[ \\] @Max Book a room ${week}\\n- \\[ \\] @Jane Send the draft ${week}\\n`));
      assert.equal(note.match(/- \[ \] .*Plan the offsite/g)?.length, 1);
      for (const side of [max, jane]) {
        await eventually(
          () => rowsOf(side, 'Plan the offsite').count(),
          (count) => count === 1,
        );
      }
      await max.window.screenshot(`two-readers-max-${week}`);
      await jane.window.screenshot(`two-readers-jane-${week}`);

      await tick(max, `Book a room ${week}`);
      await tick(jane, `Send the draft ${week}`);
      await assertNothingPrivate(jane);
    });
  }

  it('the private follow-up of one side has moved to the private half of a later note', async () => {
    const [, , third = ''] = WEEKS;
    assert.match(await readFile(path.join(own, privateHalf(third)), 'utf8'), /- \[ \] @\w+ Ask about the zebra case/);
    for (const day of WEEKS) {
      assert.doesNotMatch(await readFile(path.join(shared, sharedNote(day)), 'utf8'), /zebra/);
    }
  });

  it('one side hides private lines from the screen, also after a reload', async () => {
    const zebra = rowsOf(max, 'zebra');
    const hidden = max.window.statusItem('Private hidden');
    await zebra.waitFor();
    await max.window.runCommand('One on One: Hide Private');
    await zebra.waitFor({ state: 'detached' });
    await hidden.waitFor();
    await begin(max, WEEKS.at(-1) ?? FIRST);
    await hidden.waitFor();
    await assertNothingPrivate(max);
    await max.window.screenshot('two-readers-private-hidden');
    await hidden.click();
    await zebra.waitFor();
  });
});

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
