import assert from 'node:assert/strict';
import { formatPerson, formatPersonStatus } from '../../../src/core/peopleView/format';
import { summarizePerson } from '../../../src/core/peopleView/summary';
import { briefAbout, linesOf, MAX, type Texts } from '../support/briefs';
import { day, indexOf } from '../support/notes';
import { worded } from '../support/worded';

const page = (...lines: readonly string[]): Texts => ({
  'People/Helena.md': ['---', 'person: Helena', 'relation: manager', '---', ...lines],
  '1-1s/helena/2026-03-10.md': ['Words.'],
});
const board = page('- Board on 2026-03-28, papers a week before.');

function summaryOn(texts: Texts, today: string) {
  const index = indexOf(texts, MAX);
  const person = index.people.get('helena');
  assert.ok(person);
  return summarizePerson(index, person, { today: day(today), fallbackDays: 14 });
}

describe('A date on the manager’s page', () => {
  const dates = (texts: Texts, today: string): string[] => linesOf(briefAbout('helena', texts, today), 'Dates');

  it('comes up in the brief with its papers, and is gone the day after', () => {
    assert.deepEqual(dates(board, '2026-03-16'), ['- Board in 12 days, papers in 5 days']);
    assert.deepEqual(dates(board, '2026-03-22'), ['- Board in 6 days']);
    assert.deepEqual(dates(board, '2026-03-28'), ['- Board today']);
    assert.deepEqual(dates(board, '2026-03-29'), []);
  });

  it('is beside the name in the People view and in the status bar from two weeks before', () => {
    const said = (today: string): string[] =>
      [formatPerson, formatPersonStatus].map((format) => worded(format(summaryOn(board, today), day(today))));
    for (const words of said('2026-03-16')) assert.match(words, / · Board in 12 days, papers in 5 days$/);
    for (const words of [...said('2026-03-12'), ...said('2026-03-29')]) assert.doesNotMatch(words, /Board/);
  });

  it('of ten, of which three are past, leaves seven in their order', () => {
    const days = Array.from({ length: 10 }, (_, at) => `- Day ${at} 2026-03-${String(22 - at).padStart(2, '0')}`);
    const shown = dates(page(...days), '2026-03-16');
    assert.equal(shown.length, 7);
    assert.deepEqual([shown[0], shown[6]], ['- Day 6 today', '- Day 0 in 6 days']);
  });

  it('on a weekday comes up on that day only', () => {
    const sunday = page('- Shares what is on her mind every Sunday');
    assert.deepEqual(dates(sunday, '2026-03-22'), ['- Shares what is on her mind today']);
    assert.deepEqual(dates(sunday, '2026-03-21'), []);
  });

  it('that is private is in the brief only, and marked', () => {
    const texts = page('- Talks about her job 2026-03-20 #private');
    assert.match(dates(texts, '2026-03-16').join(), /in 4 days · private$/);
    assert.doesNotMatch(worded(formatPersonStatus(summaryOn(texts, '2026-03-16'), day('2026-03-16'))), /job/);
  });

  it('on the page of somebody else does not come up', () => {
    const texts = {
      ...board,
      'People/Helena.md': ['---', 'person: Helena', 'relation: peer', '---', '- Board 2026-03-28'],
    };
    assert.deepEqual(dates(texts, '2026-03-16'), []);
  });
});

describe('What was asked of the manager', () => {
  const ASK = '**What do you ask of them?**';

  it('is listed with its answer, or as not answered', () => {
    const texts: Texts = {
      ...page(),
      '1-1s/helena/2026-02-02.md': [
        '## Point of View',
        ASK,
        '',
        '- Two *engineers*',
        '  - Answer: one, in May',
        '- A budget',
      ],
      '1-1s/helena/2026-02-16.md': ['## Point of View', ASK, 'A budget', 'Answer: after the board', '', ASK],
      '1-1s/helena/2026-03-02.md': ['## POV', ASK, '', 'Air cover #private'],
    };
    assert.deepEqual(linesOf(briefAbout('helena', texts), 'What you asked'), [
      '- Air cover #private · since Mon 2 Mar · no answer yet · private',
      '- A budget · since Mon 2 Feb · answered: after the board',
      '- Two engineers · since Mon 2 Feb · answered: one, in May',
    ]);
  });
});
