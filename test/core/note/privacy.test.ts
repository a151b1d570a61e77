import assert from 'node:assert/strict';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { isPrivateNote } from '../../../src/core/note/privacy';
import { isInRange } from '../../../src/core/text/range';

const OPEN = '<!-- private -->';
const CLOSE = '<!-- /private -->';

/** The lines that are private, without blank ones. */
function privateLines(...lines: string[]): string[] {
  const text = lines.join('\n');
  const { ranges } = new ParsedNote(text).privacy;
  return lines.filter((line, at) => line.trim() !== '' && isInRange(ranges, at));
}

function unbalanced(...lines: string[]): readonly number[] {
  const text = lines.join('\n');
  return new ParsedNote(text).privacy.doubts.map(({ line }) => line);
}

describe('A private name', () => {
  it('may be joined by capitals, in notes with and without front matter', () => {
    for (const name of ['isPrivate', 'mySensitive', 'teamConfidential']) {
      const code = [`\`\`\`${name}`, 'secret', '```'];
      assert.deepEqual(privateLines('# Notes', ...code), code, name);
      assert.deepEqual(privateLines('---', 'type: 1on1', '---', '# Notes', ...code), code, name);
    }
  });
});

describe('A private heading', () => {
  it('is known by every synonym and in every dress', () => {
    for (const heading of [
      '# Private',
      '###### PRIVATE ######',
      '## **Private**:',
      '## 🔒 Whatever it says',
      '## Salary 🔒',
      '## Private notes',
      '## Manager notes',
      '## Manager’s notes',
      '## 3. _Confidential_',
      '## Private: salary',
      '## Confidential (me only)',
      '## Private – the case',
      '## Private <!-- mine -->',
      'Private\n---',
      '## Vertraulich',
      '## Privé : salaire',
      '## 非公開',
    ]) {
      assert.deepEqual(privateLines(...heading.split('\n'), 'secret').at(-1), 'secret', heading);
    }
  });

  it('errs on the side of private where the word occurs in it', () => {
    for (const heading of ['## Private beta', '## Her private school', '##Private', '## Internal: pay']) {
      assert.deepEqual(privateLines(heading, 'secret'), [heading, 'secret'], heading);
    }
  });

  it('is not a heading with a similar or negated word', () => {
    for (const heading of [
      '## Privately held companies',
      '## Not private',
      '## Semi-private',
      '## Privatization',
      '## Internal tools',
      '## Not internal',
      '## What I want to see for myself',
      '## Praise in public or in private',
    ]) {
      assert.deepEqual(privateLines(heading, 'shared'), [], heading);
    }
  });

  it('holds all below it, and ends at the next heading of its level or above', () => {
    assert.deepEqual(privateLines('## Private', 'a', '### People', 'b', '#### Deep', 'c', '## People', 'shared'), [
      '## Private',
      'a',
      '### People',
      'b',
      '#### Deep',
      'c',
    ]);
    assert.deepEqual(privateLines('## People', 'shared', '### Private', 'a', '### Shared', 'b', '# Next', 'c'), [
      '### Private',
      'a',
    ]);
  });

  it('in a quote or an item reaches no further than that', () => {
    assert.deepEqual(privateLines('> ## Private', '> a', '> ## People', '> b', '', 'shared'), ['> ## Private', '> a']);
    assert.deepEqual(privateLines('> ## Private', '> a', '', 'shared'), ['> ## Private', '> a']);
    assert.deepEqual(privateLines('- ## Private', '  a', '- shared'), ['- ## Private', '  a']);
  });

  it('is not ended by a heading in a quote or an item below it', () => {
    assert.deepEqual(
      privateLines('## Private', '> # Quoted', '> x', '', '- # In an item', '', 'secret').at(-1),
      'secret',
    );
  });

  it('is none in code', () => {
    assert.deepEqual(privateLines('```', '## Private', '```', 'shared'), []);
  });
});

