import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { eventually } from './eventually';
import { fileOf, Meetings } from './meetings';
import { Workbench } from './workbench';

const HELENA = `---
person: Helena Brandt
relation: manager
cadence: biweekly
---

# Helena Brandt

- Reads on the train, before eight.
`;

describe('Two months with three people', function () {
  // Each day goes on from the one before.
  this.bail(true);

  let workbench: Workbench;
  let meetings: Meetings;
  before(async () => {
    const folder = temporaryDir('continuity');
    await mkdir(path.join(folder, 'People'));
    await writeFile(path.join(folder, 'People/Helena Brandt.md'), HELENA);
    workbench = await Workbench.open(folder);
    meetings = new Meetings(workbench);
    // Each line of a brief on one line.
    await workbench.page.setViewportSize({ width: 1800, height: 1000 });
  });
  after(() => workbench.close());

  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
  const read = (file: string): Promise<string> => meetings.read(file);
  const reads = (file: string, expected: RegExp): Promise<string> => meetings.reads(file, expected);
  const meet = (person: string, day: string): Promise<string> => meetings.meet(person, day);

  async function add(line: string, file: string): Promise<void> {
    await workbench.runCommand('One on One: Add Follow-Up');
    await workbench.type(line);
    await press('Enter');
    await reads(file, new RegExp(line.slice(0, 12)));
  }

  it('begin with a note for each, and what is promised in it', async () => {
    await workbench.wakeOn('2026-09-07');
    assert.match(
      await meet('Jane Doe', '2026-09-07'),
      /People · Process · Product\s*Suggested: a good one to begin with/,
    );
    await add('@jane Send the draft due:2026-09-11', fileOf('Jane Doe', '2026-09-07'));
    await add('@me Ask Bo about the budget', fileOf('Jane Doe', '2026-09-07'));
    await meet('Bo Ray', '2026-09-07');
    assert.match(await meet('Helena Brandt', '2026-09-07'), /Managing Up\s*Suggested: for your own manager/);
    await add('@helena Word with finance due:2026-09-30', fileOf('Helena Brandt', '2026-09-07'));
  });

  it('carry what is open, and leave what is ticked in the view', async () => {
    await workbench.wakeOn('2026-09-14');
    await workbench.openView('One on One');
    await workbench.row('Follow-ups', /^Jane Doe.* 2 open/).waitFor();
    const row = workbench.row('Follow-ups', /Ask Bo about the budget/);
    await row.waitFor();
    await workbench.tick(row);
    await reads(fileOf('Jane Doe', '2026-09-07'), /- \[x\] @me Ask Bo about the budget done:2026-09-14/);
    await meet('Jane Doe', '2026-09-14');
    const note = await reads(fileOf('Jane Doe', '2026-09-14'), /Send the draft/);
    assert.match(
      note,
      /- \[ \] @jane Send the draft due:2026-09-11 \(from \[2026-09-07\]\(.*\), since 2026-09-07, 1×\)/,
    );
    assert.doesNotMatch(note, /budget/);
  });

  it('bring up what was parked, once', async () => {
    await workbench.runCommand('One on One: Save for Next 1:1');
    await workbench.rowsOfPick().filter({ hasText: 'Bo Ray' }).click();
    await workbench.page.getByText('What do you want to talk about with Bo Ray?').waitFor();
    await workbench.type('The move to Lisbon');
    await press('Enter');
    await reads('People/Bo Ray.md', /## Next 1:1\n\n- The move to Lisbon\n/);
    await workbench.wakeOn('2026-09-21');
    await meet('Jane Doe', '2026-09-21');
    await meet('Bo Ray', '2026-09-21');
    await reads(fileOf('Bo Ray', '2026-09-21'), /## Agenda\n\n- The move to Lisbon\n- \n/);
    await eventually(
      () => read('People/Bo Ray.md'),
      (text) => !text.includes('Lisbon'),
    );
  });

  it('ask a report about career when a month is over, and bring variety after four usual sessions', async () => {
    await mkdir(path.join(workbench.folder, '.one-on-one'));
    await writeFile(path.join(workbench.folder, '.one-on-one/people.yaml'), 'Jane Doe:\n  relation: report\n');
    await workbench.wakeOn('2026-10-05');
    assert.doesNotMatch(await meet('Jane Doe', '2026-10-05'), /Career/);
    await workbench.wakeOn('2026-10-12');
    assert.match(await meet('Jane Doe', '2026-10-12'), /Career & Well-being\s*Suggested: no career talk in 35 days/);
    await meetings.answer(fileOf('Jane Doe', '2026-10-12'), /\?\*\*$/, 'To lead a team.');
    await workbench.wakeOn('2026-10-19');
    assert.match(await meet('Jane Doe', '2026-10-19'), /Narrate the Future\s*Suggested: for variety, after 4 sessions/);
  });

  it('end with a brief that says it all, line by line', async () => {
    await workbench.wakeOn('2026-10-26');
    await workbench.openView('One on One');
    const jane = workbench.page.getByRole('treeitem', { name: /^Jane Doe, due today/ });
    await jane.click();
    await workbench.screenshot('continuity-people');
    await jane.getByRole('button', { name: 'Prep Brief' }).click();
    const page = workbench.preview();
    await page.getByText('7 days since you met · they owe 1').waitFor();
    await workbench.screenshot('continuity-brief');
    await page.getByRole('button', { name: 'Open as Text' }).click();
    await workbench.tab('Brief Jane Doe.md').waitFor();
    const lines = await eventually(
      () => workbench.linesInFront(),
      (shown) => shown.length > 5,
    );
    const [asked, career] = await Promise.all(['2026-10-19', '2026-10-12'].map(questionsOf));
    assert.deepEqual(
      lines.filter((line) => !/^- (?:Balance|Gone quiet)/.test(line)),
      [
        '# Brief: Jane Doe',
        '',
        '- Last met: 7 days ago, Mon 19 Oct',
        '- Next: due Mon 26 Oct, today',
        '- Cadence: weekly from the last six notes',
        '- Career & well-being: 2 weeks ago',
        '',
        '## Jane Doe owes',
        '',
        '- Send the draft · 6 weeks overdue · open 7 weeks · carried 5×: do, drop or delegate',
        '',
        '## Still unanswered',
        '',
        ...(asked ?? []).map((question) => `- ${question} · offered 7 days ago`),
        ...(career ?? []).slice(1).map((question) => `- ${question} · offered 2 weeks ago`),
        '',
      ],
    );
    await workbench.screenshot('continuity-brief-text');
  });

  it('end where a click on a line of the brief leads', async () => {
    const note = await read(fileOf('Jane Doe', '2026-10-19'));
    const line = note.split('\n').findIndex((each) => each.startsWith('- [ ] @jane Send the draft')) + 1;
    const words = workbench.page.locator('.view-line .detected-link', { hasText: 'Send the draft' }).first();
    await workbench.follow(words);
    await workbench.tab('2026-10-19.md').waitFor();
    await workbench.statusItem(`Ln ${line}, Col 1`).waitFor();
    await workbench.useTheme('dark');
    await workbench.screenshot('continuity-status-dark');
  });

  it('end with the brief again, by a click on the status bar', async () => {
    const status = workbench.statusItem('Jane Doe · met 7 days ago · 1 open');
    await status.click();
    await workbench.preview().getByRole('heading', { name: 'Brief: Jane Doe' }).waitFor();
    await status.waitFor({ state: 'detached' });
    await workbench.screenshot('continuity-brief-dark');
  });

  /** The questions that stand in a note of Jane's, in order. */
  async function questionsOf(day: string): Promise<string[]> {
    const note = await read(fileOf('Jane Doe', day));
    return [...note.matchAll(/^\*\*(.+\?)\*\*$/gm)].map(([, question = '']) => question);
  }
});
