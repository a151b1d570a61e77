import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../../src/core/markdown/plainYaml';
import { pick, seededRandom, type Random } from './randomDocument';

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
    const random = seededRandom(1);
    let answered = 0;
    for (let count = 0; count < 20_000; count++) {
      const lines = randomLines(random);
      const values = readPlainYaml(lines);
      if (values === undefined || OTHER_LINKS.test(lines.join('\n'))) continue;
      answered++;
      const document = parseDocument(lines.join('\n'), { version: '1.2', schema: 'core', logLevel: 'silent' });
      assert.deepEqual(document.errors, [], lines.join('\n'));
      assert.deepEqual(Object.fromEntries(values), withLinks(document.toJS() ?? {}), lines.join('\n'));
    }
    assert.ok(answered > 1000, `only ${answered} were plain`);
  });
});

function randomLines(random: Random): readonly string[] {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const value = Array.from({ length: Math.floor(random() * 4) }, () => pick(PIECES, random)).join('');
    const chance = random();
    if (chance < 0.1) return value;
    if (chance < 0.3) return pick(['- ', '  - ', ' - '], random) + value;
    if (chance < 0.35) return `${pick(COMMON_KEYS, random)}: |`;
    if (chance < 0.45) return pick([' ', '  ', '    '], random) + value;
    return pick(chance < 0.4 ? STRANGE_KEYS : COMMON_KEYS, random) + pick(COLONS, random) + value;
  });
}

/** What YAML makes of `[[Link]]`, as that link. */
function withLinks(value: unknown): unknown {
  if (JSON.stringify(value) === '[["Link"]]') return '[[Link]]';
  if (Array.isArray(value)) return value.map(withLinks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withLinks(entry)]));
}
