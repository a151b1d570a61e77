import assert from 'node:assert/strict';
import { typedRating } from '../../../src/core/ratings/planRatings';
import { wordMessage } from '../../../src/core/text/message';

function refusalOf(typed: string): string {
  const result = typedRating(typed);
  assert.ok(typeof result === 'object', typed);
  return wordMessage(result.refused);
}

describe('A rating that is typed', () => {
  for (const [typed, rating] of [
    ['0', 0],
    ['10', 10],
    [' 7 ', 7],
    ['7.5', 7.5],
    ['7,5', 7.5],
    ['10,0', 10],
    ['007', 7],
  ] as const) {
    it(`“${typed}” is ${rating}`, () => assert.equal(typedRating(typed), rating));
  }

  for (const typed of ['', '  ', 'eight', '8/10', '7-8', '1e1', '0x5', '7.', ',5', '١', 'NaN', 'Infinity', '] [x']) {
    it(`“${typed}” is refused as no number`, () => {
      const refused =
        typed.trim() === ''
          ? 'Type a number from 0 to 10.'
          : `“${typed}” is not a number. Type one from 0 to 10, such as 7 or 7.5.`;
      assert.equal(refusalOf(typed), refused);
    });
  }

  for (const typed of ['11', '10.1', '-1', '10,01']) {
    it(`“${typed}” is refused as off the scale`, () => {
      assert.equal(refusalOf(typed), `${typed} is not on the scale. Type a number from 0 to 10.`);
    });
  }
});
