import assert from 'node:assert/strict';
import { plainMessage } from '../../../src/core/text/message';

describe('A plain message', () => {
  it('is the text itself where that holds neither', () => {
    for (const text of ['', 'Call Jane (by Friday)', '- [ ] Pay $5 (or less)', '[[Jane Doe]] at https://a.example']) {
      assert.equal(plainMessage(text), text);
    }
  });
});
