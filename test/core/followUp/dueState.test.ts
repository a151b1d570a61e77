import assert from 'node:assert/strict';
import type { CivilDate } from '../../../src/core/dates/civilDate';
import { dueStateOf, formatDue } from '../../../src/core/followUp/dueState';
import { worded } from '../support/worded';

/** A Monday. */
const today = '2026-11-30' as CivilDate;

describe('when a follow-up is due', () => {
  const days: readonly (readonly [string, string, string])[] = [
    ['2026-11-27', 'overdue', '3 days overdue'],
    ['2026-11-29', 'overdue', '1 day overdue'],
    ['2026-09-01', 'overdue', '3 months overdue'],
    ['2026-11-30', 'today', 'due today'],
    ['2026-12-01', 'nextSevenDays', 'due tomorrow'],
    ['2026-12-04', 'nextSevenDays', 'due Friday'],
    ['2026-12-07', 'nextSevenDays', 'due Mon 7 Dec'],
    ['2026-12-08', 'later', 'due Tue 8 Dec'],
    ['2027-01-04', 'later', 'due Mon 4 Jan 2027'],
  ];
  for (const [due, bucket, words] of days) {
    it(`${due} is ${bucket}, ${words}, on 2026-11-30`, () => {
      assert.equal(dueStateOf({ due: due as CivilDate }, today), bucket);
      assert.equal(worded(formatDue({ due: due as CivilDate }, today)), words);
    });
  }

  it('is never lost: no date and a day that is none have places of their own', () => {
    assert.equal(dueStateOf({}, today), 'noDate');
    assert.equal(dueStateOf({ invalidDue: '2026-02-30' }, today), 'invalidDate');
    assert.equal(worded(formatDue({}, today)), '');
    assert.equal(worded(formatDue({ invalidDue: '2026-02-30' }, today)), 'no such day: 2026-02-30');
  });
});
