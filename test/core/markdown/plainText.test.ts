import assert from 'node:assert/strict';
import { plainText } from '../../../src/core/markdown/plainText';

describe('The plain text of a line', () => {
  it('leaves the words of links, code and emphasis', () => {
    const cases: Readonly<Record<string, string>> = {
      'send [the deck](../deck.md) to **everybody**': 'send the deck to everybody',
      'see [[People/Jane Doe|Jane]] and [[notes/2026-11-30]] and [[#top]]': 'see Jane and 2026-11-30 and top',
      'run `npm test` and ``a**b**``': 'run npm test and a**b**',
      '*soon*, _later_, ~~never~~, ==now==, ***all***': 'soon, later, never, now, all',
      '![plan](plan.png) of [a (b)](x(y).md)': 'plan of a (b)',
      '[**bold** link](x.md)': 'bold link',
    };
    for (const [written, read] of Object.entries(cases)) {
      assert.equal(plainText(written), read);
    }
  });

  it('takes for text what is no mark', () => {
    for (const text of ['2 * 3 * 4', 'snake_case_name', '$(trash) <b>', 'a [ ] b', '5 ~ 7', 'a* b*', '``', '[[]]']) {
      assert.equal(plainText(text), text);
    }
    assert.equal(plainText('\\*not\\* `*this*`'), '*not* *this*');
  });
});
