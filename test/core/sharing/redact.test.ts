import assert from 'node:assert/strict';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { checkShareable, publicText, redact } from '../../../src/core/sharing/redact';
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

/** What is left of a note, without the lines that are empty. */
function left(...lines: readonly string[]): string[] {
  return redact(new ParsedNote(lines.join('\n')))
    .text.split('\n')
    .filter((line) => line !== '');
}

const [OPEN, CLOSE] = ['<!-- private -->', '<!-- /private -->'];

describe('The public text of a note', () => {
  it('holds nothing between markers, nested ones too, in any case', () => {
    assert.deepEqual(left('a', OPEN, 'x', '<!-- PRIVATE -->', 'x', CLOSE, 'x', '<!--/Private-->', '', 'b'), ['a', 'b']);
  });

  it('holds nothing after a marker that nobody closed', () => {
    assert.deepEqual(left('a', OPEN, 'x', '', '## x', 'x'), ['a']);
  });

  it('takes markers in code for what they are, code', () => {
    assert.deepEqual(left('```', OPEN, '```', `\`${OPEN}\``, 'a'), ['```', OPEN, '```', `\`${OPEN}\``, 'a']);
    assert.deepEqual(left(OPEN, '', '```', CLOSE, 'x', '```', 'x', '', CLOSE, '', 'a'), ['a']);
  });

  it('holds nothing between markers in a quote, and nothing under a private heading in one', () => {
    assert.deepEqual(left('> a', '>', `> ${OPEN}`, '>', '> x', '>', `> ${CLOSE}`, '', 'b'), ['> a', '>', 'b']);
    assert.deepEqual(left('> ## Private', '> x', '', 'b'), ['b']);
  });

  it('is the same whatever ends a line', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const note = ['\uFEFF---', 'person: Jane', '---', 'a', '', OPEN, 'x', CLOSE, '', 'b'].join(end);
      assert.equal(redact(new ParsedNote(note)).text, '---\nperson: Jane\n---\na\n\n\n\n\n\nb');
    }
  });

  it('holds nothing under a private heading within a shared one, nor under a shared one within a private one', () => {
    assert.deepEqual(left('## People', 'a', '### Private', 'x', '### Wins', 'b'), ['## People', 'a', '### Wins', 'b']);
    assert.deepEqual(left('## Private', 'x', '### People', 'x', '## Process', 'b'), ['## Process', 'b']);
  });

  it('holds no item of which one line is private, and none of its children', () => {
    assert.deepEqual(left('- a', `- [ ] x ${OPEN}x${CLOSE}`, '  - x', '- b'), ['- a', '- b']);
  });

  it('holds no comment, even where it hides what would be read once it is gone', () => {
    assert.deepEqual(left('a <!-- x --> b %%x%%', '', '<!--', 'x', '-->', '', '%%', 'x', '%%'), ['a  b ']);
  });

  it('holds no comment of a heading, and the code there as it is', () => {
    assert.deepEqual(left('## a <!-- x --> b %%x%% `%%c%%`', '', 'd %%x', 'x%% e <!-- x', '', 'x -->'), [
      '## a  b  `%%c%%`',
      'd ',
      ' e <!-- x',
      'x -->',
    ]);
  });

  it('is empty if the file is private as a whole', () => {
    assert.equal(publicText('1-1s/jane-doe/private/2026-11-30.md', 'x'), '');
    assert.equal(publicText('1-1s/jane-doe/2026-11-30.md', '---\nprivate: true\n---\nx'), '');
    assert.equal(publicText('1-1s/jane-doe/2026-11-30.md', 'a'), 'a');
  });

  it('keeps every line at its place', () => {
    const note = ['a', '', OPEN, '', 'x', '', CLOSE, '', 'b'];
    assert.equal(
      redact(new ParsedNote(note.join('\n')))
        .text.split('\n')
        .indexOf('b'),
      note.indexOf('b'),
    );
  });
});
