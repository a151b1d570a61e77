import assert from 'node:assert/strict';
import { Seeded } from '../../../bench/seeded';
import { cooperativeSort, runToCompletion } from '../../../src/core/text/cooperative';

describe('What is sorted in steps', () => {
  for (const count of [0, 1, 2, 499, 500, 501, 1500, 5003]) {
    it(`is in the order in which ${count} are sorted at once, equal ones as they were`, () => {
      const random = new Seeded(count);
      const items = Array.from({ length: count }, (_, nth) => ({ key: random.below(40), nth }));
      const compare = (a: { key: number }, b: { key: number }): number => a.key - b.key;
      assert.deepEqual(runToCompletion(cooperativeSort(items, compare)), items.toSorted(compare));
    });
  }

  it('takes no step that is much longer than others', () => {
    let [compared, most] = [0, 0];
    const items = Array.from({ length: 20_000 }, (_, nth) => (nth * 7919) % 20_011);
    const steps = cooperativeSort(items, (a, b) => (compared++, a - b));
    for (let step = steps.next(); !step.done; step = steps.next()) {
      most = Math.max(most, compared);
      compared = 0;
    }
    assert.ok(most < 10_000, `${most} comparisons in a step`);
  });
});
