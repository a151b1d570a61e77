import assert from 'node:assert/strict';
import { scan } from '../../../src/core/markdown/scan';
import { blockLines } from './blockLines';

describe('The blocks of a note', () => {
  it('are headings, items with their paragraphs, and text, each with its lines and content', () => {
    assert.deepEqual(
      blockLines(
        '# Jane, 2026-11-30 #',
        '',
        '## Follow-ups',
        '',
        '- [ ] Send the deck',
        '  by mail',
        '',
        'Some text',
        'on two lines',
      ),
      [
        'h1 0 Jane, 2026-11-30',
        'h2 2 Follow-ups',
        'item 4-5 [ ] Send the deck⏎  by mail',
        '  paragraph 4-5 [ ] Send the deck⏎  by mail',
        'paragraph 7-8 Some text⏎on two lines',
      ],
    );
  });

  it('begin below the front matter, with the line numbers of the whole note', () => {
    assert.deepEqual(blockLines('---', 'todo: |', '  - [ ] no task', '---', '- [ ] a task'), [
      'item 4 [ ] a task',
      '  paragraph 4 [ ] a task',
    ]);
  });

  it('include a thematic break where the front matter is never closed', () => {
    assert.deepEqual(blockLines('---', '', '- [ ] a task'), [
      'break 0 ---',
      'item 2 [ ] a task',
      '  paragraph 2 [ ] a task',
    ]);
  });

  it('include the position of their marker, for edits', () => {
    const text = '## Agenda\n> 12) [ ] a task\n';
    const blocks = scan(text).map(({ kind, marker, start }) => [kind, text.slice(marker, start)]);
    assert.deepEqual(blocks, [
      ['heading', '## '],
      ['quote', '> '],
      ['item', '12) '],
      ['paragraph', ''],
    ]);
  });

  it('know the item or quote that holds them', () => {
    assert.deepEqual(
      scan('> - a\n>\n>   b\n\nc').map(({ kind, parent }) => [kind, parent]),
      [
        ['quote', -1],
        ['item', 0],
        ['paragraph', 1],
        ['paragraph', 1],
        ['paragraph', -1],
      ],
    );
  });

  it('end where their text ends, not at the blank lines after it', () => {
    assert.deepEqual(blockLines('- a  ', '', '', '      code  ', '  ', '> b', '>', '', ''), [
      'item 0-3 a  ⏎⏎⏎      code',
      '  paragraph 0 a',
      '  code 3 code',
      'quote 5 b',
      '  paragraph 5 b',
    ]);
  });

  it('are the same whether lines end with LF, CRLF or CR, or the last one does not end', () => {
    const lines = ['# a', '', '- b', '  c', '    - d', '```', 'e', '```', 'f', '==='];
    const outline = (ending: string, last: string): unknown =>
      scan(lines.join(ending) + last).map(({ kind, line, endLine, level, parent }) => [
        kind,
        line,
        endLine,
        level,
        parent,
      ]);
    const expected = outline('\n', '');
    for (const ending of ['\n', '\r\n', '\r']) {
      assert.deepEqual(outline(ending, ''), expected);
      assert.deepEqual(outline(ending, ending), expected);
    }
    assert.deepEqual(
      scan('a\n\rb\r\nc').map(({ line, endLine }) => [line, endLine]),
      [
        [0, 0],
        [2, 3],
      ],
    );
  });

  it('do not end lines at U+2028, U+0085, NUL or a form feed', () => {
    assert.deepEqual(blockLines('a\u2028- b\u0085- c\0- d\f- e'), ['paragraph 0 a\u2028- b\u0085- c\0- d\f- e']);
  });

  it('are empty for an empty note', () => {
    assert.deepEqual(scan(''), []);
    assert.deepEqual(scan('\uFEFF', { bodyStart: 1, bodyLine: 0 }), []);
    assert.deepEqual(scan(' \n\t\r\n\r'), []);
  });
});

