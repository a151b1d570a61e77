import assert from 'node:assert/strict';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { checkShareable } from '../../../src/core/sharing/checkShareable';
import { wordMessage } from '../../../src/core/text/message';

function refused(lines: readonly string[], path = '1-1s/jane-doe/2026-11-30.md'): string {
  const refusal = checkShareable(path, new ParsedNote(lines.join('\n')));
  return refusal ? wordMessage(refusal.refused) : '';
}

describe('What is shared of a note in doubt', () => {
  it('is nothing of a note that is private as a whole', () => {
    assert.match(refused(['---', 'private: true', '---', 'a']), /private as a whole/);
    assert.match(refused(['a'], '1-1s/jane-doe/private/2026-11-30.md'), /private as a whole/);
  });

  it('is nothing when it is not sure what is private, and the line is named', () => {
    const cases: readonly (readonly [line: number, ...lines: readonly string[]])[] = [
      [3, 'a', '', '<!-- private -->', 'b'],
      [2, 'a', 'x <!-- /private -->'],
      [
        9,
        '<!-- private -->',
        '',
        '<!-- private -->',
        '',
        'b',
        '<!-- /private -->',
        '',
        '<!-- /private -->',
        '<!-- /private -->',
      ],
      [3, '---', 'person: Jane', 'tags: [a', '---', 'b'],
      [3, '', '---', 'private: true', '---', 'b'],
      [2, '---', 'private: true', 'b'],
      [1, '##Private', 'b'],
      [3, 'a', '', '    ## Private', '', 'b'],
      [2, '<div>', '## Private', 'b', '</div>'],
      [1, '%% private %%', 'b'],
      [1, '::: private', 'b'],
      [3, 'a', '', '<div class="private">', '', 'b'],
      [1, '#region private', 'b'],
      [1, '<!-- x --> ## Private', 'b'],
      [1, '<!-- private until Jane knows -->', 'b', '<!-- /private -->'],
      [1, '> <!--', '', '> private', '> -->'],
      [1, '```', '## Private', 'b'],
      [3, '- a', '', '  ~~~', '  b'],
      [1, '<!-- a', '', '## b'],
      [1, '%%', 'b'],
      [1, '<pre>', '## Private', 'b'],
    ];
    for (const [line, ...lines] of cases) {
      assert.match(refused(lines), new RegExp(`^Line ${line}: [^]{20,}\\.$`), lines.join('|'));
      assert.equal(checkShareable('1-1s/jane-doe/2026-11-30.md', new ParsedNote(lines.join('\n')))?.line, line - 1);
    }
  });

  it('is not refused for words and code that only speak of what is private', () => {
    for (const lines of [
      ['A private matter, he says. Not confidential.'],
      ['- Private beta: starts in May', '- our private repository'],
      ['```', '## Private', '<!-- private -->', '```'],
      ['Write `<!-- private -->`, and `🔓`.'],
      ['---', '', 'a'],
      ['a', '', '---', '', 'b'],
    ]) {
      assert.equal(refused(lines), '', lines.join('|'));
    }
  });
});
