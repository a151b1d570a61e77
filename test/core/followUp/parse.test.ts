import assert from 'node:assert/strict';
import { readFollowUp, type FollowUpContent } from '../../../src/core/followUp/parse';

function read(source: string, continuation = ''): FollowUpContent | undefined {
  return readFollowUp({ source, continuation });
}

function textOf(source: string, continuation = ''): string | undefined {
  return read(source, continuation)?.text;
}

describe('a task line', () => {
  it('is read whole: owner, text, due date, origin', () => {
    const source =
      '- [ ] @jane Send the migration draft due:2026-12-04 (from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)';
    assert.deepEqual(read(source), {
      stateCharacter: ' ',
      status: 'open',
      text: 'Send the migration draft',
      words: 'Send the migration draft',
      fields: { due: '2026-12-04', dialect: 'plain' },
      owners: [{ name: 'jane', form: 'at' }],
      tags: [],
      problems: [],
      origin: { link: '2026-11-23.md', from: '2026-11-23', since: '2026-11-16', times: 2 },
    });
  });

  describe('shows the sentence', () => {
    const sentences: readonly (readonly [string, string])[] = [
      ['- [ ] Send deck 📅 2026-11-30 before board', 'Send deck before board'],
      ['- [ ] Send deck 📅 2026-11-30, then rest', 'Send deck, then rest'],
      ['- [ ] Send deck (due:2026-11-30)', 'Send deck'],
      ['- [ ] Send **due:2026-11-30** deck', 'Send deck'],
      ['- [ ] fix foo() due:2026-11-30', 'fix foo()'],
      ['- [ ] @jane: Send deck', 'Send deck'],
      ['- [ ] @jane, @bob - Send deck', 'Send deck'],
      ['- [ ] @Jane Send deck', 'Send deck'],
      ['- [ ] **@jane:** Send deck', 'Send deck'],
      ['- [ ] **@jane, @bob**: Send deck', 'Send deck'],
      ['- [ ] *@jane* Send deck', 'Send deck'],
      ['- [ ] **@jane sends** the deck', '**@jane sends** the deck'],
      ['- [ ] @Jane Doe to send the deck', '@Jane Doe to send the deck'],
      ['- [ ] @Jane Doe: Send deck', '@Jane Doe: Send deck'],
      ['- [ ] Send deck @jane', 'Send deck'],
      ['- [ ] Send deck (@jane) #q4', 'Send deck #q4'],
      ['- [ ] Send deck → @jane', 'Send deck'],
      ['- [ ] Send deck @jane due:2026-11-30 ^abc', 'Send deck'],
      ['- [ ] Send deck to @jane', 'Send deck to @jane'],
      ['- [ ] ask @O’Brien.', 'ask @O’Brien.'],
      ['- [ ] ask @jane about deck', 'ask @jane about deck'],
      ['- [ ] @jane and I look at the deck', '@jane and I look at the deck'],
      ['- [ ] [[people/jane|Jane]] Send deck', 'Send deck'],
      ['- [ ] Review [[Project X]]', 'Review [[Project X]]'],
      ['- [ ] [owner:: Jane] Send deck', 'Send deck'],
      ['- [ ] Jane: do x', 'Jane: do x'],
      ['- [ ] do x (Jane)', 'do x (Jane)'],
      ['- [ ] (A) Send deck 🔁 every week ⏫ 🆔 a1 ⛔ b2,c3', 'Send deck'],
      ['- [ ] Send deck 🏁 delete 📅 2026-11-30', 'Send deck'],
      ['- [ ] Send\u00a0 deck\t now', 'Send deck now'],
      ['- [ ] Send deck <!-- she asked twice -->', 'Send deck'],
      ['- [ ] Send `due:2026-11-30` deck', 'Send `due:2026-11-30` deck'],
      ['- [ ] Send deck due:friday', 'Send deck due:friday'],
      ['> - [X] Send deck', 'Send deck'],
      ['  12) [ ] Send deck\r', 'Send deck'],
      ['- [🔥] Send deck', 'Send deck'],
      ['- [ ] 📅 2026-11-30', '📅 2026-11-30'],
      ['- [ ] @jane', '@jane'],
    ];
    for (const [source, text] of sentences) {
      it(`${JSON.stringify(text)} of ${JSON.stringify(source)}`, () => {
        assert.equal(textOf(source), text);
      });
    }
  });

  it('without text is nothing', () => {
    assert.equal(read('- [ ]'), undefined);
    assert.equal(read('- [ ]  \t\u00a0'), undefined);
    assert.equal(read('- [ ] ^abc'), undefined);
  });

  it('goes on over its further lines, fields included', () => {
    const content = read('- [ ] Send the', 'deck due:2026-11-30 @jane');
    assert.equal(content?.text, 'Send the deck');
    assert.equal(content.fields.due, '2026-11-30');
    assert.deepEqual(content.owners, [{ name: 'jane', form: 'at' }]);
  });

  it('ends at the markers of a Git conflict', () => {
    assert.equal(textOf('- [ ] Send deck', '======='), 'Send deck');
    assert.equal(textOf('- [ ] Send deck', 'to Jane <<<<<<< HEAD'), 'Send deck to Jane');
  });

  it('keeps any state character as one character', () => {
    assert.equal(read('- [/] Send deck')?.stateCharacter, '/');
    assert.equal(read('- [🔥] Send deck')?.stateCharacter, '🔥');
    assert.equal(read('- [❗\ufe0f] Send deck')?.stateCharacter, '❗');
  });

  it('with an exclamation mark has high priority, unless a field says otherwise', () => {
    assert.equal(read('- [!] Send deck')?.fields.priority, 'high');
    assert.equal(read('- [!] Send deck 🔽')?.fields.priority, 'low');
  });

  it('has each tag once, without code or numbers', () => {
    const content = read('- [ ] Fix #a/b-c and #Über, #a/b-c, not `#x`, #12, x#y or [z](a#z)');
    assert.deepEqual(content?.tags, ['a/b-c', 'Über']);
  });

  describe('carried over', () => {
    it('names where it comes from, by a wiki-link too', () => {
      assert.deepEqual(read('- [ ] x (from [[1-1s/jane/2026-11-23#Agenda|last week]], since 2026-11-16)')?.origin, {
        link: '1-1s/jane/2026-11-23#Agenda',
        from: '2026-11-23',
        since: '2026-11-16',
        times: 1,
      });
      assert.deepEqual(read('- [ ] x (from [30 Nov](<Jane Doe.md#30-november>), since 2026-11-16, 3x)')?.origin, {
        link: 'Jane Doe.md#30-november',
        since: '2026-11-16',
        times: 3,
      });
    });

    it('is not said by words that only look like it', () => {
      const content = read('- [ ] Pass on the greetings (from [Anna](anna.md)) (to [Bob](bob.md))');
      assert.equal(content?.text, 'Pass on the greetings (from [Anna](anna.md)) (to [Bob](bob.md))');
      assert.equal(content.origin, undefined);
    });

    it('says where it went', () => {
      const content = read('- [>] Send deck (to [2026-11-30](../jane%20doe/2026-11-30%20(2).md)) ^id');
      assert.equal(content?.status, 'moved');
      assert.equal(content.target, '../jane%20doe/2026-11-30%20(2).md');
      assert.equal(content.text, 'Send deck');
    });

    it('by others, names the link that it ends in', () => {
      const content = read('- [>] Send deck due:2026-12-01 → [[2026-11-30]]');
      assert.equal(content?.target, '2026-11-30');
      assert.equal(content.text, 'Send deck');
      assert.equal(read('- [ ] Send deck [[2026-11-30]]')?.target, undefined);
    });

    it('does not name a link that may be the owner', () => {
      for (const link of ['[[Jane Doe]]', '→ [[Jane]]', '[[people/jane]]']) {
        assert.equal(read(`- [>] Send deck ${link}`)?.target, undefined);
      }
      assert.equal(read('- [>] Send deck [[Board of May]]')?.target, 'Board of May');
      assert.equal(read('- [>] Send deck [[Jane Doe#2026-11-30]]')?.target, 'Jane Doe#2026-11-30');
    });

    it('keeps a plain date in its text, where it says when it will be looked at again', () => {
      assert.equal(textOf('- [>] Send deck 2026-12-04'), 'Send deck 2026-12-04');
    });

    it('has the text of its source', () => {
      const source = textOf('- [>] @jane Send deck due:2026-12-01 (to [2026-11-30](2026-11-30.md))');
      assert.equal(source, textOf('- [ ] @jane Send deck due:2026-12-01 (from [2026-11-23](2026-11-23.md), 1×)'));
    });
  });

  describe('problems', () => {
    function kinds(source: string): readonly string[] {
      return read(source)?.problems.map(({ kind }) => kind) ?? ['nothing read'];
    }

    it('at a date that cannot be read', () => {
      assert.deepEqual(kinds('- [ ] Send deck by 30.11.2026'), ['unreadableDate']);
      assert.deepEqual(kinds('- [ ] Send deck due:2026-02-30'), ['invalidDate']);
    });

    it('at a done date on an open item, which stays open', () => {
      assert.deepEqual(kinds('- [ ] Send deck ✅ 2026-11-30'), ['doneDateOnOpen']);
      assert.deepEqual(kinds('- [ ] Send deck @done'), ['doneDateOnOpen']);
      assert.equal(read('- [ ] Send deck ✅ 2026-11-30')?.status, 'open');
    });

    it('at nothing that is over', () => {
      assert.deepEqual(kinds('- [x] Send deck by 30.11.2026 ✅ 2026-11-30'), []);
      assert.deepEqual(kinds('- [>] Send deck 2026-12-04'), []);
    });

    it('at no date inside an origin', () => {
      assert.deepEqual(kinds('- [ ] Send deck (from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)'), []);
    });
  });
});
