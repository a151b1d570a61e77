import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { hasSameText, normalizedText } from '../../../src/core/taskText/normalizedText';
import { forRandomCases } from '../support/randomCases';

const PIECES = [
  ...['Send', 'send', ' ', '\t', '.', '?', '…', '[[x]]', '{', '`'],
  ...['e', 'é', '\u0301', 'K', '\u212a', 'i', 'İ'],
];

describe('The key of a follow-up’s text', () => {
  it('is the same exactly where two texts are found to say the same', () => {
    forRandomCases({ usual: 10_000, long: 500_000 }, (random) => {
      const a = randomText(random);
      const b = random.chance(0.5) ? randomText(random) : a + random.pick(PIECES);
      assert.equal(hasSameText(a, b), normalizedText(a) === normalizedText(b), JSON.stringify([a, b]));
    });
  });
});

function randomText(random: Seeded): string {
  return Array.from({ length: random.below(4) }, () => random.pick(PIECES)).join('');
}
