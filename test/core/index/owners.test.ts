import assert from 'node:assert/strict';
import { indexOf, uriOf } from '../support/notes';

function ownersOf(line: string): readonly unknown[] {
  const index = indexOf({
    '1-1s/nora-berg/2026-10-14.md': `- [ ] ${line}`,
    '1-1s/nora-lind/2026-10-14.md': '- x',
    '1-1s/karl-vogt/2026-10-14.md': `- [ ] ${line}`,
  });
  return ['nora-berg', 'karl-vogt'].map((slug) => {
    const [item] = index.followUpsIn(uriOf(`1-1s/${slug}/2026-10-14.md`));
    return item?.ambiguousOwner ?? item?.owners.map((owner) => (owner === 'me' ? owner : owner.name)).join();
  });
}

describe('The owner of a follow-up', () => {
  it('is the person of the 1:1 who has that first name', () => {
    assert.deepEqual(ownersOf('@nora send the plan'), ['Nora Berg', 'nora']);
  });

  it('is the person whose full name follows the sign', () => {
    assert.deepEqual(ownersOf('ask for the plan @Nora Lind'), ['Nora Lind', 'Nora Lind']);
    assert.deepEqual(ownersOf('@Karl Send the plan'), ['Karl Vogt', 'Karl Vogt']);
  });

  it('leaves no part of a full name in the text', () => {
    const notes = { '1-1s/nora-lind/2026-10-14.md': '- x', '1-1s/karl-vogt/2026-10-14.md': '' };
    const textOf = (line: string): string | undefined => {
      const index = indexOf({ ...notes, '1-1s/karl-vogt/2026-10-14.md': `- [ ] ${line}` });
      return index.followUpsIn(uriOf('1-1s/karl-vogt/2026-10-14.md'))[0]?.text;
    };
    assert.equal(textOf('@Nora Lind send the plan'), 'send the plan');
    assert.equal(textOf('@Nora Lind: send the plan'), 'send the plan');
    assert.equal(textOf('@Nora Lind, @Karl Vogt send the plan'), 'send the plan');
    assert.equal(textOf('send the plan @Nora Lind due:2026-12-04'), 'send the plan');
    assert.equal(textOf('send the plan to @Nora Lind'), 'send the plan to @Nora Lind');
    assert.equal(textOf('@Nora Send the plan'), 'Send the plan');
  });

  it('is no context and no group', () => {
    for (const word of ['home', 'waiting', 'team', 'all', 'here', 'errands']) {
      assert.deepEqual(ownersOf(`buy milk @${word}`), ['', ''], word);
    }
  });
});
