import assert from 'node:assert/strict';
import { OverdueTally } from '../../../src/core/followUpList/overdueCount';
import { day, indexOf, noteAt } from '../support/notes';

const today = day('2026-12-05');

describe('The tally of what is overdue', () => {
  it('counts the overdue rows of the list, those of other notes included', () => {
    const index = indexOf({
      '1-1s/jane-doe/2026-11-30.md': [
        '- [ ] one due:2026-12-04',
        '- [ ] two due:2026-12-05',
        '- [x] three due:2026-12-01',
        '- [ ] four due:2026-02-30',
      ],
      'projects/a.md': ['- [ ] five due:2026-12-01', '- [ ] @jane six due:2026-12-01'],
    });
    const tally = new OverdueTally({ index });
    Array.from(tally.countAll(today));
    assert.equal(tally.total, 3);
  });

  it('counts anew only what changed', () => {
    const index = indexOf({
      '1-1s/jane-doe/2026-11-30.md': '- [ ] one due:2026-12-04',
      '1-1s/bob-ray/2026-11-30.md': '- [ ] two due:2026-12-04',
    });
    const tally = new OverdueTally({ index });
    Array.from(tally.countAll(today));
    const change = index.put(noteAt('1-1s/jane-doe/2026-11-30.md', '- [x] one due:2026-12-04'));
    assert.ok(change && !change.people);
    tally.count(change, today);
    assert.equal(tally.total, 1);
  });
});
