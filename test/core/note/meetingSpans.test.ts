import assert from 'node:assert/strict';
import type { CivilDate } from '../../../src/core/dates/civilDate';
import { meetingIndexAt } from '../../../src/core/note/meetingSpans';

describe('The meeting at a line', () => {
  const meetings = [
    { date: '2026-11-23' as CivilDate, line: 2, endLine: 5 },
    { date: '2026-11-16' as CivilDate, line: 6, endLine: 8 },
    { date: '2026-11-09' as CivilDate, line: 12, endLine: 20 },
  ];

  it('is the one that contains the line', () => {
    assert.equal(meetingIndexAt(meetings, 2), 0);
    assert.equal(meetingIndexAt(meetings, 8), 1);
    assert.equal(meetingIndexAt(meetings, 20), 2);
  });

  it('is the newest one for a line outside all meetings, or without a cursor', () => {
    assert.equal(meetingIndexAt(meetings, 0), 0);
    assert.equal(meetingIndexAt(meetings, 10), 0);
    assert.equal(meetingIndexAt(meetings.toReversed(), undefined), 2);
  });

  it('is none in a note without meetings', () => {
    assert.equal(meetingIndexAt([], 3), -1);
  });
});
