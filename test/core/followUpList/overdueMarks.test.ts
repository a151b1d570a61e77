import assert from 'node:assert/strict';
import { overdueMarks } from '../../../src/core/followUpList/overdueCount';
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
