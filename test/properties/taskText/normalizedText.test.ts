import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { readDue, readFollowUp } from '../../../src/core/followUp/parse';
import { hasSameText, mayContain, normalizedText, searchWords } from '../../../src/core/taskText/normalizedText';
import { forRandomCases } from '../support/randomCases';

const PIECES = [
  ...['Send', 'send', ' ', '\t', '.', '?', '…', '[[x]]', '{', '`'],
  ...['e', 'é', '\u0301', 'K', '\u212a', 'i', 'İ'],
];

describe('The key of a follow-up’s text', () => {
  it('is the same exactly where two texts are found to say the same', () => {
    forRandomCases({ usual: 10_000, long: 500_000 }, (random) => {
      const a = randomText(random);
      const b = random.chance(0.5) ? randomText(random) : a + random.pick(PIECES);
      assert.equal(hasSameText(a, b), normalizedText(a) === normalizedText(b), JSON.stringify([a, b]));
    });
  });

  it('is never looked for in vain: a line with the same text contains its words', () => {
    let same = 0;
    forRandomCases({ usual: 20_000, long: 500_000 }, (random) => {
      const [one, other] = [randomLine(random), randomLine(random)];
      const [sought, found] = [one, other].map((source) => readFollowUp({ source, continuation: '' })?.words);
      if (sought === undefined || found === undefined || !hasSameText(sought, found)) return;
      same++;
      assert.ok(mayContain(other, searchWords(sought)), JSON.stringify([one, other]));
    });
    assert.ok(same > 100, String(same));
  });
});

describe('The due date of a follow-up, read alone', () => {
  it('is the one that is read with the rest of its text', () => {
    let dated = 0;
    forRandomCases({ usual: 20_000, long: 500_000 }, (random) => {
      const task = { source: randomLine(random), continuation: random.chance(0.3) ? randomWords(random, 3) : '' };
      const { due, invalidDue } = readFollowUp(task)?.fields ?? {};
      const alone = readDue(task);
      assert.deepEqual([alone.due, alone.invalidDue], [due, invalidDue], JSON.stringify(task));
      if (due !== undefined || invalidDue !== undefined) dated++;
    });
    assert.ok(dated > 100, String(dated));
  });
});

const WORDS = [
  ...[
    'Send',
    'send',
    'SEND',
    'ﬁle',
    'file',
    'caf',
    'e\u0301',
    'é',
    '\u0301',
    'K',
    '\u212a',
    'İ',
    'ſ',
    '`x`',
    '[[a|Send]]',
  ],
  ...['@jane', '#tag', '(x)', '**', 'due:2026-11-30', 'due:2026-02-30', '📅 2026-11-30', '[due:: [[2026-11-30]]]'],
  ...['2026-11-30', '<!-- 2026-11-30 -->', '(from [2026-11-23](a.md))', 'due: 30/11', 'e\u030a', '\ufe0f', '.', '…'],
];

function randomLine(random: Seeded): string {
  return `- [${random.pick([' ', ' ', 'x', '>', '!'])}] ${randomWords(random, 4)}`;
}

function randomWords(random: Seeded, most: number): string {
  return Array.from({ length: random.below(most) }, () => random.pick(WORDS) + random.pick([' ', ' ', ''])).join('');
}

function randomText(random: Seeded): string {
  return Array.from({ length: random.below(4) }, () => random.pick(PIECES)).join('');
}
