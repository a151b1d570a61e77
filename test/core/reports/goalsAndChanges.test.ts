import assert from 'node:assert/strict';
import { goalEntries, type GoalWish } from '../../../src/core/reports/goalsAndChanges';
import { writeDocument } from '../../../src/core/reports/document';
import { reportSection } from '../../../src/core/reports/report';
import { briefAbout, linesOf, MAX, quoted, type Texts } from '../support/briefs';
import { day, indexOf, rules } from '../support/notes';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { composeThemes } from '../../../src/core/themes/report';

/** Returns the goals in the notes with Jane, a line each. */
function goals(texts: Texts, wish: Partial<GoalWish> = {}): string[] {
  const index = indexOf(texts, MAX);
  const held = [...index.people.all].flatMap((person) =>
    index.meetingsWith(person.key).map((dated) => ({ ...dated, person })),
  );
  const entries = goalEntries(held, { bank: rules.bank, today: day('2026-03-16'), withPrivate: true, ...wish });
  const report = { title: '', introduction: [], sections: reportSection({ id: 'g', title: 'Goals', entries }) };
  return writeDocument(quoted(report, texts))
    .text.split('\n')
    .filter((line) => line.startsWith('- '));
}

const ROLE = '**What role would you like to grow into, and what draws you to it?**';

describe('Goals over time', () => {
  it('are what is under Goals, in answers about goals, and with #goal, each with its history', () => {
    const texts: Texts = {
      '1-1s/jane/2026-01-05.md': ['## Goals', '*What you want.*', '', '- Lead a project', '- Learn SQL'],
      '1-1s/jane/2026-02-02.md': ['## Goals', ROLE, '', 'Staff engineer', '', '## Notes', 'Give a talk #goal'],
      '1-1s/jane/2026-03-02.md': ['## Goals', '- lead a project!', '  - [ ] Ask Bo for the import', '- [x] Learn SQL'],
    };
    assert.deepEqual(goals(texts), [
      '- Give a talk · first said Mon 2 Feb',
      '- Staff engineer · first said Mon 2 Feb',
      '- Learn SQL · first said Mon 5 Jan · last spoken of 2 weeks ago · reached',
      '- lead a project! · first said Mon 5 Jan · last spoken of 2 weeks ago · next step: Ask Bo for the import',
    ]);
  });

  it('know an answer on the line of its question, and a dropped goal', () => {
    const texts: Texts = {
      '1-1s/jane/2026-03-02.md': [
        `${ROLE} Staff engineer`,
        '',
        '## Goals',
        '- [-] Learn Go',
        '- [ ] Learn Rust due:2026-05-01',
      ],
    };
    assert.deepEqual(goals(texts), [
      '- Learn Rust · first said Mon 2 Mar',
      '- Learn Go · first said Mon 2 Mar · let go',
      '- Staff engineer · first said Mon 2 Mar',
    ]);
  });

  it('in new words are joined by their former words only', () => {
    const texts: Texts = {
      '1-1s/jane/2026-01-05.md': ['## Goals', '- Lead a project'],
      '1-1s/jane/2026-02-02.md': ['## Goals', '- Own the import (was: lead a project)'],
      '1-1s/jane/2026-03-02.md': ['## Goals', '- Own the import', '- Lead one project'],
    };
    assert.deepEqual(goals(texts), [
      '- Lead one project · first said Mon 2 Mar',
      '- Own the import · first said Mon 5 Jan · last spoken of 2 weeks ago',
    ]);
  });

  it('leave out answers that are no goal, unanswered questions and empty bullets', () => {
    const texts: Texts = {
      '1-1s/jane/2026-03-02.md': [
        ...[
          '## Goals',
          '**Which part of your job would you like more of, and which part less?**',
          '',
          'More code.',
          '',
        ],
        ...[ROLE, '', '## Challenges', '- Time'],
      ],
      '1-1s/jane/2026-03-09.md': ['## Goals', '- ', '<!-- none -->'],
    };
    assert.deepEqual(goals(texts), []);
  });

  it('show Markdown, HTML, task boxes and very long words as plain text', () => {
    const texts: Texts = {
      '1-1s/jane/2026-03-02.md': [
        '## Goals',
        '- **Lead** [it](x.md) <b>now</b> `[ ] #goal`',
        `- ${'very '.repeat(2000)}long`,
      ],
    };
    const [long = '', marked] = goals(texts);
    assert.ok(long.length < 300);
    assert.equal(marked, '- Lead it \\<b>now\\</b> \\[ \\] · first said Mon 2 Mar');
  });

  it('are private if any of their lines is, and absent when private lines are left out', () => {
    const texts: Texts = {
      '1-1s/jane/2026-02-02.md': ['## Goals', '- Lead a project #private'],
      '1-1s/jane/2026-03-02.md': ['## Goals', '- Lead a project', '  - Next step: leave the company #private'],
    };
    assert.match(goals(texts).join(), /· private$/);
    assert.deepEqual(goals(texts, { withPrivate: false }), ['- Lead a project · first said Mon 2 Mar']);
  });
});

