import assert from 'node:assert/strict';
import { readLineStart, withoutMarkers } from '../../../src/core/markdown/listItem';

describe('The start of a line', () => {
  it('holds the marks of quotes and lists, and a checkbox behind them', () => {
    assert.deepEqual(readLineStart('> 12) [x] done'), {
      hasMarker: true,
      checkbox: { stateCharacter: 'x', stateStart: 7, stateEnd: 8, end: 9 },
      end: 10,
    });
    assert.deepEqual(readLineStart('  text'), { hasMarker: false, checkbox: undefined, end: 2 });
    assert.deepEqual(readLineStart('-'), { hasMarker: true, checkbox: undefined, end: 1 });
    assert.equal(readLineStart('> quoted').hasMarker, false);
    assert.equal(readLineStart('- [✔️] done').end, 7);
  });

  it('holds nothing that is a word', () => {
    for (const words of ['2.5 days', '-40 %', '**bold**', '*it*', '+1', '---', '[link](x)', '[ab] c', '1.x', '']) {
      assert.equal(withoutMarkers(words), words);
      assert.equal(withoutMarkers(`- ${words}`), words);
    }
  });
});
