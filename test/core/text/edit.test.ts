import assert from 'node:assert/strict';
import { applyEdits, lineEndOf, sortEdits } from '../../../src/core/text/edit';

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

  it('put what belongs to a line before what begins a new one at its end', () => {
    const edits = [
      { start: 3, end: 3, text: '\n\nnew entry\n' },
      { start: 3, end: 3, text: ' (mark)' },
      { start: 3, end: 3, text: ' [field]' },
    ];
    const windows = edits.map((edit) => ({ ...edit, text: edit.text.replaceAll('\n', '\r\n') }));
    assert.equal(applyEdits('old', edits), 'old (mark) [field]\n\nnew entry\n');
    assert.equal(applyEdits('old', windows), 'old (mark) [field]\r\n\r\nnew entry\r\n');
    assert.deepEqual(
      sortEdits(edits).map(({ text }) => text),
      [' (mark)', ' [field]', '\n\nnew entry\n'],
    );
  });

  it('put an insertion before the text that is replaced there, and after the text that ends there', () => {
    const edits = [
      { start: 2, end: 2, text: '|' },
      { start: 2, end: 4, text: 'C' },
      { start: 0, end: 2, text: 'A' },
    ];
    assert.equal(applyEdits('aabb', edits), 'A|C');
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
