import assert from 'node:assert/strict';
import { namesInTitle } from '../../../src/core/note/namesInTitle';
import { forRandomCases } from '../support/randomCases';

const PIECES = [
  ...[
    'Jane',
    'Doe',
    'jane',
    'Sinéad',
    'Anna-Lena',
    'A.',
    'JaneDoe',
    '王伟',
    'e\u0301va',
    'd’Angelo',
    'Roadmap',
    'Notes',
  ],
  ...[
    '1:1',
    '1-1',
    '1 1',
    '2026-11-30',
    '30 Nov',
    '10:30',
    'W48',
    '7',
    ' ',
    ' ',
    ' ',
    '-',
    '_',
    ',',
    ';',
    '/',
    '.',
    '—',
  ],
  ...['(', ')', '+', '"', "'s", '&', ':', '::', ':tada:', '@', '@jane', '#', '#tag', '*', '**', '`', '~~', '==', '<>'],
  ...[
    '[Jane](x)',
    '[[people/jane|Jane]]',
    '😀',
    '©',
    '\u200b',
    '\u200d',
    '\ufe0f',
    '\\',
    '___',
    '%2F',
    'jane@corp.com',
  ],
];

describe('The names in a title', () => {
  it('are the same with a comment behind it, which is removed with all other markup', () => {
    forRandomCases({ usual: 20_000, long: 500_000 }, (random) => {
      const title = Array.from({ length: random.between(1, 6) }, () => random.pick(PIECES)).join('');
      assert.deepEqual(namesInTitle(`${title} `), namesInTitle(`${title} %%draft%%`), title);
    });
  });
});
