import assert from 'node:assert/strict';
import type { CivilDate } from '../../../src/core/dates/civilDate';
import { meetingIndexAt } from '../../../src/core/note/meetingSpans';

describe('The meeting at a line', () => {
  const meetings = [
    { date: '2026-11-09' as CivilDate, line: 2 },
    { date: '2026-11-23' as CivilDate, line: 6 },
    { date: '2026-11-16' as CivilDate, line: 12 },
  ];

  it('is the last one that begins at or above the line, also on the empty line at the end of the note', () => {
    assert.equal(meetingIndexAt(meetings, 2), 0);
    assert.equal(meetingIndexAt(meetings, 11), 1);
    assert.equal(meetingIndexAt(meetings, 500), 2);
  });

  it('is the newest one for a line above all meetings, or without a cursor', () => {
    assert.equal(meetingIndexAt(meetings, 0), 1);
    assert.equal(meetingIndexAt(meetings, undefined), 1);
  });

  it('is none in a note without meetings', () => {
    assert.equal(meetingIndexAt([], 3), -1);
  });
});
