import assert from 'node:assert/strict';
import { wordMessage } from '../../../src/core/text/message';
import { noteAt } from '../support/notes';

const frontMatter = (...lines: string[]): string => ['---', ...lines, '---', '', '# Notes', ''].join('\n');

describe('A person’s page', () => {
  it('is a note at the path of pages, with what its front matter says', () => {
    const page = noteAt(
      'People/Jane Doe.md',
      frontMatter('role: PM', 'cadence: weekly', 'aliases: [JD]', 'away-until: 2026-12-24'),
    );
    assert.equal(page.kind, 'page');
    assert.deepEqual(page.page?.aliases, ['JD']);
    assert.equal(page.page.cadence, 'weekly');
    assert.equal(page.page.awayUntil, '2026-12-24');
  });

  it('is named by the front matter, the title or the file name, whichever has a name', () => {
    const nameOf = (path: string, text: string): string | undefined => noteAt(path, text).page?.name;
    for (const title of ['Notes', 'About', 'Jane', 'Jane Doe – Staff Engineer', 'Jane Doe (she/her)', '[[Jane Doe]]']) {
      assert.equal(nameOf('People/Jane Doe.md', `# ${title}\n`), 'Jane Doe', title);
    }
    assert.equal(nameOf('People/zoe-angstrom.md', '# Zoë Ångström\n'), 'Zoë Ångström');
    assert.equal(nameOf('People/jd.md', '# Jane Doe\n'), 'Jane Doe');
    assert.equal(nameOf('People/r2d2.md', '# R2D2\n'), 'R2D2');
    assert.equal(nameOf('People/@Kim.md', frontMatter('role: PM')), 'Kim');
    assert.equal(nameOf('vault/people.jane-doe.md', '---\ntype: person\ntitle: Jane Doe\n---\n'), 'Jane Doe');
    assert.equal(nameOf('People/Maria del Carmen Garcia Lopez.md', ''), 'Maria del Carmen Garcia Lopez');
    assert.equal(nameOf('People/README.md', frontMatter('person: Jane Doe')), 'Jane Doe');
  });

  it('is no file about the folder of pages, and no template', () => {
    for (const [file, title] of [
      ['README', 'People'],
      ['index', 'Index'],
      ['_template', '{{title}}'],
      ['Org chart', 'Org chart'],
    ]) {
      assert.equal(noteAt(`People/${file}.md`, `# ${title}\n\nText.\n`).kind, 'other', file);
    }
  });

  it('may also be the log of the 1:1s kept on a person’s page', () => {
    const daysOf = (text: string) => {
      const { kind, page, participants, meetings } = noteAt('People/Jane Doe.md', `# Jane Doe\n\n${text}`);
      assert.equal(page?.name, 'Jane Doe');
      assert.deepEqual(
        participants.map(({ name }) => name),
        meetings.length > 0 ? ['Jane Doe'] : [],
      );
      return [kind, ...meetings.map(({ date, line, endLine }) => `${date} ${line}-${Math.min(endLine, 99)}`)];
    };
    const items = '\n- [ ] @me Review\n';
    const underHeading = `## 1:1s\n### 2026-11-20${items}### 2026-11-06${items}## Feedback\n### 2026-11-10\nKind.\n`;
    assert.deepEqual(daysOf(underHeading), ['log', '2026-11-20 3-4', '2026-11-06 5-6']);
    const inHeadings = `## Notes\n### 1:1 2026-11-20${items}### 1-on-1, 6 Nov 2026${items}### 2026-11-01 Feedback\n`;
    assert.deepEqual(daysOf(inHeadings), ['log', '2026-11-20 3-4', '2026-11-06 5-6']);
    for (const diary of [`## 2026-11-20${items}`, `## About 1:1s\nMonthly.\n\n## Reviews\n### 2026-11-06${items}`]) {
      assert.deepEqual(daysOf(diary), ['page']);
    }
  });

  it('says which dates of a page are not used, and leaves other texts to other programs', () => {
    const problemOf = (...lines: string[]): string => {
      const { problem } = noteAt('People/Jane Doe.md', frontMatter('role: PM', ...lines));
      return problem ? `${problem.line}: ${wordMessage(problem.message)}` : 'none';
    };
    assert.equal(problemOf('started: 2026-02-30'), '2: “2026-02-30” is not a date. Write started as YYYY-MM-DD.');
    assert.match(problemOf('started: 2026-10-26', 'Leaving: 2026-10-01'), /^3: “leaving” \(2026-10-01\) is before/);
    for (const fine of ['started: 2026-10-26', 'started: spring 2024', 'started: 2024', 'leaving:', 'leaving: maybe']) {
      assert.equal(problemOf(fine), 'none', fine);
    }
    const { page } = noteAt('People/Jane Doe.md', frontMatter('started: 2026-10-26', 'leaving: 2026-12-24'));
    assert.deepEqual([page?.started, page?.leaving], ['2026-10-26', '2026-12-24']);
  });
});
