import assert from 'node:assert/strict';
import { plainMessage } from '../../src/core/plainMessage';
import { pick, seededRandom } from './markdown/randomDocument';
import { drawnIn } from './support/drawn';

const PARTS = [
  ...['[', ']', '(', ')', '](', '$(', '\\', '$', ' ', '\n', '"', "'", '~'],
  ...['command:', 'https://', 'file:///', 'COMMAND:', 'flame', 'sync~spin', 'workbench.action.quit', 'Jane'],
  ...['[run](command:a)', '[read](https://a.example "title")', '$(flame)', '\\$(flame)', '[[x]](command:a)'],
];

describe('A plain message', () => {
  it('has no link and no icon, whatever it is made of', () => {
    const random = seededRandom(9);
    let drawn = 0;
    for (let count = 0; count < 20_000; count++) {
      const text = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(PARTS, random)).join('');
      drawn += drawnIn(text).length;
      const plain = plainMessage(text);
      assert.deepEqual(drawnIn(plain), [], text);
      assert.equal(plain.replaceAll('\u2060', ''), text);
      assert.equal(plainMessage(plain), plain);
    }
    assert.ok(drawn > 10_000, 'the texts hold links and icons before');
  });

  it('is the text itself where that holds neither', () => {
    for (const text of ['', 'Call Jane (by Friday)', '- [ ] Pay $5 (or less)', '[[Jane Doe]] at https://a.example']) {
      assert.equal(plainMessage(text), text);
    }
  });
});
