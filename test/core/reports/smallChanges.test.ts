import assert from 'node:assert/strict';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { composeThemes } from '../../../src/core/themes/report';
import { briefAbout, linesOf, MAX, quoted, type Texts } from '../support/briefs';
import { day, indexOf, rules } from '../support/notes';

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
