import assert from 'node:assert/strict';
import {
  COMPLEX,
  DROPPED,
  foldCharacter,
  SPACE,
  normalizeQuestion,
  questionKey,
} from '../../../src/core/frameworks/questionBank';

describe('A question is known by its words', () => {
  const same: readonly (readonly [string, string, string])[] = [
    ['another letter case', 'Who do you want to THANK?', 'who do you want to thank'],
    ['emphasis', '**Who do you _want_ to thank?**', 'Who do you want to thank?'],
    ['a curly or a straight apostrophe', 'What’s on your mind today?', "What's on your mind today?"],
    ['an apostrophe left out', 'What’s on your mind today?', 'whats on your mind today'],
    ['another kind of dash', 'the next 6–12 month story', 'the next 6-12 month story'],
    ['spaces around a slash', 'start/stop/continue', 'start / stop / continue'],
    ['an ellipsis', 'Where are you… stuck?', 'Where are you ... stuck?'],
    ['a line end', 'Who do you want\n  to thank?', 'Who do you want to thank?'],
    ['a no-break space and a zero-width space', 'Who\u00a0do y\u200bou want', 'who do you want'],
    ['wide letters', 'Ｗｈｏ？', 'who'],
    ['a letter written as two', 'Was läuft gut?', 'Was la\u0308uft gut?'],
    ['an emoji before it', '💬 Who?', 'Who?'],
    ['a ligature', 'How is the oﬃce?', 'how is the office'],
    ['a final sigma', 'ΠΟΙΟΣ', 'ποιος'],
  ];
  for (const [what, one, other] of same) {
    it(`in spite of ${what}`, () => {
      assert.equal(normalizeQuestion(one), normalizeQuestion(other));
      assert.equal(questionKey(one), questionKey(other));
    });
  }

  it('so other words are another question', () => {
    assert.notEqual(normalizeQuestion('What should I stop?'), normalizeQuestion('What should I start?'));
    assert.notEqual(normalizeQuestion('Are we there?'), normalizeQuestion('Are wet here?'));
    assert.notEqual(normalizeQuestion('schön?'), normalizeQuestion('schon?'));
  });

  it('in any script, but not by an empty line', () => {
    assert.equal(normalizeQuestion('最近どうですか？'), '最近どうですか');
    assert.equal(normalizeQuestion('Как дела?'), 'как дела');
    assert.equal(normalizeQuestion(' **?** 🔒 — '), '');
  });

  it('its key is a 32-bit number that stays the same for ever', () => {
    assert.equal(questionKey('Who do you want to thank?'), 514157318);
  });
});

describe('A character folds', () => {
  it('to the same result as normalization, for every character that is folded on its own', () => {
    for (let code = 0; code < 0x1_0000; code++) {
      const character = String.fromCharCode(code);
      const folded = foldCharacter(code);
      if (folded === COMPLEX) continue;
      const expected = normalizeQuestion(`a${character}b`);
      const shown = folded === SPACE ? 'a b' : folded === DROPPED ? 'ab' : `a${String.fromCharCode(folded)}b`;
      assert.equal(shown, expected, `U+${code.toString(16)}`);
    }
  });

  it('without the slow way for all that is usual in notes', () => {
    for (const character of 'aZ09 \t\n*_`~#[](){}<>?!.,:;-–—…’‘“”äéñçøßжЖあ漢한') {
      assert.notEqual(foldCharacter(character.charCodeAt(0)), COMPLEX, character);
    }
  });
});
