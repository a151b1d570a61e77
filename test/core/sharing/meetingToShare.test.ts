import assert from 'node:assert/strict';
import { formatLeftOut, meetingToShare } from '../../../src/core/sharing/share';
import { day, indexOf } from '../support/notes';
import { wordMessage } from '../../../src/core/text/message';

function dateOf(sharing: 'agenda' | 'recap', ...dates: readonly string[]): string | undefined {
  const index = indexOf(Object.fromEntries(dates.map((date) => [`1-1s/jane-doe/${date}.md`, ''])));
  return meetingToShare(index.meetingsWith('jane doe'), sharing, day('2026-11-30'))?.meeting.date;
}

describe('The meeting that is shared', () => {
  it('is the next one before it, and the last one after it', () => {
    assert.equal(dateOf('agenda', '2026-11-23', '2026-12-07', '2026-12-14'), '2026-12-07');
    assert.equal(dateOf('recap', '2026-11-16', '2026-11-23', '2026-12-07'), '2026-11-23');
    assert.equal(dateOf('agenda', '2026-11-23', '2026-11-30'), '2026-11-30');
    assert.equal(dateOf('recap', '2026-11-23', '2026-11-30'), '2026-11-30');
  });

  it('is the only one there is, and none when there is none', () => {
    assert.equal(dateOf('agenda', '2026-11-23'), '2026-11-23');
    assert.equal(dateOf('recap', '2026-12-07'), '2026-12-07');
    assert.equal(dateOf('recap'), undefined);
  });
});

describe('What was left out', () => {
  it('is counted', () => {
    assert.equal(wordMessage(formatLeftOut({ leftOut: 0 })), 'Nothing in it was private.');
    assert.equal(wordMessage(formatLeftOut({ leftOut: 1 })), 'Private section removed.');
    assert.equal(wordMessage(formatLeftOut({ leftOut: 2 })), '2 private sections removed.');
  });
});
