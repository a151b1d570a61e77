import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { plainTitle } from '../../../src/core/note/sections';
import { forRandomCases } from '../support/randomCases';

const PIECES = [
  ...[
    'Action',
    'items',
    'Żółć',
    'µ',
    'ß',
    'İ',
    'ſ',
    '\u212a',
    '1',
    '12.',
    '2026-11-30',
    "who's",
    'who’s',
    'R&D',
    '1:1',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    ',',
    '.',
    '(',
    ')',
    '/',
    '-',
    '_',
    ':',
    '：',
    '#',
    '#tag',
    ' ^a1',
    '\\-',
    '*',
  ],
  ...['<b>', '</b>', '<', '[', '](x.md)', '[[', ']]', '`', '~~', '==', '%%', '✅', '©', '×', '\u0301', '\ufe0f'],
];
/** A comment is no part of a heading. A heading with one is read without the fast path. */
const COMMENT = '<!---->';

describe('The words of a heading', () => {
  it('are the same with and without a comment, whatever the heading', () => {
    forRandomCases({ usual: 20_000, long: 500_000 }, (random) => {
      const title = randomTitle(random);
      if (!/[<%]/.test(title)) assert.equal(plainTitle(title), plainTitle(title + COMMENT), JSON.stringify(title));
    });
  });
});

function randomTitle(random: Seeded): string {
  return Array.from({ length: random.between(1, 6) }, () => random.pick(PIECES)).join('');
}
