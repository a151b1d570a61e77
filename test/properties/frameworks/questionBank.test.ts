import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { createBank, normalizeQuestion, WordingTree } from '../../../src/core/frameworks/questionBank';
import { countOf, forRandomCases } from '../support/randomCases';
import { readsOf } from '../support/reads';

const WORDS = ['who', 'what', 'who’s', 'is', 'I', 'in', 'inner', 'äs', 'ﬁt', '*', '?', '-', '\n', '🙂', 'a\u0308s'];
/** Each case is a tree of its own. */
const TREES = { usual: 20, long: 1_000 };
const TEXTS_PER_TREE = 1_000;

describe('The tree of wordings', () => {
  it('says the same as comparing normalized texts one by one, for thousands of texts that nearly fit', () => {
    let found = 0;
    forRandomCases(TREES, (random) => {
      const wordings = Array.from({ length: 400 }, () => randomText(random));
      const tree = new WordingTree<string>();
      for (const wording of wordings) tree.add(wording, normalizeQuestion(wording));
      const known = new Set(wordings.map(normalizeQuestion).filter((normalized) => normalized !== ''));
      for (let count = 0; count < TEXTS_PER_TREE; count++) {
        const text = randomText(random);
        const normalized = normalizeQuestion(text);
        const expected = known.has(normalized) ? normalized : undefined;
        assert.equal(tree.find(`# ${text}\n`, 1, text.length + 3), expected, JSON.stringify(text));
        if (expected !== undefined) assert.ok(tree.mayBegin(`# ${text}\n`, 1, text.length + 3), JSON.stringify(text));
        found += expected === undefined ? 0 : 1;
      }
    });
    const share = found / (countOf(TREES) * TEXTS_PER_TREE);
    assert.ok(share > 0.1 && share < 0.9, `${share} of the texts were found`);
  });

  it('leaves a text of a million characters at the first that fits no question', () => {
    const bank = createBank(builtInFrameworks());
    for (const text of [
      `💬${'x '.repeat(500_000)}`,
      `Who do you ${'x'.repeat(1_000_000)}`,
      '\u0301'.repeat(1_000_000),
    ]) {
      const reads = readsOf(() => assert.equal(bank.find(text), undefined));
      assert.ok(reads < 2_000, `${text.slice(0, 12)}: ${reads} reads`);
    }
  });
});

function randomText(random: Seeded): string {
  const words = Array.from({ length: random.between(1, 4) }, () => random.pick(WORDS));
  return words.join(random.chance(0.3) ? '' : ' ');
}
