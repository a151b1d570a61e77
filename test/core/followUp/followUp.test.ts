import assert from 'node:assert/strict';
import { isOpen, statusOf, dueStateOf, formatDue } from '../../../src/core/followUp/followUp';
import type { CivilDate } from '../../../src/core/dates/civilDate';
import { worded } from '../support/worded';

describe('the status of a follow-up', () => {
  it('follows the documented state characters', () => {
    const byStatus = { done: 'xX', inProgress: '/', dropped: '-', moved: '>', none: 'iIQNb"lpcPC', open: ' !?*<h' };
    for (const [status, marks] of Object.entries(byStatus)) {
      for (const mark of Array.from(marks)) {
        assert.equal(statusOf(mark), status, mark);
      }
    }
  });

  it('is open for an undocumented state character', () => {
    for (const mark of ['\t', '\u00a0', '~', 'B', '🔥', 'constructor']) {
      assert.equal(statusOf(mark), 'open');
    }
  });

  it('follows the setting for a state character', () => {
    assert.equal(statusOf('B', { B: 'dropped', x: 'open' }), 'dropped');
    assert.equal(statusOf('x', { B: 'dropped', x: 'open' }), 'open');
    assert.equal(statusOf('toString', {}), 'open');
  });

  it('in progress counts as open, moved does not', () => {
    assert.ok(isOpen('inProgress'));
    assert.ok(!isOpen('moved'));
  });
});

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
