import assert from 'node:assert/strict';
import { foldedOrigins, overdueMarks } from '../../../src/core/followUpList/overdueCount';
import { day, indexOf, uriOf } from '../support/notes';
import { worded } from '../support/worded';

const NOTE = '1-1s/jane-doe/2026-11-30.md';

describe('The marks of what is overdue', () => {
  it('stand at open follow-ups whose day is past, in the words that lists use', () => {
    const index = indexOf({
      [NOTE]: [
        '- [ ] a due:2026-12-02',
        '- [ ] b due:2026-12-05',
        '- [x] c due:2026-12-02',
        '- [/] d 📅 2026-12-04',
        '- [ ] e due:2026-02-30',
        '- [ ] f due:2026-10-01',
      ],
    });
    assert.deepEqual(worded(overdueMarks(index.followUpsIn(uriOf(NOTE)), day('2026-12-05'))), [
      { line: 0, words: '3 days overdue' },
      { line: 3, words: '1 day overdue' },
      { line: 5, words: '9 weeks overdue' },
    ]);
  });

  it('leave out what stands on in a later note', () => {
    const index = indexOf({
      [NOTE]: '- [ ] a due:2026-12-02',
      '1-1s/jane-doe/2026-12-04.md': '- [ ] a due:2026-12-02 (from [2026-11-30](2026-11-30.md), 1×)',
    });
    assert.deepEqual(worded(overdueMarks(index.followUpsIn(uriOf(NOTE)), day('2026-12-05'))), []);
  });
});

describe('The origin of a carried follow-up', () => {
  it('is shortened to since when and how often, where the line says it', () => {
    const carried = '- [ ] @jane a (from [2026-11-23](2026-11-23.md), since 2026-09-29, 1×) due:2026-12-20';
    const index = indexOf({ [NOTE]: [carried, '- [ ] b (from memory)'] });
    const lines = [carried, '- [ ] b (from memory)'];
    const [origin, ...more] = foldedOrigins(index.followUpsIn(uriOf(NOTE)), (line) => lines[line] ?? '');
    assert.ok(origin);
    assert.deepEqual(more, []);
    assert.equal(worded(origin.words), 'since 29 Sep · 1×');
    assert.equal(carried.slice(origin.start, origin.end), '(from [2026-11-23](2026-11-23.md), since 2026-09-29, 1×)');
    const changed = foldedOrigins(index.followUpsIn(uriOf(NOTE)), () => 'text that changed since');
    assert.deepEqual(changed, []);
  });
});
