import assert from 'node:assert/strict';
import { applyEdits, lineEndOf } from '../../src/core/edit';

describe('Planned edits', () => {
  it('are made as if all at once, in whatever order they were planned', () => {
    const edits = [
      { start: 6, end: 11, text: 'there' },
      { start: 0, end: 5, text: 'Hullo' },
    ];
    assert.equal(applyEdits('Hello world', edits), 'Hullo there');
  });

  it('keep the order of insertions at one place', () => {
    const edits = [
      { start: 1, end: 1, text: 'b' },
      { start: 1, end: 1, text: 'c' },
    ];
    assert.equal(applyEdits('ad', edits), 'abcd');
  });

  it('are refused when they overlap', () => {
    const edits = [
      { start: 0, end: 3, text: '' },
      { start: 2, end: 4, text: '' },
    ];
    assert.throws(() => applyEdits('abcdef', edits));
  });

  it('use the line end of the note', () => {
    assert.equal(lineEndOf('a\r\nb\n'), '\r\n');
    assert.equal(lineEndOf('a\nb\r\n'), '\n');
    assert.equal(lineEndOf('a'), '\n');
  });
});
