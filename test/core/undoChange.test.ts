import assert from 'node:assert/strict';
import { Seeded } from '../../bench/seeded';
import { applyEdits, inverseOf, type NoteEdits, type TextEdit } from '../../src/core/edit';
import { undoChange } from '../../src/core/undoChange';

const TICKED: TextEdit = { start: 3, end: 4, text: 'x' };

function changed(before: string, ...edits: readonly TextEdit[]): NoteEdits {
  return { uri: 'file:///note.md', before, edits };
}

function undone(change: NoteEdits, textNow: string): string | undefined {
  const undo = undoChange(change, textNow);
  return undo && applyEdits(undo.before, undo.edits);
}

describe('The inverse of a change', () => {
  it('restores any text that any edits have changed, whatever its line ends', () => {
    const random = new Seeded(9);
    for (let round = 0; round < 3_000; round++) {
      const before = randomText(random);
      const edits = randomEdits(random, before);
      const change = changed(before, ...edits);
      const after = applyEdits(before, edits);
      const inverse = inverseOf(change);
      const what = JSON.stringify({ before, edits });
      assert.equal(inverse.before, after, what);
      assert.equal(applyEdits(after, inverse.edits), before, what);
      assert.equal(undone(change, after), before, what);
    }
  });
});

describe('Undo of a change', () => {
  for (const feed of ['\n', '\r\n']) {
    const before = `- [ ] Call${feed}- [ ] Write${feed}`;
    const left = before.replace('[ ]', '[x]');
    const change = changed(before, TICKED);

    it(`keeps what was typed above and below, with ${JSON.stringify(feed)} between lines`, () => {
      assert.equal(undone(change, `Typed${feed}${left}`), `Typed${feed}${before}`);
      assert.equal(undone(change, `${left}Typed`), `${before}Typed`);
      assert.equal(undone(change, left.replace('Write', 'Write it')), before.replace('Write', 'Write it'));
    });

    it(`is refused where the changed line no longer reads the same, with ${JSON.stringify(feed)} between lines`, () => {
      for (const now of [
        left.replace('Call', 'Call them'),
        `Typed ${left}`,
        left.replace('Call', 'Call '),
        before,
        '',
      ]) {
        assert.equal(undone(change, now), undefined, JSON.stringify(now));
      }
    });
  }

  it('is refused where the last line went on', () => {
    assert.equal(undone(changed('- [ ] Call', TICKED), '- [x] Call them'), undefined);
    assert.equal(undone(changed('- [ ] Call', TICKED), '- [x] Call\nthem'), '- [ ] Call\nthem');
  });

  it('is refused where one of two equal lines was deleted', () => {
    const change = changed('- [ ] Call\n- [x] Call\n', TICKED);
    assert.equal(undone(change, '- [x] Call\n'), undefined);
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
