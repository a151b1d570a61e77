import assert from 'node:assert/strict';
import { isOpen, statusOf } from '../../../src/core/followUp/followUp';

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
