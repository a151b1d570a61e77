import assert from 'node:assert/strict';
import { Clock } from '../../src/editor/clock';

describe('Today', () => {
  const RealDate = Date;
  const zone = process.env.TZ;
  const clock = new Clock();
  afterEach(() => {
    globalThis.Date = RealDate;
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  after(() => clock.dispose());

  for (const edge of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    it(`is the local day half an hour before and after midnight in ${edge}`, () => {
      process.env.TZ = edge;
      const midnight = new RealDate(2026, 11, 1).getTime();
      const today = (time: number): string => {
        globalThis.Date = class extends RealDate {
          constructor() {
            super(time);
          }
        } as DateConstructor;
        return clock.today();
      };
      assert.equal(today(midnight - 30 * 60_000), '2026-11-30');
      assert.equal(today(midnight + 30 * 60_000), '2026-12-01');
    });
  }
});
