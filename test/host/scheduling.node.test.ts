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
});
