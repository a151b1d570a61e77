import assert from 'node:assert/strict';
import { saySame, textKey } from '../../../src/core/followUp/textKey';
import { pick, seededRandom } from '../markdown/randomDocument';

describe('the key of a follow-up’s text', () => {
  it('is the same for texts that differ in case, white space, Unicode form and final point only', () => {
    assert.equal(textKey('  Send the\u00a0 Draft. '), textKey('send the draft'));
    assert.equal(textKey('Cafe\u0301 ﬁx…'), textKey('Café fix'));
  });

  it('differs where the words differ', () => {
    assert.notEqual(textKey('Send the draft, v2'), textKey('Send the draft v2'));
  });

  it('is what tells whether two texts say the same, however soon that is seen', () => {
    const random = seededRandom(1);
    const pieces = [
      'Send',
      'send',
      ' ',
      '\t',
      '.',
      '?',
      '…',
      '[[x]]',
      '{',
      '`',
      'e',
      'é',
      '\u0301',
      'K',
      '\u212a',
      'i',
      'İ',
    ];
    const text = (): string => Array.from({ length: Math.floor(random() * 4) }, () => pick(pieces, random)).join('');
    for (let count = 0; count < 10_000; count++) {
      const a = text();
      const b = random() < 0.5 ? text() : a + pick(pieces, random);
      assert.equal(saySame(a, b), textKey(a) === textKey(b), JSON.stringify([a, b]));
    }
  });
});