describe('The brief of a due career session', () => {
  const texts: Texts = {
    'People/Jane.md': ['---', 'person: Jane', 'relation: report', '---'],
    '1-1s/jane/2026-01-05.md': [
      ...['---', 'person: Jane', 'framework: career-and-well-being', '---', '## Agenda', '- Nothing', '## Goals'],
      ...['- Lead a project', '- Learn SQL', '', '## Growth', 'Reads about databases.'],
    ],
    '1-1s/jane/2026-03-02.md': ['Learn SQL #goal'],
  };

  it('begins with what was said in the last one, and with goals not mentioned for two months', () => {
    const brief = briefAbout('jane', texts);
    assert.deepEqual(linesOf(brief, 'Said in the last career session'), [
      '- Lead a project Learn SQL · 2 months ago',
      '- Reads about databases. · 2 months ago',
    ]);
    assert.deepEqual(linesOf(brief, 'Goals not mentioned for two months'), ['- Lead a project · first said Mon 5 Jan']);
  });

  it('is not there for a peer, or before the session is due', () => {
    const peer = { ...texts, 'People/Jane.md': ['---', 'person: Jane', 'relation: peer', '---'] };
    assert.deepEqual(linesOf(briefAbout('jane', peer), 'Said in the last career session'), []);
    assert.deepEqual(linesOf(briefAbout('jane', texts, '2026-01-20'), 'Said in the last career session'), []);
  });
});

const RULE = '**If you could change one rule of how we work, which one would it be?**';

function changes(texts: Texts, withPrivate = true): string[] {
  const span = { today: day('2026-03-16'), weeks: 12, withPrivate };
  const report = runToCompletion(composeThemes(indexOf(texts, MAX), span, rules.bank));
  return linesOf(quoted(report, texts), 'Small Changes');
}

describe('Small changes across 1:1s', () => {
  it('are one list: the change, how it goes, who said it, since when', () => {
    const texts: Texts = {
      '1-1s/jane/2026-02-02.md': [RULE, '', 'Fewer syncs', '', '## Process', '- [ ] @max Drop the Monday sync'],
      '1-1s/bo/2026-02-09.md': [
        RULE,
        'fewer syncs.',
        '',
        '## Follow-ups',
        '- [/] Rotate the pager #process',
        '- [ ] Other',
      ],
      '1-1s/ana/2026-03-02.md': ['## Process', '- [-] Two reviewers', '- [x] Write decisions down done:2026-03-05'],
    };
    assert.deepEqual(changes(texts), [
      '- Write decisions down · tried · Ana · since Mon 2 Mar',
      '- Two reviewers · dropped · Ana · since Mon 2 Mar',
      '- Rotate the pager · being tried · Bo · since Mon 9 Feb',
      '- Drop the Monday sync · planned · Jane · since Mon 2 Feb',
      '- fewer syncs. · an idea · Jane, Bo · since Mon 2 Feb',
    ]);
  });

  it('count a carried one once, and join other words only by their former words', () => {
    const texts: Texts = {
      '1-1s/jane/2026-02-02.md': ['## Process', '- [>] Drop the sync (to [2026-02-09](2026-02-09.md))'],
      '1-1s/jane/2026-02-09.md': [
        '## Process',
        '- [ ] Drop the sync (from [2026-02-02](2026-02-02.md), since 2026-02-02, 1×)',
      ],
      '1-1s/bo/2026-02-16.md': [
        '## Process',
        '- [ ] No meeting on Mondays (was: Drop the sync)',
        '- [ ] Drop that sync',
      ],
    };
    assert.deepEqual(changes(texts), [
      '- Drop that sync · planned · Bo · since Mon 16 Feb',
      '- No meeting on Mondays · planned · Jane, Bo · since Mon 9 Feb',
    ]);
  });

  it('quote the row of a table by its cells', () => {
    const texts: Texts = {
      '1-1s/jane/2026-02-02.md': [RULE, '', '| Rule | Instead |', '| --- | :-- |', '| Two reviewers | a\\|b, one |'],
    };
    assert.deepEqual(changes(texts), ['- Rule · Instead; Two reviewers · a|b, one · an idea · Jane · since Mon 2 Feb']);
  });

  it('leave out private ones when that is wished', () => {
    const texts: Texts = {
      '1-1s/jane/2026-02-02.md': [
        '## Process',
        '- [x] Drop the sync',
        '  - What came of it: peace #private',
        '## Private',
        RULE,
        'Less Bo',
      ],
    };
    assert.deepEqual(changes(texts, false), ['- Drop the sync · tried · Jane · since Mon 2 Feb']);
    assert.match(changes(texts).join('\n'), /Less Bo · an idea · Jane · since Mon 2 Feb · private/);
  });
});

describe('The brief about a small change that was done', () => {
  const done: Texts = { '1-1s/jane/2026-02-02.md': ['## Process', '- [x] Drop the sync done:2026-02-03'] };
  const asked = (texts: Texts, today: string): string[] => linesOf(briefAbout('jane', texts, today), 'Small changes');

  it('asks what came of it from 30 days after it on, and not after the next meeting', () => {
    assert.deepEqual(asked(done, '2026-03-04'), []);
    assert.deepEqual(asked(done, '2026-03-05'), [
      '- Drop the sync · tried · Jane · since Mon 2 Feb · what came of it?',
    ]);
    const early = { ...done, '1-1s/jane/2026-03-04.md': ['Words.'], '1-1s/jane/2026-03-16.md': ['Words.'] };
    assert.equal(asked(early, '2026-03-16').length, 1);
    assert.deepEqual(asked(early, '2026-03-17'), [], 'a question that was asked once');
  });

  it('shows the answer from then on', () => {
    const texts: Texts = {
      '1-1s/jane/2026-02-02.md': [
        ...['## Process', '- [x] Drop the sync done:2026-02-03', '  - What came of it: two *free* hours'],
        ...['- [ ] Not done', '- [x] Fresh'],
      ],
      '1-1s/jane/2026-03-09.md': ['Words.'],
    };
    assert.deepEqual(asked(texts, '2026-03-16'), [
      '- Drop the sync · kept · Jane · since Mon 2 Feb · what came of it: two free hours',
    ]);
  });
});
