import assert from 'node:assert/strict';
import { normalizedText } from '../../../src/core/taskText/normalizedText';

describe('the key of a follow-up’s text', () => {
  it('is the same for texts that differ in case, white space, Unicode form and final point only', () => {
    assert.equal(normalizedText('  Send the\u00a0 Draft. '), normalizedText('send the draft'));
    assert.equal(normalizedText('Cafe\u0301 ﬁx…'), normalizedText('Café fix'));
  });

  it('differs where the words differ', () => {
    assert.notEqual(normalizedText('Send the draft, v2'), normalizedText('Send the draft v2'));
  });
});
