import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { lineEffect, suspectLines } from '../../../src/core/note/privateLines';
import { replacePrivateMarkers } from '../../../src/core/note/privateMarkers';
import {
  KEEPING_PHRASES,
  PLAIN_PRIVATE_PHRASES,
  PRIVATE_PHRASES,
  PRIVATE_WORDS,
  UNSPACED_PRIVATE_WORDS,
  WEAK_PRIVATE_WORDS,
} from '../../../src/core/note/privateVocabulary';
import { hasLock, isPrivateTitle, nextPrivateHint, privateNaming } from '../../../src/core/note/privateWords';
import { countOf, forRandomCases } from '../support/randomCases';

const LINES = { usual: 4000, long: 400_000 };
const NAMING = [
  ...[PRIVATE_WORDS, UNSPACED_PRIVATE_WORDS, WEAK_PRIVATE_WORDS, PRIVATE_PHRASES, PLAIN_PRIVATE_PHRASES],
].flat();
const COMMON = ['a', 'I', 'the', 'pay', 'plan', 'not', 'for', 'do', 'her', 'Jane', 'new role', 'OKRs', '2026', 'é'];
const BETWEEN = [
  ' ',
  ' ',
  ' ',
  ': ',
  ', ',
  ' – ',
  ' (',
  ') ',
  '**',
  ' #',
  ' `',
  '. ',
  '/',
  ' <!-- x --> ',
  ' :lock: ',
  '🔒',
];
const AFTER_NOT_FOR = [
  ...['now', 'long', 'a while', 'the page', 'the team', 'the end record', 'the', 'the the record', 'end Jane', 'Jane'],
  ...['her', 'he*r*', "h'er", 'anyone', 'any one', 'sharing', 'end sharing', 'stop her', 'the <b>record</b>', 'Now'],
  ...['t h e m', 'a n y o n e', 'the r e c o r d', 'now: sharing', 'others', '0thers', 'recap', 'the\nrecord', ': x'],
];
/** Ways to write words so that they are still read. */
const DISGUISES: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => words.toUpperCase(),
  (words) => words.charAt(0).toUpperCase() + words.slice(1),
  (words) => (/^[a-zà-ž ]+$/.test(words) ? words.split('').join(' ') : words),
  (words) => words.replace(/o/g, '0').replace(/i/g, '1'),
  (words) => words.replace(/e/g, 'é'),
  (words) => words.replace(/a/g, 'а'),
  (words) => `${words.slice(0, 3)}**${words.slice(3)}**`,
  (words) => `${words.slice(0, 2)}<b>${words.slice(2)}</b>`,
  (words) => words.replace(/ /g, '  '),
  (words) => words.replace(/ /g, '_'),
  (words) => words.replace(/e/, '&#101;'),
];

function randomLine(random: Seeded): string {
  const words = Array.from({ length: random.between(1, 4) }, () => {
    const named = random.chance(0.4) ? random.pick(random.chance(0.8) ? NAMING : KEEPING_PHRASES) : random.pick(COMMON);
    return random.pick(DISGUISES)(named) + random.pick(BETWEEN);
  });
  return words.join('');
}

describe('The first look at a text for hints of something private', () => {
  it('misses no words and symbols for private, however they are written', () => {
    const found = { hints: 0, named: 0 };
    forRandomCases(LINES, (random) => {
      const line = randomLine(random);
      const hint = nextPrivateHint(line, 0);
      const isNamed = privateNaming(line) !== undefined || hasLock(line);
      assert.ok(hint >= 0 || !isNamed, JSON.stringify(line));
      found.hints += Number(hint >= 0);
      found.named += Number(isNamed);
    });
    assert.ok(found.named > 500 && found.hints < countOf(LINES) * 0.95, JSON.stringify(found));
  });

  it('passes over notes only if none of their lines can make anything private', () => {
    let passed = 0;
    forRandomCases(LINES, (random) => {
      const text = Array.from({ length: random.between(1, 3) }, () => randomNoteLine(random)).join('\n');
      if (suspectLines(new ParsedNote(text)).length > 0) return;
      passed++;
      for (const written of [text, ...text.split('\n')]) {
        const title = written.replace(/^#+ /, '');
        assert.equal(lineEffect(written), undefined, JSON.stringify(text));
        assert.ok(!isPrivateTitle(title) && !isPrivateTitle(title.replace(/<!--.*?-->/g, '')), JSON.stringify(text));
        for (const comment of [written, `<!-- ${title} -->`, `%% ${title} %%`, `%%end ${title}%%`]) {
          assert.equal(replacePrivateMarkers(comment, ''), comment, JSON.stringify(text));
        }
      }
      assert.deepEqual(new ParsedNote(text).privacy.ranges, []);
    });
    assert.ok(passed > countOf(LINES) / 20, `${passed} notes`);
  });
});

/** A line with words that are often passed over: after *not for*, in a comment, or with a colon. */
function randomNoteLine(random: Seeded): string {
  const words = random.chance(0.6)
    ? `${random.pick(['not', 'Not', 'NOT', 'never', 'cannot'])} for ${random.pick(AFTER_NOT_FOR)}${random.pick(BETWEEN)}`
    : random.pick([...COMMON, ...COMMON, ...NAMING]);
  const more = random.pick([
    '',
    '',
    random.pick(COMMON),
    random.pick(AFTER_NOT_FOR),
    'share:: no',
    'pri:B',
    ':lockstep:',
  ]);
  const line = words + more;
  return random.pick([
    line,
    `## ${line}`,
    `<!-- ${line} -->`,
    `  <!-- x -->${line}`,
    `> <!-- x --> ${line}`,
    `- ${line}`,
  ]);
}
