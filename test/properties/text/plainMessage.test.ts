import assert from 'node:assert/strict';
import { plainMessage } from '../../../src/core/text/message';
import { drawnIn } from '../../core/support/drawn';
import { forRandomCases } from '../support/randomCases';

const PARTS = [
  ...['[', ']', '(', ')', '](', '$(', '\\', '$', ' ', '\n', '"', "'", '~'],
  ...['command:', 'https://', 'file:///', 'COMMAND:', 'flame', 'sync~spin', 'workbench.action.quit', 'Jane'],
  ...['[run](command:a)', '[read](https://a.example "title")', '$(flame)', '\\$(flame)', '[[x]](command:a)'],
];

describe('A plain message of any text', () => {
  it('has no link and no icon', () => {
    let drawn = 0;
    forRandomCases({ usual: 20_000, long: 500_000 }, (random) => {
      const text = Array.from({ length: random.between(1, 12) }, () => random.pick(PARTS)).join('');
      drawn += drawnIn(text).length;
      const plain = plainMessage(text);
      assert.deepEqual(drawnIn(plain), [], text);
      assert.equal(plain.replaceAll('\u2060', ''), text);
      assert.equal(plainMessage(plain), plain);
    });
    assert.ok(drawn > 10_000, 'the texts hold links and icons before');
  });
});
