import assert from 'node:assert/strict';
import { locate, type LineAnchor } from '../../../src/core/followUp/locate';
import { wordMessage } from '../../../src/core/text/message';

const item = '- [ ] Send deck';

/** The line where it was found, or why not. */
function found(note: readonly string[], proof: LineAnchor): number | string {
  const result = locate(note.join('\n'), proof);
  return 'refused' in result ? wordMessage(result.refused) : result.line;
}

const GONE = /no longer in the note/;
const UNSURE = /several times.*unclear which one is meant/;

describe('a line to be changed', () => {
  it('is the same text at the same line', () => {
    assert.equal(found(['# Note', item], { line: 1, source: item }), 1);
  });

  it('is found again where lines were added or removed above', () => {
    assert.equal(found(['# Note', 'new', item], { line: 1, source: item }), 2);
    assert.equal(found([item], { line: 1, source: item }), 0);
  });

  it('is located with its position in the note, without line ends', () => {
    const note = `a\r\n> ${item}\r\n> to Jane\r\n`;
    const result = locate(note, { line: 1, source: `> ${item}` });
    assert.ok(!('refused' in result));
    assert.equal(note.slice(result.start, result.end), `> ${item}`);
    assert.equal(note.slice(result.paragraph.start, result.paragraph.end), '[ ] Send deck\r\n> to Jane');
  });

  describe('with an identical line', () => {
    const second = { line: 2, source: item, identicalLines: [1, 2] };

    it('is the second one, after a line was inserted above', () => {
      assert.equal(found(['# Note', item, item], second), 2);
      assert.equal(found(['# Note', 'new', item, item], second), 3);
      assert.equal(found(['# Note', 'new', item, item], { ...second, line: 1 }), 2);
    });

    it('is the one at its place, after a third was added below', () => {
      assert.equal(found(['# Note', item, item, 'text', item], second), 2);
    });

    it('is found with its twin, after lines were inserted above both', () => {
      const apart = { line: 3, source: item, identicalLines: [1, 3] };
      assert.equal(found(['# Note', 'x', 'y', item, 'text', item], apart), 5);
    });

    it('is not guessed after its twin was removed, ticked, or moved', () => {
      assert.match(String(found(['# Note', item], second)), UNSURE);
      assert.match(String(found(['# Note', '- [x] Send deck', item], second)), UNSURE);
      assert.match(String(found([item, '# Note', item], second)), UNSURE);
    });

    it('is not guessed after another came and they moved', () => {
      assert.match(String(found(['a', 'b', item, item, item], second)), UNSURE);
      assert.match(String(found([item, 'a', 'b', item, item], second)), UNSURE);
    });
  });

  it('is not guessed when a second one came and it is at neither place', () => {
    assert.match(String(found(['a', 'b', item, item], { line: 1, source: item })), UNSURE);
  });

  it('is gone when its text was changed, or is only part of a line', () => {
    assert.match(String(found(['# Note', `${item}s`], { line: 1, source: item })), GONE);
    assert.match(String(found(['# Note', ` ${item}`], { line: 1, source: item })), GONE);
    assert.match(String(found([''], { line: 0, source: item })), GONE);
  });

  it('is never one that is now in code, a comment or front matter', () => {
    for (const around of [
      ['```', '```'],
      ['<!--', '-->'],
      ['%%', '%%'],
      ['---', '---'],
    ]) {
      assert.match(String(found([around[0]!, item, around[1]!], { line: 1, source: item })), GONE);
    }
    assert.equal(found(['```', item, '```', '', item], { line: 1, source: item }), 4);
  });

  it('is found among merge-conflict markers', () => {
    const note = ['<<<<<<< HEAD', item, '=======', '- [x] Send deck', '>>>>>>> branch'];
    assert.equal(found(note, { line: 0, source: item }), 1);
  });
});
