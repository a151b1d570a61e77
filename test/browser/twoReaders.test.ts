import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const FIRST = '2026-08-31';
const WEEKS = ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28'];

const head = (day: string): string => `---\ntype: 1on1\npeople: [Jane Doe, Max Meyer]\ndate: ${day}\n---\n\n`;
const FIRST_NOTE = `${head(FIRST)}# Jane Doe and Max Meyer\n\n## Follow-ups\n\n- [ ] @jane Plan the offsite\n`;
const PRIVATE_PAGE =
  '---\nperson: Jane Doe\nrole: Designer\n---\n\n# Jane Doe\n\n- [ ] @max Ask about the zebra case\n';

const fileOf = (day: string): string => `1-1s/jane-doe/${day}.md`;

/** One of the two readers, with the window of each and the name of the other one. */
interface Side {
  readonly window: Workbench;
  readonly me: string;
  readonly other: string;
}

describe('Two people with one folder', () => {
  let folder: string;
  let max: Side;
  let jane: Side;

  before(async () => {
    folder = temporaryDir('shared');
    const own = temporaryDir('own');
    await write(path.join(folder, fileOf(FIRST)), FIRST_NOTE);
    await write(path.join(own, 'private/Jane Doe.md'), PRIVATE_PAGE);
    max = { me: 'Max Meyer', other: 'Jane Doe', window: await openAs('Max Meyer', [folder, own]) };
    jane = { me: 'Jane Doe', other: 'Max Meyer', window: await openAs('Jane Doe', [folder]) };
  });
  after(async () => {
    await max.window.close();
    await jane.window.close();
  });

  async function write(file: string, text: string): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** The windows share the settings of the user, so the name is in those of the workspace. */
  async function openAs(name: string, folders: readonly string[]): Promise<Workbench> {
    const workspace = path.join(temporaryDir('workspace'), 'notes.code-workspace');
    const content = { folders: folders.map((each) => ({ path: each })), settings: { 'oneOnOne.me': [name] } };
    await writeFile(workspace, JSON.stringify(content));
    return Workbench.open(workspace);
  }

  const reads = (day: string, expected: RegExp): Promise<string> =>
    eventually(
      () => readFile(path.join(folder, fileOf(day)), 'utf8'),
      (text) => expected.test(text),
    );

  async function meet({ window, other }: Side, day: string): Promise<void> {
    await window.runCommand('One on One: New 1:1 Note');
    await window.rowsOfPick().filter({ hasText: other }).first().waitFor();
    await window.page.mouse.move(0, 0);
    await window.type(other);
    await window.pick(other);
    await window.rowsOfPick().filter({ hasText: 'suggested' }).waitFor();
    await window.page.keyboard.press('Enter');
    await reads(day, /## Agenda/);
    await window.page.locator('.tab.active', { hasText: `${day}.md` }).waitFor();
    await window.statusItem(other).waitFor();
  }

  async function park({ window, other }: Side, words: string, day: string): Promise<void> {
    await window.runCommand('One on One: Save for Next 1:1');
    await window.rowsOfPick().filter({ hasText: other }).first().click();
    await window.page.getByText(`What do you want to talk about with ${other}?`).waitFor();
    await window.type(words);
    await window.page.keyboard.press('Enter');
    await reads(day, new RegExp(words));
  }

  async function promise({ window }: Side, words: string, day: string): Promise<void> {
    await window.runCommand('One on One: Add Follow-Up');
    await window.type(`@me ${words}`);
    await window.page.keyboard.press('Enter');
    await reads(day, new RegExp(words));
  }

  const rowOf = ({ window }: Side, words: string) => window.row('Follow-ups', new RegExp(words));

  async function assertNothingPrivate({ window }: Side): Promise<void> {
    for (const frame of window.page.frames()) {
      const text: unknown = await frame.evaluate('document.documentElement.textContent');
      assert.doesNotMatch(String(text), /zebra/);
    }
  }

  for (const [week, day] of WEEKS.entries()) {
    it(`both fill the agenda, promise and tick in week ${week + 1}`, async () => {
      for (const { window } of [max, jane]) {
        await window.wakeOn(day);
        await window.openView('One on One');
        await window.row('Follow-ups', /Plan the offsite/).waitFor();
      }
      // Either of them may prepare the note; the other one finds it.
      const [first, second] = week % 2 === 0 ? [max, jane] : [jane, max];
      await meet(first, day);
      await second.window.openFile(`${day}.md`);
      await second.window.statusItem(second.other).waitFor();
      await park(max, `Budget ${week}`, day);
      await park(jane, `Roadmap ${week}`, day);
      await promise(max, `Book a room ${week}`, day);
      await promise(jane, `Send the draft ${week}`, day);
      const note = await reads(day, /@Jane Send the draft/);
      const [ofJane = '', ofMax = ''] = note.split('**Max Meyer**');
      assert.match(ofJane, new RegExp(`\\*\\*Jane Doe\\*\\*[^*]*- Roadmap ${week}\\n`));
      assert.match(ofMax, new RegExp(`- Budget ${week}\\n`));
      assert.match(note, new RegExp(`- \\[ \\] @Max Book a room ${week}\\n`));
      assert.equal(note.match(/Plan the offsite/g)?.length, 1);
      for (const side of [max, jane]) {
        await rowOf(side, `Book a room ${week}`).waitFor();
        await rowOf(side, `Send the draft ${week}`).waitFor();
        assert.equal(
          await side.window
            .pane('Follow-ups')
            .getByRole('treeitem', { name: /Plan the offsite/ })
            .count(),
          1,
        );
      }
      await max.window.screenshot(`two-readers-max-${week + 1}`);
      await jane.window.screenshot(`two-readers-jane-${week + 1}`);
      await max.window.tick(rowOf(max, `Book a room ${week}`));
      await rowOf(jane, `Book a room ${week}, done`).waitFor();
      await jane.window.tick(rowOf(jane, `Send the draft ${week}`));
      await rowOf(max, `Send the draft ${week}, done`).waitFor();
      await reads(day, new RegExp(`\\[x\\] @Jane Send the draft ${week}`));
      await assertNothingPrivate(jane);
    });
  }

  it('a private line of one side is hidden from the screen on request, also after a reload', async () => {
    await rowOf(max, 'zebra').waitFor();
    await max.window.runCommand('One on One: Hide Private');
    await rowOf(max, 'zebra').waitFor({ state: 'detached' });
    await max.window.statusItem('Private hidden').waitFor();
    await max.window.wakeOn(WEEKS.at(-1) ?? FIRST);
    await max.window.statusItem('Private hidden').waitFor();
    await rowOf(max, 'Plan the offsite').waitFor();
    await assertNothingPrivate(max);
    await max.window.screenshot('two-readers-private-hidden');
    await max.window.statusItem('Private hidden').click();
    await rowOf(max, 'zebra').waitFor();
  });
});
