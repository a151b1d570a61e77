import assert from 'node:assert/strict';
import { isCarriable } from '../../../src/core/followUpList/filter';
import { day, indexOf, uriOf } from '../support/notes';

describe('What a note of a day is to bring along', () => {
  const index = indexOf({
    '1-1s/jane/2026-03-09.md': '- [ ] before',
    '1-1s/jane/2026-03-16.md': '- [ ] of the same day',
    '1-1s/jane/2026-03-30.md': '- [ ] in a note made ahead',
    'People/Jane.md': '---\nperson: Jane\nrole: Lead\n---\n- [ ] on the page',
  });

  it('is open in meetings up to that day, and neither ahead of it nor outside of meetings', () => {
    const target = { uri: uriOf('1-1s/jane/2026-03-16-2.md'), date: day('2026-03-16'), meeting: undefined };
    const texts = index.followUpsOf('jane').filter((item) => isCarriable(item, target));
    assert.deepEqual(
      texts.map(({ followUp }) => followUp.text),
      ['before', 'of the same day'],
    );
  });

  it('is open in a private note only if others cannot read it afterwards', () => {
    const notes = indexOf({ '1-1s/jane/2026-03-09.md': '---\nprivate: true\n---\n- [ ] about her pay' });
    const [item] = notes.followUpsOf('jane');
    assert.ok(item);
    const target = { uri: uriOf('1-1s/jane/2026-03-16.md'), date: day('2026-03-16') };
    const isCarried = (facts: { halves?: readonly string[]; isPrivate?: boolean; isReadByBoth?: boolean }): boolean =>
      isCarriable(item, { ...target, ...facts });
    assert.equal(isCarried({ isReadByBoth: true }), false);
    assert.equal(isCarried({ isReadByBoth: false }), true);
    assert.equal(isCarried({ isReadByBoth: true, isPrivate: true }), true);
    assert.equal(isCarried({ isReadByBoth: true, halves: [uriOf('private/jane/2026-03-16.md')] }), true);
  });
});
