import assert from 'node:assert/strict';
import { normalizedText } from '../../../src/core/taskText/normalizedText';

describe('the key of a follow-up’s text', () => {
  it('is the same for texts that differ in case, white space, Unicode form and final point only', () => {
    assert.equal(normalizedText('  Send the\u00a0 Draft. '), normalizedText('send the draft'));
    assert.equal(normalizedText('Cafe\u0301 ﬁx…'), normalizedText('Café fix'));
  });

  it('is the same for a link and a footnote whose addresses differ, and for a footnote behind brackets', () => {
    assert.equal(normalizedText('Ask [Ravi](a.md)'), normalizedText('Ask [Ravi][1]'));
    assert.equal(normalizedText('Ask why[^1]'), normalizedText('Ask why[1](a.md)'));
    assert.equal(normalizedText('Ask [Ravi][^1]'), normalizedText('Ask [Ravi][1](a.md)'));
    assert.notEqual(normalizedText('Ask [Ravi][^1]'), normalizedText('Ask [Ravi]'));
  });

  it('differs where the words differ', () => {
    assert.notEqual(normalizedText('Send the draft, v2'), normalizedText('Send the draft v2'));
  });
});
