import assert from 'node:assert/strict';
import { flowRegion } from '../../../src/core/ratings/chart';

describe('Where ratings of challenge and skill lie', () => {
  for (const [region, challenge, skill] of [
    ['flow', 9, 9],
    ['control', 5, 9],
    ['relaxation', 1, 9],
    ['boredom', 1, 5],
    ['apathy', 1, 1],
    ['worry', 5, 1],
    ['anxiety', 9, 1],
    ['arousal', 9, 5],
    ['balanced', 5, 5],
  ] as const) {
    it(`is ${region} with a challenge of ${challenge} and a skill of ${skill}`, () => {
      assert.equal(flowRegion({ challenge, skill }), region);
    });
  }

  it('is balanced within one step around the middle, and not beyond', () => {
    assert.equal(flowRegion({ challenge: 6, skill: 5 }), 'balanced');
    assert.equal(flowRegion({ challenge: 6.1, skill: 5 }), 'arousal');
  });

  it('is one of nine in every place of the two scales', () => {
    const seen = new Set<string>();
    for (let challenge = 0; challenge <= 10; challenge += 0.5) {
      for (let skill = 0; skill <= 10; skill += 0.5) seen.add(flowRegion({ challenge, skill }));
    }
    assert.equal(seen.size, 9);
  });
});
