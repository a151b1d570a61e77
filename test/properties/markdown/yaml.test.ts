import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../../src/core/markdown/yaml';
import type { Seeded } from '../../../bench/seeded';
import { countOf, forRandomCases } from '../support/randomCases';

const TEXTS = { usual: 20_000, long: 500_000 };

const COMMON_KEYS = ['a', 'b', 'person', 'reports-to', 'Started At', 'meeting_date'];
const STRANGE_KEYS = ['null', 'True', '1', 'a b ', '"q"', '- a', '', '<<', '?', 'ä'];
const COLONS = [': ', ': ', ': ', ':  ', ':', ':\t'];

const WORDS = 'Jane Doe 田中 é 😀 No true null NULL ~ 2026-11-30 09:30 1:1 1on1 14 007 1.5 1e3 0x1F .5 +1 -1 [[Link]]';
const SIGNS = '# " \' \\ [ ] { } & * ! | > % @ ` - ? = / . ... , : "c" \'d\' [a,b]';
const WHITE_SPACE = [' ', '  ', '\t', ', ', ': ', ' #', '- ', '? ', '\u00a0', '\u0085', '\u2028', '\u007f', '\uFEFF'];
/** Where it means to differ: what other brackets stand for is text as well, and several links are a list. */
const OTHER_LINKS = /\[\[(?!Link)|\]\][ \t]*,/;
const PIECES = [WORDS.split(' '), WORDS.split(' '), SIGNS.split(' '), WHITE_SPACE].flat();

describe('The reader of plain front matter', () => {
  it('reads what YAML reads, wherever it reads at all', () => {
    let answered = 0;
    forRandomCases(TEXTS, (random) => {
      const lines = randomLines(random);
      const values = readPlainYaml(lines);
      if (values === undefined || OTHER_LINKS.test(lines.join('\n'))) return;
      answered++;
      const document = parseDocument(lines.join('\n'), { version: '1.2', schema: 'core', logLevel: 'silent' });
      assert.deepEqual(document.errors, [], lines.join('\n'));
      assert.deepEqual(Object.fromEntries(values), withLinks(document.toJS() ?? {}), lines.join('\n'));
    });
    assert.ok(answered > countOf(TEXTS) / 20, `only ${answered} were plain`);
  });
});

function randomLines(random: Seeded): readonly string[] {
  return Array.from({ length: random.between(1, 4) }, () => {
    const value = Array.from({ length: random.below(4) }, () => random.pick(PIECES)).join('');
    const key = (keys: readonly string[]) => random.pick(keys) + random.pick(COLONS) + value;
    switch (random.weighted({ text: 10, item: 20, block: 5, strange: 5, indented: 10, pair: 50 })) {
      case 'text':
        return value;
      case 'item':
        return random.pick(['- ', '  - ', ' - ']) + value;
      case 'block':
        return `${random.pick(COMMON_KEYS)}: |`;
      case 'strange':
        return key(STRANGE_KEYS);
      case 'indented':
        return random.pick([' ', '  ', '    ']) + value;
      case 'pair':
        return key(COMMON_KEYS);
    }
  });
}

/** What YAML makes of `[[Link]]`, as that link. */
function withLinks(value: unknown): unknown {
  if (JSON.stringify(value) === '[["Link"]]') return '[[Link]]';
  if (Array.isArray(value)) return value.map(withLinks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withLinks(entry)]));
}
