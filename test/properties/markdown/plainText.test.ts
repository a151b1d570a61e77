import assert from 'node:assert/strict';
import { plainText } from '../../../src/core/markdown/plainText';

const LONG = 300_000;

describe('The plain text of a line', () => {
  // No count shows how often a regular expression backtracks: if that grew by the square, this would take many minutes.
  it('is found in a line of 300,000 characters, whatever it repeats', () => {
    for (const piece of ['*', '[', '`', '_a', '[[a', '![', '\\', '~~']) {
      assert.ok(plainText(piece.repeat(LONG / piece.length)).length > 0, piece);
    }
  });
});
