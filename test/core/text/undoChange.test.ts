import assert from 'node:assert/strict';
import { applyEdits, type NoteEdits, type TextEdit, undoChange } from '../../../src/core/text/edit';

const TICKED: TextEdit = { start: 3, end: 4, text: 'x' };

function changed(before: string, ...edits: readonly TextEdit[]): NoteEdits {
  return { uri: 'file:///note.md', before, edits };
}

function undone(change: NoteEdits, textNow: string): string | undefined {
  const undo = undoChange(change, textNow);
  return undo && applyEdits(undo.before, undo.edits);
}

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
