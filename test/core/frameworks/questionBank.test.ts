import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import type { Framework } from '../../../src/core/frameworks/framework';
import { createBank, questionKey } from '../../../src/core/frameworks/questionBank';
import { frameworkOf } from './sampleFrameworks';

function setOf(id: string, questions: readonly unknown[]): Framework {
  return frameworkOf({ id, title: id, questions });
}

describe('The question bank', () => {
  const bank = createBank(builtInFrameworks());

  it('finds every question of every built-in framework, in all its wordings, in a stretch of a note', () => {
    for (const framework of builtInFrameworks()) {
      for (const section of framework.sections) {
        for (const question of section.questions) {
          for (const wording of [question.text, ...question.was]) {
            const note = `- [ ] **${wording.replaceAll('’', "'")}** \r\n`;
            assert.equal(bank.find(note, 6, note.length)?.key, question.key, wording);
            assert.ok(bank.mayBegin(note, 6, note.length), wording);
          }
        }
      }
    }
  });

  it('knows an older wording as the question of today', () => {
    assert.equal(bank.find('What’s on your mind this week?')?.text, 'What’s on your mind today?');
  });

  it('finds nothing in a part of a question, in more than a question, and in no words', () => {
    for (const text of ['Who do you want', 'Who do you want to thank? Maria', 'Who', '', '**?**', ' ']) {
      assert.equal(bank.find(text), undefined, text);
    }
  });

  it('sees at the first letters of most texts that no question begins with them, and at no mark that may change one', () => {
    const mayBegin = (text: string): boolean => bank.mayBegin(text, 0, text.length);
    assert.deepEqual(['Send the deck', '- Zebra', 'Qui', 'W-h-o'].map(mayBegin), [false, false, false, true]);
    assert.ok(mayBegin('Qu\u0301i') && mayBegin('Qui\u0301') && mayBegin('Q'));
  });

  it('returns every place of a question in several frameworks', () => {
    const key = questionKey('What’s the next 6–12 month story we’re building toward?');
    const titles = bank.placesOf(key).map(({ framework, section }) => `${framework.title}: ${section.title}`);
    assert.deepEqual(titles, ['People · Process · Product: Product', 'Narrate the Future: The Story']);
    assert.deepEqual(bank.placesOf(1), []);
  });

  it('returns the topic of a question even if only one of its places has it', () => {
    const own = createBank([
      setOf('plain', ['What slows you down?']),
      setOf('own', [{ ask: 'What slows you down?', about: 'blockers' }]),
    ]);
    assert.equal(own.topicOf(questionKey('What slows you down?')), 'blockers');
    assert.equal(bank.topicOf(questionKey('Who do you want to thank?')), 'thanks');
    assert.equal(bank.topicOf(questionKey('How are you doing?')), undefined);
  });

  it('prefers a present wording to an older one of another question', () => {
    const old = setOf('old', [{ ask: 'What is new?', was: ['What is up?'] }]);
    const own = setOf('own', ['What is up?']);
    assert.equal(createBank([old, own]).find('what is up')?.text, 'What is up?');
  });

  it('finds questions in any script, and with characters that are pairs', () => {
    const own = createBank([setOf('own', ['最近どうですか？', 'Wie läuft’s mit 𝔘𝔫𝔦?', '𠮷野家へ行きますか'])]);
    assert.ok(own.find('**最近どうですか**'));
    assert.ok(own.find('wie la\u0308uft\u2019s mit Uni'));
    assert.ok(own.find('> 𠮷野家へ行きますか？'));
    assert.equal(own.find('𠮷野家へ'), undefined);
  });
});
