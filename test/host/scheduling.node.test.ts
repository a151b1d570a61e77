import assert from 'node:assert/strict';
import { TimeSlicer } from '../../src/editor/scheduling';

describe('Parallel work', () => {
  it('that shares slices resumes at once, so that other work never waits for more than one slice', async () => {
    const slices = new TimeSlicer();
    const order: string[] = [];
    const work = async (name: string): Promise<void> => {
      await slices.yieldToEventLoop();
      order.push(name);
    };
    const first = work('first');
    const other = new Promise<void>((resolve) => {
      setImmediate(() => {
        order.push('other');
        resolve();
      });
    });
    await Promise.all([first, other, work('second')]);
    assert.deepEqual(order, ['first', 'second', 'other']);
  });

  it('that takes whole slices gets one for each of its parts', async () => {
    const slices = new TimeSlicer();
    let turns = 0;
    const work = async (): Promise<number> => {
      while (slices.isBudgetSpent()) await slices.yieldToEventLoop();
      const begun = turns;
      setImmediate(() => turns++);
      while (!slices.isBudgetSpent());
      return begun;
    };
    const [first, second, third] = await Promise.all([work(), work(), work()]);
    assert.ok(first < second && second < third, `${first} ${second} ${third}`);
  });
});
