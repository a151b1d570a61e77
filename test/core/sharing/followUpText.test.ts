import assert from 'node:assert/strict';
import { formatCopied, copyableText, type CopiedFollowUps } from '../../../src/core/sharing/followUpText';
import { indexOf } from '../support/notes';
import { wordMessage } from '../../../src/core/text/message';

function copied(...lines: string[]): CopiedFollowUps {
  const index = indexOf({ '1-1s/jane-doe/2026-11-30.md': lines, '1-1s/bob-ray/2026-11-30.md': '' });
  return copyableText(index.followUpsOf('jane doe'), 'Ines');
}

describe('Follow-ups copied as text', () => {
  it('say who owes them and when they are due', () => {
    const { text } = copied(
      '- [ ] @jane Send the draft due:2026-12-04 (from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)',
      '- [x] @me, @bob call legal 📅 2026-12-01 ✅ 2026-12-01',
      '- [ ] Bob: book a room',
      '- [/] nobody’s [due:: 2026-02-30]',
    );
    assert.deepEqual(text.split('\n'), [
      '- [ ] **Jane Doe**: Send the draft (due 2026-12-04)',
      '- [x] **Ines**, **Bob Ray**: call legal (due 2026-12-01)',
      '- [ ] Bob: book a room',
      '- [ ] nobody’s (due 2026-02-30)',
    ]);
  });

  it('do not say of what was dropped that it was done, nor of what was never carried that it was', () => {
    const { text } = copied('- [-] @jane Call legal', '- [>] @jane Book a room');
    assert.deepEqual(text.split('\n'), ['- [-] **Jane Doe**: Call legal', '- [ ] **Jane Doe**: Book a room']);
  });

  it('leave out what is private, and comments, and say how many were private', () => {
    const result = copied(
      '- [ ] a <!-- b -->',
      '- [ ] <!-- c -->',
      '- [ ] d',
      '  e <!-- private -->f<!-- /private -->',
      '## Private',
      '- [ ] g',
    );
    assert.deepEqual(result, { text: '- [ ] a', copied: 1, leftOut: 2 });
    assert.equal(wordMessage(formatCopied(result)), 'Copied 1 follow-up; 2 private follow-ups were left out');
  });

  it('are none when all of a note is private', () => {
    const result = copied('---', 'private: true', '---', '- [ ] a');
    assert.deepEqual(result, { text: '', copied: 0, leftOut: 1 });
  });
});
