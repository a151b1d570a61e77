import assert from 'node:assert/strict';
import { paragraphLines } from '../../../src/core/markdown/block';
import { scan } from '../../../src/core/markdown/scan';

/** The lines of each paragraph and heading of a note, without what surrounds them. */
function linesOf(text: string): readonly (readonly string[])[] {
  return scan(text)
    .filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
    .map((block) => paragraphLines(text, block).map(({ start, end }) => text.slice(start, end)));
}

describe('The lines of a paragraph', () => {
  it('are without indent, markers of quotes and blanks at their end', () => {
    assert.deepEqual(linesOf('> - a  \n>   b\t\n> c\nd  \r\n'), [['a', 'b', 'c', 'd']]);
    assert.deepEqual(linesOf('1. a\r\n   b\r\n\r\n   c\rd'), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    assert.deepEqual(linesOf('a\nb\n==='), [['a', 'b']]);
  });

  it('of a part begin where that part begins', () => {
    const text = '- [ ] a\n  b';
    assert.deepEqual(
      paragraphLines(text, { start: 6, end: text.length }).map(({ start, end }) => text.slice(start, end)),
      ['a', 'b'],
    );
    assert.deepEqual(paragraphLines(text, { start: 3, end: 3 }), []);
  });
});
