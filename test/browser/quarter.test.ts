import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { fileOf, Meetings } from './meetings';
import { Workbench } from './workbench';

const PEOPLE = `Jane Doe:
  relation: report
Bo Ray:
  relation: report
Sofia Lind:
  relation: report
  started: 2026-09-07
Amara Okoye:
  relation: skip-level
  reports-to: Jane Doe
`;

const FAVORITES = `- question: Who do you want to thank?
  ask: every time
- question: Who is getting in your way?
  ask: every time
`;

const HELENA = `---
person: Helena Brandt
relation: manager
---

# Helena Brandt

- Board on 2026-12-15, papers a week before
`;

const JANE = 'Jane Doe';
const BO = 'Bo Ray';
const SOFIA = 'Sofia Lind';
const AMARA = 'Amara Okoye';

/** Any question of a note. */
const QUESTION = /\?\*\*$/;
const THANKS = 'Who do you want to thank?';
const IN_THE_WAY = 'Who is getting in your way?';

describe('A quarter with five people', function () {
  // Each day goes on from the one before.
  this.bail(true);

  let workbench: Workbench;
  let meetings: Meetings;
  before(async () => {
    workbench = await Workbench.openFiles(
      {
        '.one-on-one/people.yaml': PEOPLE,
        '.one-on-one/questions.yaml': FAVORITES,
        'People/Helena Brandt.md': HELENA,
      },
      { 'oneOnOne.me': ['Max Meyer'] },
    );
    meetings = new Meetings(workbench);
    // Each line of a brief on one line.
    await workbench.page.setViewportSize({ width: 1600, height: 1000 });
  });
  after(() => workbench.close());

  /** Begins a day with no editor open. */
  async function begin(day: string): Promise<void> {
    await workbench.wakeOn(day);
    await workbench.runCommand('View: Close All Editors');
    await workbench.page.locator('.tabs-container').getByRole('tab').first().waitFor({ state: 'detached' });
  }

  /** Opens one view of the side bar and closes the others, because rows out of view do not exist. */
  async function showOnly(view: string): Promise<void> {
    await workbench.openView('One on One');
    for (const each of ['Follow-ups', 'People', 'Themes']) {
      const isOpen = each === view;
      const header = workbench.headerOf(each);
      await header.waitFor();
      if ((await header.getAttribute('aria-expanded')) !== String(isOpen)) await workbench.toggleView(each);
    }
  }

  /** Opens rows of the Themes view, each inside the one before. Returns the last one. */
  async function openThemes(...names: readonly RegExp[]): Promise<Locator> {
    await showOnly('Themes');
    const rows = names.map((name) => workbench.row('Themes', name));
    for (const [at, inside] of rows.slice(1).entries()) {
      // A view that is just being filled ignores a click.
      await workbench.repeatedly(async (patience) => {
        const row = rows[at];
        const isOpen = await row?.getAttribute('aria-expanded', { timeout: patience });
        if (isOpen !== 'true') await row?.click({ timeout: patience });
        await inside.waitFor({ timeout: patience });
      });
    }
    const last = rows.at(-1) ?? assert.fail('No row is named.');
    await last.waitFor();
    return last;
  }

  /** Opens the brief about a person by the button of the row in the People view. */
  async function openBrief(person: string): Promise<FrameLocator> {
    await showOnly('People');
    const row = workbench.row('People', new RegExp(`^${person}`));
    await workbench.repeatedly(async (patience) => {
      await row.hover({ timeout: patience });
      await row.getByRole('button', { name: 'Prep Brief' }).click({ timeout: patience });
      await workbench.tab(`Brief ${person}`).waitFor({ timeout: patience });
    });
    const page = workbench.preview();
    await page.getByRole('heading', { name: `Brief: ${person}` }).waitFor();
    return page;
  }

  it('begins with a first 1:1, and with a blocker and thanks that one person names', async () => {
    await begin('2026-09-07');
    const sofia = fileOf(SOFIA, '2026-09-07');
    assert.match(await meetings.meet(SOFIA, '2026-09-07'), /First 1:1\s*Suggested: Sofia Lind started today/);
    await meetings.answer(sofia, QUESTION, 'With a walk.');

    const jane = fileOf(JANE, '2026-09-07');
    await meetings.meet(JANE, '2026-09-07');
    await meetings.answer(jane, IN_THE_WAY, 'The #registry keeps us waiting');
    await meetings.answer(jane, THANKS, 'Amara Okoye, for the release notes');
    await openThemes(/^In One Person’s Way/, /^#registry.*Jane Doe/);
    await workbench.screenshot('quarter-one-blocker');
  });

  it('lets the manager of the thanked say it: the thanks become a follow-up', async () => {
    const amara = await openThemes(/^Thanks to Pass On/, /^Amara Okoye/);
    await workbench.choose(amara, 'Pass On Thanks');
    await workbench.page.getByPlaceholder('Who thanks Amara Okoye?').waitFor();
    const choices = await workbench.rowsOfPick().allInnerTexts();
    assert.match(choices.join('\n'), /^You\nJane Doe\s*the manager of Amara Okoye\nHelena Brandt\s*your manager$/);
    await workbench.screenshot('quarter-pass-it-on');
    await workbench.pick('Jane Doe');
    await meetings.reads(fileOf(JANE, '2026-09-07'), /- \[ \] @Jane\S* Thank Amara Okoye\n/i);
  });

  it('shares the blocker when a second person names it, and answers it with a follow-up', async () => {
    await begin('2026-09-14');
    await meetings.meet(JANE, '2026-09-14');
    await meetings.answer(fileOf(JANE, '2026-09-14'), IN_THE_WAY, 'The #registry again');
    await meetings.meet(BO, '2026-09-14');
    await meetings.answer(fileOf(BO, '2026-09-14'), IN_THE_WAY, 'The #registry, for the release');

    const line = await openThemes(/^Shared Blockers/, /^#registry.*Bo Ray, Jane Doe/, /^Jane Doe, Mon 14 Sep/);
    await workbench.screenshot('quarter-shared-blocker');
    await workbench.choose(line, 'Make Follow-Up…');
    await workbench.page.getByText('One line, such as').waitFor();
    await workbench.type('@me Get a weekly slot at the registry due:2026-09-25');
    await workbench.page.getByText('owed by you').waitFor();
    await workbench.page.keyboard.press('Enter');
    await meetings.reads(fileOf(JANE, '2026-09-14'), /- \[ \] @Max Get a weekly slot at the registry due:2026-09-25/);
  });

  it('shows the thanks as given when Jane has said them', async () => {
    await showOnly('Follow-ups');
    await workbench.tick(workbench.row('Follow-ups', /Thank Amara Okoye/));
    await meetings.reads(fileOf(JANE, '2026-09-14'), /- \[x\] @Jane\S* Thank Amara Okoye .*done:2026-09-14/i);
    await openThemes(/^Thanks Given/, /^Amara Okoye/);
    await workbench.screenshot('quarter-thanks-given');
  });

  it('says in the brief what is in her way, with the follow-up that answers it', async () => {
    await begin('2026-09-21');
    const brief = await openBrief(JANE);
    await brief.getByRole('heading', { name: 'In Jane Doe’s way' }).waitFor();
    await brief
      .getByRole('listitem')
      .filter({ hasText: 'The #registry again' })
      .filter({ hasText: 'Get a weekly slot' })
      .waitFor();
    await workbench.screenshot('quarter-brief-blocker');

    await showOnly('Follow-ups');
    await workbench.tick(workbench.row('Follow-ups', /Get a weekly slot/));
    await meetings.reads(fileOf(JANE, '2026-09-14'), /- \[x\] @Max Get a weekly slot .*done:2026-09-21/);
  });

  it('suggests a skip-level for the person who reports to Jane', async () => {
    const why = await meetings.meet(AMARA, '2026-09-21');
    assert.match(why, /Skip-Level\s*Suggested: /);
    await meetings.answer(fileOf(AMARA, '2026-09-21'), QUESTION, 'That Jane thanked me.');
    await workbench.screenshot('quarter-skip-level');
    await meetings.meet(JANE, '2026-09-21');
  });

  for (const [day, since] of [
    ['2026-10-05', '4 weeks ago'],
    ['2026-11-09', '9 weeks ago'],
    ['2026-12-07', '3 months ago'],
  ] as const) {
    it(`leads the new one through 90 days: ${since}`, async () => {
      await begin(day);
      const why = await meetings.meet(SOFIA, day);
      assert.match(why, new RegExp(`30 · 60 · 90 Days\\s*Suggested: Sofia Lind started ${since}`));
      await meetings.answer(fileOf(SOFIA, day), QUESTION, 'Better than I thought.');
      await workbench.screenshot(`quarter-sofia-${day}`);
      await meetings.meet(JANE, day);
    });
  }

  it('ends with a blocker that is gone from the brief, and went quiet', async () => {
    const brief = await openBrief(JANE);
    await brief.getByText('Gone quiet: #registry').waitFor();
    assert.equal(await brief.getByRole('heading', { name: 'In Jane Doe’s way' }).count(), 0);
    await workbench.screenshot('quarter-brief-gone');
  });

  it('brings up the board of the manager, and the papers for it', async () => {
    await workbench.runCommand('View: Close All Editors');
    const brief = await openBrief('Helena Brandt');
    await brief.getByRole('heading', { name: 'Dates' }).waitFor();
    await brief.getByText('Board in 8 days, papers tomorrow').waitFor();
    await workbench.screenshot('quarter-board');
  });
});
