import assert from 'node:assert/strict';
import { noteAt } from '../support/notes';

const PATH = '1-1s/jane-doe/2026-11-30.md';

function ratingsIn(...lines: string[]): unknown {
  const said = noteAt(PATH, ['# Jane Doe', '', ...lines]).meetings[0]?.ratings;
  return said && { challenge: said.challenge, skill: said.skill };
}

describe('Ratings in a note', () => {
  it('are read from one line, with decimals after a point or a comma', () => {
    assert.deepEqual(ratingsIn('[challenge:: 8] [skill:: 6]'), { challenge: 8, skill: 6 });
    assert.deepEqual(ratingsIn('[challenge::7.5][skill::6,25]'), { challenge: 7.5, skill: 6.25 });
  });

  it('may stand in either order, with words around, and in a list item', () => {
    assert.deepEqual(ratingsIn('- Today [skill:: 3], and [challenge:: 9] for work'), { challenge: 9, skill: 3 });
  });

  it('may stand on a later line of a paragraph', () => {
    assert.deepEqual(ratingsIn('So it goes', '[challenge:: 8] [skill:: 6]'), { challenge: 8, skill: 6 });
  });

  it('are those of the last line that can be read', () => {
    const lines = ['[challenge:: 8] [skill:: 6]', '', '[challenge:: 2] [skill:: 3]', '', '[challenge:: ] [skill:: 3]'];
    assert.deepEqual(ratingsIn(...lines), { challenge: 2, skill: 3 });
  });

  for (const line of [
    '[challenge:: 11] [skill:: 6]',
    '[challenge:: eleven] [skill:: 6]',
    '[challenge:: ] [skill:: ]',
    '[challenge:: -1] [skill:: 6]',
    '[challenge:: 8]',
    '`[challenge:: 8] [skill:: 6]`',
    '    [challenge:: 8] [skill:: 6]',
    '> [challenge:: 8] [skill:: 6]',
    '<!-- [challenge:: 8] [skill:: 6] -->',
  ]) {
    it(`are not read from ${line.trim()}${line.startsWith(' ') ? ' in code' : ''}`, () => {
      assert.equal(ratingsIn(line), undefined);
    });
  }

  it('belong to the entry of a log that they stand in', () => {
    const { meetings } = noteAt('1-1s/Jane Doe.md', [
      '## 2026-11-23',
      '',
      '[challenge:: 8] [skill:: 6]',
      '',
      '## 2026-11-30',
      '',
      'Nothing',
    ]);
    assert.deepEqual(
      meetings.map(({ ratings }) => ratings),
      [{ challenge: 8, skill: 6, private: false }, undefined],
    );
  });

  it('are private where they stand below a private heading, or in a private note', () => {
    for (const lines of [
      ['## Private', '', '[challenge:: 8] [skill:: 6]'],
      ['---', 'private: true', '---', '[challenge:: 8] [skill:: 6]'],
    ]) {
      assert.equal(noteAt(PATH, lines).meetings[0]?.ratings?.private, true);
    }
  });

  it('are kept in hundredths: nobody feels more', () => {
    assert.deepEqual(ratingsIn('[challenge:: 0.0000001] [skill:: 6.129]'), { challenge: 0, skill: 6.13 });
  });

  it('with a chart below leave the words of the section to what somebody wrote', () => {
    const chart = ['<!-- one-on-one:chart abc -->', '', '| a | b |', '| --- | --- |', '', '<!-- /one-on-one:chart -->'];
    const note = noteAt(PATH, ['## Ratings', '', '[challenge:: 8] [skill:: 6]', '', ...chart, '', 'Three words more']);
    assert.equal(note.meetings[0]?.sections[0]?.words, 4 + 3);
  });
});