describe('A list item', () => {
  it('has one of five markers followed by a blank', () => {
    const markers = ['-', '*', '+', '1.', '1)', '123456789.'];
    for (const marker of markers) assert.deepEqual(blockLines(`${marker} a`), ['item 0 a', '  paragraph 0 a']);
    for (const marker of ['-a', '1.a', '1234567890. a', 'a. b', '–  a', '•  a', '-\u00a0a']) {
      assert.deepEqual(blockLines(marker), [`paragraph 0 ${marker}`]);
    }
  });

  it('nested with four spaces, or a tab, is an item and not code', () => {
    for (const indent of ['  ', '    ', '\t']) {
      assert.deepEqual(blockLines('- a', `${indent}- [ ] b`), [
        `item 0-1 a⏎${indent}- [ ] b`,
        '  paragraph 0 a',
        '  item 1 [ ] b',
        '    paragraph 1 [ ] b',
      ]);
    }
  });

  it('without text has no paragraph, and takes what follows its blank line for something else', () => {
    assert.deepEqual(blockLines('- ', '-', '', '  a'), ['item 0', 'item 1', 'paragraph 3 a']);
  });

  it('may begin with the line below its marker', () => {
    assert.deepEqual(blockLines('-', '  a'), ['item 0-1 ⏎  a', '  paragraph 1 a']);
  });

  it('contains lines indented to its text, and the continuation lines of its paragraph at any indent', () => {
    assert.deepEqual(blockLines('10. a', 'b', '', '    c', '', '   d'), [
      'item 0-3 a⏎b⏎⏎    c',
      '  paragraph 0-1 a⏎b',
      '  paragraph 3 c',
      'paragraph 5 d',
    ]);
  });

  it('interrupts a paragraph only with text, and with the number 1 if it has one', () => {
    assert.deepEqual(blockLines('In', '2026. was fine', '-', 'so', '1. a'), [
      'h2 0-2 In⏎2026. was fine',
      'paragraph 3 so',
      'item 4 a',
      '  paragraph 4 a',
    ]);
    assert.deepEqual(blockLines('a', '*', '1)'), ['paragraph 0-2 a⏎*⏎1)']);
  });

  it('can be a mere marker of further items', () => {
    assert.deepEqual(blockLines('- 1. - a'), ['item 0 1. - a', '  item 0 - a', '    item 0 a', '      paragraph 0 a']);
  });

  it('is a thematic break if the line has only three markers', () => {
    assert.deepEqual(blockLines('- - -', '* * a'), ['break 0 - - -', 'item 1 * a', '  item 1 a', '    paragraph 1 a']);
  });
});

describe('A heading', () => {
  it('has one to six #, followed by a blank, and optional ones at its end', () => {
    assert.deepEqual(blockLines('#', '## a ##  ', '###\tb # b', '###### c#', '# \\#', '## ##'), [
      'h1 0',
      'h2 1 a',
      'h3 2 b # b',
      'h6 3 c#',
      'h1 4 \\#',
      'h2 5',
    ]);
    assert.deepEqual(blockLines('#a', '', '####### b', '', '    # c'), [
      'paragraph 0 #a',
      'paragraph 2 ####### b',
      'code 4 # c',
    ]);
  });

  it('can be a paragraph with a line of = or - below it', () => {
    assert.deepEqual(blockLines('a', 'b', '===', 'c', '-'), ['h1 0-2 a⏎b', 'h2 3-4 c']);
    assert.deepEqual(blockLines('> a', '---', '- b', '==='), [
      'quote 0 a',
      '  paragraph 0 a',
      'break 1 ---',
      'item 2-3 b⏎===',
      '  paragraph 2-3 b⏎===',
    ]);
  });
});

