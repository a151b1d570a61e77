import assert from 'node:assert/strict';
import { followUpDetails } from '../../../src/core/followUpList/format';
import { day, indexOf } from '../support/notes';
import { worded } from '../support/worded';

function facts(...lines: readonly string[]): readonly string[] {
  const [item] = indexOf({ '1-1s/jane-doe/2026-11-30.md': lines }).followUpsOf('jane doe');
  assert.ok(item);
  return worded(followUpDetails(item, day('2026-12-05')));
}

describe('All that is known of a follow-up', () => {
  it('tells its dates with the weekday, its owner and its place', () => {
    assert.deepEqual(facts('## Action items', '- [ ] @jane send it ⏳ 2026-12-06 📅 2026-12-11 🔁 every week'), [
      'Due Fri 11 Dec: due Friday',
      'Scheduled for Sun 6 Dec, tomorrow',
      'Owed by Jane Doe',
      'Open since Mon 30 Nov, 5 days ago',
      'Repeats every week: make the next one yourself',
      'From the 1:1 of Mon 30 Nov, 5 days ago',
      'Under Action items',
    ]);
  });

  it('tells how often it was carried, and since when it is open', () => {
    assert.deepEqual(facts('- [ ] send it (from [x](x.md), since 2026-11-02, 3×)').slice(0, 3), [
      'No owner',
      'Open since Mon 2 Nov, 5 weeks ago',
      'Carried 3×: do, drop or delegate',
    ]);
    assert.ok(facts('- [ ] send it (from [x](x.md), since 2026-11-23, 1×)').includes('Carried 1×'));
  });

  it('tells when it was closed, that it is private, and what is wrong with its date', () => {
    assert.ok(facts('- [x] send it done:2026-12-04').includes('Done Fri 4 Dec, yesterday'));
    assert.ok(facts('# Private', '- [ ] send it').includes('Private: left out of everything that is shared'));
    assert.equal(facts('- [ ] send it due:2026-02-30')[0], 'No such day: 2026-02-30');
  });
});
