import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edit';
import { planSetOwner } from '../../../src/core/followUp/ownerEdits';

const people = new Set(['Jane', 'Jane Doe', 'Bob', 'Ana', 'Jan van der Berg']);

function withOwner(note: string, owner: string | undefined): string {
  const source = note.split('\n', 1)[0]!;
  const result = planSetOwner(
    { noteNow: note, followUp: { line: 0, source }, dialect: 'plain' },
    { owner, isPerson: (name) => people.has(name) },
  );
  assert.ok(!('refused' in result), JSON.stringify(result));
  return applyEdits(note, result.edits);
}

describe('setting the owner', () => {
  it('replaces the one that is named, in the same form', () => {
    const lines = {
      '- [ ] @jane Send deck due:2026-11-30': '- [ ] @Ana Send deck due:2026-11-30',
      '- [ ] Send deck (@jane)': '- [ ] Send deck (@Ana)',
      '- [ ] ask @jane about the deck': '- [ ] ask @Ana about the deck',
      '- [ ] [[people/jane|Jane]] Send deck': '- [ ] [[Ana]] Send deck',
      '- [ ] Send deck [owner:: Jane, Bob]': '- [ ] Send deck [owner:: Ana]',
      '- [ ] **Jane Doe:** Send deck': '- [ ] **Ana:** Send deck',
      '- [ ] Send deck → Jane': '- [ ] Send deck → Ana',
      '- [ ] @jane, @bob: Send deck': '- [ ] @Ana: Send deck',
      '- [ ] Jane and Bob: Send deck': '- [ ] Ana: Send deck',
      '- [ ] @jane Send deck [owner:: Bob]': '- [ ] @Ana Send deck',
      '- [ ] Ask @jane due:2026-11-30 (Bob) @zoe': '- [ ] Ask @Ana due:2026-11-30',
      '- [ ] @jane Send deck (@bob)': '- [ ] @Ana Send deck',
    };
    for (const [before, after] of Object.entries(lines)) {
      assert.equal(withOwner(before, 'Ana'), after);
    }
  });

  it('writes it after the checkbox if there is no owner', () => {
    assert.equal(withOwner('- [ ] Send deck', 'jane'), '- [ ] @jane Send deck');
    assert.equal(withOwner('- [ ]\tSend deck', 'jane'), '- [ ] @jane\tSend deck');
    assert.equal(withOwner('- [ ] (A) Send deck', 'jane'), '- [ ] (A) @jane Send deck');
    assert.equal(withOwner('> * [/] Send\n>   deck', 'me'), '> * [/] @me Send\n>   deck');
  });

  it('leaves words that are no person alone', () => {
    assert.equal(
      withOwner('- [ ] Decision: review [[Project X]]', 'jane'),
      '- [ ] @jane Decision: review [[Project X]]',
    );
  });

  it('writes a full name so that it is read back, as a field where `@` cannot hold it', () => {
    assert.equal(withOwner('- [ ] Send deck', 'Jane Doe'), '- [ ] @Jane.Doe Send deck');
    assert.equal(withOwner('- [ ] Send deck', 'O’Brien'), '- [ ] @O’Brien Send deck');
    assert.equal(withOwner('- [ ] Send deck', '田中 花子'), '- [ ] @田中.花子 Send deck');
    assert.equal(withOwner('- [ ] Send deck', 'Jane (Ops)'), '- [ ] [owner:: Jane (Ops)] Send deck');
    assert.equal(withOwner('- [ ] Jane: Send deck', 'Zoe Zed'), '- [ ] @Zoe.Zed: Send deck');
  });

  it('to none removes every mention with its punctuation', () => {
    const lines = {
      '- [ ] @jane, @bob: Send deck': '- [ ] Send deck',
      '- [ ] Send deck (@jane) #q4': '- [ ] Send deck #q4',
      '- [ ] Send deck → @jane': '- [ ] Send deck',
      '- [ ] **Jane Doe:** Send deck': '- [ ] Send deck',
      '- [ ] **@bob:** Send deck': '- [ ] Send deck',
      '- [ ] **@bob, @zoe**: Send deck': '- [ ] Send deck',
      '- [ ] *@bob* Send deck': '- [ ] Send deck',
      '- [ ] Send deck (Jane)': '- [ ] Send deck',
      '- [ ] Send deck [owner:: Jane] now': '- [ ] Send deck now',
      '- [ ] ask @jane about the deck': '- [ ] ask about the deck',
      '- [ ] Decision: Send deck': '- [ ] Decision: Send deck',
    };
    for (const [before, after] of Object.entries(lines)) {
      assert.equal(withOwner(before, undefined), after);
    }
  });

  it('keeps all words beside the name', () => {
    const lines = {
      '- [ ] Check it → Jane, then call back': '- [ ] Check it → then call back',
      '- [ ] => Jane, call back': '- [ ] call back',
      '- [ ] Check it (Jane, once it is out)': '- [ ] Check it (once it is out)',
      '- [ ] Jane, on the offer: call back': '- [ ] on the offer: call back',
      '- [ ] option x → Jane by 2026-12-04': '- [ ] option x by 2026-12-04',
      '- [ ] Jane and Mia: call back': '- [ ] Mia: call back',
    };
    for (const [before, after] of Object.entries(lines)) {
      assert.equal(withOwner(before, undefined), after);
    }
    assert.equal(withOwner('- [ ] Check it → Jane, then call back', 'Ana'), '- [ ] Check it → Ana, then call back');
  });

  it('takes the signs of the name with it, also between fields and tags', () => {
    const lines = {
      '- [ ] due:2026-12-04 [[Jane Doe]]: call': '- [ ] due:2026-12-04 call',
      '- [ ] #sales [[Jane Doe]] — call': '- [ ] #sales call',
      '- [ ] Call | @jane | 📅 2026-12-04': '- [ ] Call | 📅 2026-12-04',
      '- [ ] Call - @jane': '- [ ] Call',
      '- [ ] *@jane* call': '- [ ] call',
    };
    for (const [before, after] of Object.entries(lines)) {
      assert.equal(withOwner(before, undefined), after);
    }
  });

  it('replaces a first name and a surname after the `@` together', () => {
    assert.equal(withOwner('- [ ] @Jane Doe call', 'Bob'), '- [ ] @Bob call');
    assert.equal(withOwner('- [ ] @Jane Doe: call', undefined), '- [ ] call');
    assert.equal(withOwner('- [ ] @Jane Call them', 'Bob'), '- [ ] @Bob Call them');
    assert.equal(withOwner('- [ ] @Jan van der Berg: call', 'Bob'), '- [ ] @Bob: call');
    assert.equal(withOwner('- [ ] @Jane van der Call', 'Bob'), '- [ ] @Bob van der Call');
  });
});