describe('Code', () => {
  it('hides the tasks in it, between fences, in quotes and items, and unclosed to the end', () => {
    assert.deepEqual(blockLines('```md', '- [ ] a', '~~~', '````', '', '~~~', '- [ ] b', '', '# c'), [
      'code 0-3 md⏎- [ ] a⏎~~~⏎````',
      'code 5-8 ⏎- [ ] b⏎⏎# c',
    ]);
  });

  it('ends with the quote or item that holds it', () => {
    assert.deepEqual(blockLines('> ```', '> - [ ] a', '- [ ] b', '  ```', '  - [ ] c', '', '- [ ] d'), [
      'quote 0-1 ```⏎> - [ ] a',
      '  code 0-1 ⏎> - [ ] a',
      'item 2-5 [ ] b⏎  ```⏎  - [ ] c⏎',
      '  paragraph 2 [ ] b',
      '  code 3-5 ⏎  - [ ] c⏎',
      'item 6 [ ] d',
      '  paragraph 6 [ ] d',
    ]);
  });

  it('can be indented by four columns, but does not interrupt a paragraph', () => {
    assert.deepEqual(blockLines('    - [ ] a', '', '\t- [ ] b', '', 'c', '    - [ ] d'), [
      'code 0-2 - [ ] a⏎⏎\t- [ ] b',
      'paragraph 4-5 c⏎    - [ ] d',
    ]);
  });

  it('is not begun by a fence of inline code', () => {
    assert.deepEqual(blockLines('``` a ``` b', '', '- [ ] c'), [
      'paragraph 0 ``` a ``` b',
      'item 2 [ ] c',
      '  paragraph 2 [ ] c',
    ]);
  });
});

describe('HTML', () => {
  it('hides the tasks in a comment, up to its end or the end of the note', () => {
    assert.deepEqual(blockLines('<!-- a', '', '- [ ] b', '--> c', '- [ ] d', '', '<!--', '- [ ] e', ''), [
      'html 0-3 <!-- a⏎⏎- [ ] b⏎--> c',
      'item 4 [ ] d',
      '  paragraph 4 [ ] d',
      'html 6-7 <!--⏎- [ ] e',
    ]);
  });

  it('ends at a blank line if it began with a tag', () => {
    assert.deepEqual(blockLines('<details>', '- [ ] a', '', '- [ ] b', '</details>'), [
      'html 0-1 <details>⏎- [ ] a',
      'item 3 [ ] b',
      '  paragraph 3 [ ] b',
      'html 4 </details>',
    ]);
  });

  it('is text where an unknown tag continues a paragraph', () => {
    assert.deepEqual(blockLines('a', '<b>'), ['paragraph 0-1 a⏎<b>']);
    assert.deepEqual(blockLines('<b class="c" d>'), ['html 0 <b class="c" d>']);
  });
});

describe('A comment of Obsidian', () => {
  it('hides everything between two %%', () => {
    assert.deepEqual(blockLines('a', '%% b', '', '- [ ] c', '```', 'd %%', '- [ ] e', '%% - [ ] f %%'), [
      'paragraph 0 a',
      'comment 1-5 %% b⏎⏎- [ ] c⏎```⏎d %%',
      'item 6 [ ] e',
      '  paragraph 6 [ ] e',
      'comment 7 %% - [ ] f %%',
    ]);
  });

  it('lasts to the end of the note if nothing closes it', () => {
    assert.deepEqual(blockLines('%%', '- [ ] a', ''), ['comment 0-1 %%⏎- [ ] a']);
  });

  it('is part of the text before or after it on the same line', () => {
    assert.deepEqual(blockLines('%% a %% b', '', 'c %%', '- [ ] d'), [
      'paragraph 0 %% a %% b',
      'paragraph 2 c %%',
      'item 3 [ ] d',
      '  paragraph 3 [ ] d',
    ]);
  });

  it('does not close the item or quote that contains it', () => {
    assert.deepEqual(blockLines('- a', '  %%', 'b', '%%', '  - [ ] c'), [
      'item 0-4 a⏎  %%⏎b⏎%%⏎  - [ ] c',
      '  paragraph 0 a',
      '  comment 1-3 %%⏎b⏎%%',
      '  item 4 [ ] c',
      '    paragraph 4 [ ] c',
    ]);
  });

  it('has no effect within code', () => {
    assert.deepEqual(blockLines('```', '%%', '```', '- [ ] a'), [
      'code 0-2 ⏎%%⏎```',
      'item 3 [ ] a',
      '  paragraph 3 [ ] a',
    ]);
  });
});
