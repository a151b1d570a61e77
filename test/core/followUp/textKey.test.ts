import assert from 'node:assert/strict';
import { textKey } from '../../../src/core/followUp/textKey';

describe('the key of a follow-up’s text', () => {
  it('is the same for texts that differ in case, white space, Unicode form and final point only', () => {
    assert.equal(textKey('  Send the\u00a0 Draft. '), textKey('send the draft'));
    assert.equal(textKey('Cafe\u0301 ﬁx…'), textKey('Café fix'));
  });

  it('differs where the words differ', () => {
    assert.notEqual(textKey('Send the draft, v2'), textKey('Send the draft v2'));
  });
});
