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
});