describe('Private markers', () => {
  it('make private what stands between them, their own lines included', () => {
    assert.deepEqual(privateLines('a', OPEN, 'b', '', '## Heading', 'c', CLOSE, 'd'), [
      OPEN,
      'b',
      '## Heading',
      'c',
      CLOSE,
    ]);
  });

  it('may be written in any case, with any space, over several lines, and anywhere in a line', () => {
    assert.deepEqual(privateLines('<!--PRIVATE-->', 'a', '<!--  / Private\t-->', 'b').at(-1), '<!--  / Private\t-->');
    assert.deepEqual(privateLines('<!--', 'private', '-->', 'a', CLOSE, 'b').slice(-2), ['a', CLOSE]);
    assert.deepEqual(privateLines('a', `b ${OPEN}secret${CLOSE} c`, 'd'), [`b ${OPEN}secret${CLOSE} c`]);
    assert.deepEqual(privateLines(`a ${OPEN} b`, 'c', `d ${CLOSE} e`, 'f').length, 3);
  });

  it('nest', () => {
    assert.deepEqual(privateLines(OPEN, 'a', OPEN, 'b', CLOSE, 'c', CLOSE, 'd').at(-2), 'c');
    assert.deepEqual(unbalanced(OPEN, OPEN, CLOSE, CLOSE), []);
  });

  it('work in a quote, in a list, in HTML and with CRLF', () => {
    assert.deepEqual(privateLines(`> ${OPEN}`, '> a', `> ${CLOSE}`, '> b').length, 3);
    assert.deepEqual(privateLines('- a', `- ${OPEN}`, '- b', `- ${CLOSE}`, '- c').length, 3);
    assert.deepEqual(privateLines('<div>', OPEN, 'a', CLOSE, '</div>').length, 3);
    const text = `a\r\n\r\n${OPEN}\r\n\r\nb\r\n\r\n${CLOSE}\r\n\r\nc\r\n`;
    assert.deepEqual(new ParsedNote(text).privacy.ranges, [{ line: 2, endLine: 6 }]);
  });

  it('are none in code, fenced, indented or inline, and end nothing from there', () => {
    for (const lines of [
      ['```', OPEN, '```'],
      ['~~~ md', OPEN],
      ['text', '', `    ${OPEN}`, ''],
      [`write \`${OPEN}\` so`],
      ['a `b', `c ${OPEN} d\` e`],
      [`\`\` \` ${OPEN} \`\``],
    ]) {
      assert.deepEqual(privateLines(...lines, 'shared'), [], lines.join('|'));
      assert.deepEqual(unbalanced(...lines), [], lines.join('|'));
    }
    for (const closer of [['```', CLOSE, '```'], [`end it with \`${CLOSE}\``], ['', `    ${CLOSE}`, '']]) {
      assert.deepEqual(privateLines(OPEN, ...closer, 'hers', CLOSE, 'shared').slice(-2), ['hers', CLOSE]);
    }
  });

  it('are real where backticks are none: escaped, unpaired, in a tag', () => {
    assert.deepEqual(unbalanced(`\\\`${OPEN}\``), [0]);
    assert.deepEqual(unbalanced(`\`\`${OPEN}\``), [0]);
    assert.deepEqual(unbalanced(`<a title="\`">${OPEN}</a> \``), [0]);
    assert.deepEqual(unbalanced(`a \``, '', `${OPEN} \``), [2]);
  });

  it('are none when they are part of another comment', () => {
    assert.deepEqual(unbalanced(`<!-- write ${OPEN}`), []);
  });

  it('without a partner are named, and what is not closed is private to the end', () => {
    assert.deepEqual(unbalanced('a', CLOSE, 'b', OPEN, 'c'), [1, 3]);
    assert.deepEqual(privateLines('a', OPEN, 'b', '', '## People', 'c').at(-1), 'c');
    assert.deepEqual(unbalanced(OPEN, 'a', OPEN, CLOSE, 'b'), [0]);
    assert.deepEqual(privateLines(OPEN, 'a', OPEN, CLOSE, 'b').at(-1), 'b');
  });

  it('are no front matter’s', () => {
    assert.deepEqual(unbalanced('---', `x: "${OPEN}"`, '---', 'a'), []);
  });
});

describe('A list item', () => {
  it('is private with its children when its own text is, wherever in it the markers stand', () => {
    assert.deepEqual(privateLines(`- a ${OPEN}b${CLOSE}`, '  - child', '', '    more', '- c').length, 3);
    assert.deepEqual(privateLines('- [ ] a', `  b ${OPEN}c${CLOSE}`, '  - child', '- d').length, 3);
  });

  it('is not when only a child is', () => {
    assert.deepEqual(privateLines('- a', `  - ${OPEN}b${CLOSE}`, '  - c'), [`  - ${OPEN}b${CLOSE}`]);
  });
});

describe('A whole note', () => {
  const isPrivate = (path: string, ...frontMatter: string[]): boolean => {
    const text = ['---', ...frontMatter, '---', ''].join('\n');
    return isPrivateNote(path, new ParsedNote(text));
  };

  it('is private by the name of its file or of a folder above it', () => {
    for (const path of [
      'private/x.md',
      '1-1s/jane/Private/x.md',
      'PRIVATE/a/b.md',
      '_private/x.md',
      'Private notes/x.md',
    ]) {
      assert.ok(isPrivate(path), path);
    }
    for (const path of ['private.md', '1-1s/jane/2026-11-30 (private).md', 'x/jane-confidential.md']) {
      assert.ok(isPrivate(path), path);
    }
    for (const path of ['privateer.md', 'not-private/x.md', 'private-equity/x.md', 'internal/x.md']) {
      assert.ok(!isPrivate(path), path);
    }
  });

  it('is private when its front matter says so, or says something doubtful', () => {
    for (const line of [
      'private: true',
      'Private: TRUE',
      'private: yes',
      'private: 1',
      'private: mostly',
      'private: [a]',
    ]) {
      assert.ok(isPrivate('x.md', line), line);
    }
    assert.ok(isPrivate('x.md', 'PRIVATE: false', 'private: true'));
    assert.ok(isPrivate('x.md', 'private: true', 'tags: [unreadable'));
    for (const line of ['private: false', 'private: no', 'private:', 'private: ""', 'privateer: true']) {
      assert.ok(!isPrivate('x.md', line), line);
    }
  });
});
