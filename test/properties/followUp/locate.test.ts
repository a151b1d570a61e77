import assert from 'node:assert/strict';
import { anchorOf, locate } from '../../../src/core/followUp/locate';
import { noteAt } from '../../core/support/notes';
import { assertLinear } from '../support/reads';

const ITEM = '- [ ] Send deck';

describe('A line that is to be changed', () => {
  for (const [place, above, expected] of [
    ['at its place', [], 0],
    ['below a new line', ['new'], 1],
    ['below a new twin', ['new', ITEM], undefined],
  ] as const) {
    it(`is looked for in time that grows with a note whose lines are all alike, ${place}`, () => {
      const search = (count: number) => {
        const note = [...above, ...Array.from({ length: count }, () => ITEM)].join('\n');
        const { followUps } = noteAt('a.md', Array.from({ length: count }, () => ITEM).join('\n'));
        const anchor = anchorOf(followUps.at(-1)!, followUps);
        return () => {
          const result = locate(note, anchor);
          assert.equal('refused' in result ? undefined : result.line - (count - 1), expected);
        };
      };
      assertLinear(search, 5_000, place);
    });
  }
});
