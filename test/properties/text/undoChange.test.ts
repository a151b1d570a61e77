import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { applyEdits, inverseOf, type TextEdit, undoChange } from '../../../src/core/text/edit';
import { forRandomCases } from '../support/randomCases';

describe('The inverse of a change', () => {
  it('restores any text that any edits have changed, whatever its line ends', () => {
    forRandomCases({ usual: 3_000, long: 200_000 }, (random) => {
      const before = randomText(random);
      const edits = randomEdits(random, before);
      const change = { uri: 'file:///note.md', before, edits };
      const after = applyEdits(before, edits);
      const inverse = inverseOf(change);
      const undo = undoChange(change, after);
      const what = JSON.stringify({ before, edits });
      assert.equal(inverse.before, after, what);
      assert.equal(applyEdits(after, inverse.edits), before, what);
      assert.equal(undo && applyEdits(undo.before, undo.edits), before, what);
    });
  });
});

function randomText(random: Seeded): string {
  const pieces = ['- [ ] a', '- [x] a', '\n', '\n', '\r\n', ' ', 'é', '😀', ''];
  return Array.from({ length: random.between(0, 12) }, () => random.pick(pieces)).join('');
}

/** Edits that do not overlap, in no particular order; several may touch one offset. */
function randomEdits(random: Seeded, text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = 0; at <= text.length;) {
    const start = Math.min(text.length, at + random.between(0, 4));
    const end = Math.min(text.length, start + random.between(0, 3));
    if (random.chance(0.3)) edits.push({ start, end: start, text: random.pick(['y', '\n']) });
    edits.push({ start, end, text: random.pick(['', 'x', '\n', 'new\r\nline']) });
    at = end === at ? end + 1 : end;
  }
  return random.chance(0.5) ? edits.reverse() : edits;
}
