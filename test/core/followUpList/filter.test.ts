import assert from 'node:assert/strict';
import {
  formatFilter,
  filterTest,
  isEmptyFilter,
  NO_FILTER,
  type FollowUpFilter,
} from '../../../src/core/followUpList/filter';
import { day, indexOf } from '../support/notes';
import { allOf } from './followUpLists';

const index = indexOf({
  '1-1s/jane-doe/2026-11-30.md': [
    '- [ ] @me order the desk due:2026-12-01 #office',
    '- [ ] @jane send the Deck due:2026-12-09',
    '- [ ] @me @jane plan the offsite',
    '- [ ] book a room #office',
    '- [ ] @ann both are called so',
  ],
  '1-1s/ann-lee/2026-11-30.md': '',
  '1-1s/ann-roe/2026-11-30.md': '',
});

const passing = (filter: FollowUpFilter): string[] =>
  allOf(index)
    .filter(filterTest(filter, day('2026-12-05')))
    .map(({ followUp }) => followUp.text.split(' ')[0] ?? '');

describe('A filter of follow-ups', () => {
  it('shows what has two owners to both, and what nobody owes to neither', () => {
    assert.deepEqual(passing({ whose: 'mine' }), ['order', 'plan']);
    assert.deepEqual(passing({ whose: 'theirs' }), ['send', 'plan', 'both']);
  });

  it('knows what is overdue', () => {
    assert.deepEqual(passing({ overdue: true }), ['order']);
  });

  it('finds words in any order and case, in the line and in the names', () => {
    assert.deepEqual(passing({ text: 'DECK send' }), ['send']);
    assert.deepEqual(passing({ text: 'jane offsite' }), ['plan']);
    assert.deepEqual(passing({ text: '  ' }), passing(NO_FILTER));
  });

  it('wants every part to hold', () => {
    assert.deepEqual(passing({ tag: 'office' }), ['order', 'book']);
    assert.deepEqual(passing({ tag: 'office', whose: 'mine' }), ['order']);
  });

  it('says in words what it shows', () => {
    assert.equal(
      formatFilter({ whose: 'mine', overdue: true, tag: 'office', text: ' desk ' }),
      'mine, overdue, #office, “desk”',
    );
    assert.equal(formatFilter(NO_FILTER), '');
  });

  it('is empty when it lets everything through', () => {
    assert.ok(isEmptyFilter({ text: ' ' }));
    assert.ok(!isEmptyFilter({ overdue: true }));
  });
});
