import assert from 'node:assert/strict';
import { noteAt } from '../support/notes';

describe('A question', () => {
  const question = 'Who do you want to thank?';
  const answered = (...lines: readonly string[]): readonly boolean[] =>
    noteAt('1-1s/jane/2026-11-30.md', ['## People', '', ...lines]).meetings.flatMap(({ sections }) =>
      sections.flatMap(({ prompts }) => prompts.map((prompt) => prompt.answered)),
    );

  const blank = [
    ...['<br>', '&nbsp;', '<p></p>', '<!-- write here -->', '%% later %%', '\u200B', '- \u2060', '- <br/>'],
    ...['—', '–', '…', '• ', '☐ ', '→', '- …', '。', '{{answer}}', '<% tp.file.cursor() %>', '{{#if x}}{{/if}}'],
    ...['TBD', '*tbd*', '- TBC.', '(to be discussed)', 'xxx', '[...]', '[your answer]', 'Write your answer here'],
  ];
  for (const written of blank) {
    it(`has no answer in ${JSON.stringify(written)}`, () => {
      assert.deepEqual(answered(`**${question}**`, '', written, '', '## Next'), [false]);
    });
  }

  const written = [
    ...[
      'no',
      '👍',
      '✅',
      '- x',
      '42',
      'はい',
      '<b>Ana</b>',
      '<https://example.org>',
      '<ana@example.org>',
      '![](a.png)',
    ],
    ...['<img src="a.png">', '[[Ana]]', '[Ana](ana.md)', 'TBD with Ana', 'ask Ana <!-- soon -->'],
  ];
  for (const answer of written) {
    it(`has an answer in ${JSON.stringify(answer)}`, () => {
      assert.deepEqual(answered(`**${question}**`, '', answer), [true]);
    });
  }

  it('ignores a comment and a placeholder on its own line', () => {
    for (const behind of ['<!-- write here -->', '…', '{{answer}}', '&nbsp;', 'TBD']) {
      assert.deepEqual(answered(`- ${question} ${behind}`), [false], behind);
    }
  });

  it('may have its number inside the emphasis', () => {
    for (const line of [`**1. ${question}**`, `_2) ${question}_`, `### **4. ${question}**`]) {
      assert.deepEqual(answered(line, '', 'Ana'), [true], line);
    }
  });
});
