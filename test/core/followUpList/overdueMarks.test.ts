import assert from 'node:assert/strict';
import { foldedOrigins, overdueMarks } from '../../../src/core/followUpList/overdueCount';
import { day, indexOf, uriOf } from '../support/notes';
import { worded } from '../support/worded';

const NOTE = '1-1s/jane-doe/2026-11-30.md';

describe('The marks of what is overdue', () => {
  it('are at open follow-ups whose day is past, in the words that lists use, with the place of the date', () => {
    const lines = [
      '- [ ] a due:2026-12-02',
      '- [ ] b due:2026-12-05',
      '- [x] c due:2026-12-02',
      '- [/] d 📅 2026-12-04',
      '- [ ] e due:2026-02-30',
      '- [ ] f due:2026-10-01',
    ];
    const items = indexOf({ [NOTE]: lines }).followUpsIn(uriOf(NOTE));
    assert.deepEqual(worded(overdueMarks(items, day('2026-12-05'), (line) => lines[line] ?? '')), [
      { line: 0, words: '3 days overdue', start: 12, end: 22 },
      { line: 3, words: '1 day overdue', start: 11, end: 21 },
      { line: 5, words: '9 weeks overdue', start: 12, end: 22 },
    ]);
    const [changed] = overdueMarks(items, day('2026-12-05'), () => '- [ ] a');
    assert.deepEqual([changed?.start, changed?.end], [0, 0]);
  });

  it('leave out what stands on in a later note', () => {
    const index = indexOf({
      [NOTE]: '- [ ] a due:2026-12-02',
      '1-1s/jane-doe/2026-12-04.md': '- [ ] a due:2026-12-02 (from [2026-11-30](2026-11-30.md), 1×)',
    });
    assert.deepEqual(
      overdueMarks(index.followUpsIn(uriOf(NOTE)), day('2026-12-05'), () => ''),
      [],
    );
  });
});

describe('The origin of a carried follow-up', () => {
  it('is shortened to since when and how often, where the line says it', () => {
    const lines = [
      '- [ ] @jane a (from [2026-11-23](2026-11-23.md), since 2026-09-29, 1×) due:2026-12-20',
      '- [ ] b (from memory)',
      '- [ ] c (from [since 2026-11-23](2026-11-23.md), 1×)',
    ];
    const index = indexOf({ [NOTE]: lines });
    const origins = foldedOrigins(index.followUpsIn(uriOf(NOTE)), (line) => lines[line] ?? '');
    const shown = origins.map(({ line, start, end, hidden }) => {
      const [[, from] = [0, start], [to] = [end]] = hidden;
      return (lines[line] ?? '').slice(from, to);
    });
    assert.deepEqual(shown, ['since 2026-09-29, 1×', '(from [since 2026-11-23](2026-11-23.md), 1×)']);
    const changed = foldedOrigins(index.followUpsIn(uriOf(NOTE)), () => 'text that changed since');
    assert.deepEqual(changed, []);
  });
});
