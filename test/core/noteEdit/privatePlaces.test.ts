import assert from 'node:assert/strict';
import { addToMeeting } from '../../../src/core/noteEdit/existingMeeting';
import { applyEdits } from '../../../src/core/text/edit';
import { wordMessage } from '../../../src/core/text/message';
import { noteAt } from '../support/notes';

const path = '1-1s/jane-doe/2026-11-30.md';

/** The note after a follow-up is added, or the reason why it is not. */
function added(lines: readonly string[], item = '- [ ] new'): string[] {
  const text = lines.join('\n');
  const edits = addToMeeting({ note: noteAt(path, text), text, meeting: 0 }, [{ heading: 'followUps', items: [item] }]);
  if ('refused' in edits) return [wordMessage(edits.refused)];
  const after = applyEdits(text, edits);
  const follow = noteAt(path, after).followUps.find((each) => each.source.includes('new'));
  assert.ok(follow, after);
  assert.equal(follow.private, item.includes('#private'), after);
  return after.split('\n').filter((line) => line !== '');
}

describe('A line that is added to a meeting', () => {
  it('comes before private text at the end of its section', () => {
    const lines = ['## Follow-ups', '- [ ] a', '', '**Private**', '', '- [ ] hers'];
    assert.deepEqual(added(lines), ['## Follow-ups', '- [ ] a', '- [ ] new', '**Private**', '- [ ] hers']);
    assert.deepEqual(added(['## Follow-ups', '- [ ] a', '- [ ] hers #private']).slice(0, 3), [
      '## Follow-ups',
      '- [ ] a',
      '- [ ] new',
    ]);
  });

  it('is refused with the line below a marker that is still open', () => {
    for (const opener of ['<!-- private -->', '%% private %%', '::: private', '<div class="private">']) {
      assert.match(added(['# Jane', '', opener, '', 'hers', '', '## Follow-ups', '', '- [ ] a']).join(''), /line \d+/);
    }
  });

  it('takes no indented heading below it into its item', () => {
    for (const above of [[], ['Some text.', ''], ['-   [ ] a', '']]) {
      const lines = added(['## Follow-ups', '', ...above, '  ## Private', '', 'hers']);
      const at = lines.indexOf('- [ ] new');
      assert.deepEqual(lines.slice(at), ['- [ ] new', '<!-- -->', '  ## Private', 'hers']);
    }
  });

  it('keeps the indent of its list', () => {
    assert.deepEqual(added(['## Follow-ups', '', '  - [ ] a', '  - ']), [
      '## Follow-ups',
      '  - [ ] a',
      '  - [ ] new',
      '  - ',
    ]);
  });

  it('may be private itself', () => {
    assert.ok(added(['## Follow-ups', '- [ ] a'], '- [ ] new #private').includes('- [ ] new #private'));
  });
});
