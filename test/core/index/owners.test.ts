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

  it('leaves no part of a name with lower-case words, or in a script without capitals', () => {
    const textOf = (name: string, line: string): string | undefined => {
      const path = `1-1s/${name}/2026-10-14.md`;
      return indexOf({ [path]: `- [ ] ${line}` }).followUpsIn(uriOf(path))[0]?.text;
    };
    assert.equal(textOf('Jan van der Berg', '@Jan van der Berg: send the plan'), 'send the plan');
    assert.equal(textOf('Jan van der Berg', '@Jan van der Berg send the plan'), 'send the plan');
    assert.equal(textOf('Omar al-Farsi', '@Omar al-Farsi send the plan'), 'send the plan');
    assert.equal(textOf('Gia d’Angelo', '@Gia d’Angelo send the plan'), 'send the plan');
    assert.equal(textOf('田中 太郎', '@田中 太郎 資料'), '資料');
    assert.equal(textOf('דוד לוי', '@דוד לוי: לשלוח'), 'לשלוח');
    assert.equal(textOf('Jan van der Berg', '@Jan van Gogh print'), 'van Gogh print');
    assert.equal(textOf('Jan van der Berg', '@Jan ask the Berg office'), 'ask the Berg office');
  });

  it('is an unknown person only behind a sign or in a field', () => {
    assert.deepEqual(ownersOf('send the plan [owner:: Mallory]'), ['Mallory', 'Mallory']);
    assert.deepEqual(ownersOf('@mallory send the plan'), ['mallory', 'mallory']);
    assert.deepEqual(ownersOf('Mallory: send the plan'), ['', '']);
  });

  it('is no context and no group', () => {
    for (const word of ['home', 'waiting', 'team', 'all', 'here', 'errands']) {
      assert.deepEqual(ownersOf(`buy milk @${word}`), ['', ''], word);
    }
  });

  it('is each person once, however often the line names them, by key and name only', () => {
    const index = indexOf({
      '1-1s/nora-berg/2026-10-14.md': '- [ ] @nora @[[Nora Berg]] @nora.berg send the plan @me @me',
      'People/Nora Berg.md': '---\nperson: Nora Berg\nrole: PM\n---\n',
    });
    const [item] = index.followUpsIn(uriOf('1-1s/nora-berg/2026-10-14.md'));
    assert.deepEqual(item?.owners, [{ key: 'nora berg', name: 'Nora Berg' }, 'me']);
  });

  it('may be a name that both sides have, which is ambiguous while it is unclear who writes', () => {
    const people = { me: ['Nora Lind'], roster: [] };
    const ownersFor = (path: string, head = '') => {
      const [item] = indexOf({ [path]: `${head}- [ ] @nora send the plan` }, people).followUpsIn(uriOf(path));
      return item?.ambiguousOwner ?? item?.owners;
    };
    assert.deepEqual(ownersFor('1-1s/nora-berg/2026-10-14.md'), [{ key: 'nora berg', name: 'Nora Berg' }]);
    const both = '---\ntype: 1on1\npeople: [Nora Lind, Nora Berg]\ndate: 2026-10-14\n---\n';
    assert.equal(ownersFor('notes/Monday.md', both), 'nora');
  });
});

describe('A follow-up outside of 1:1 notes', () => {
  const groupOf = (line: string): string | undefined => {
    const index = indexOf({
      'notes/ideas.md': `- [ ] ${line}`,
      '1-1s/nora-berg/2026-10-14.md': '- x',
      '1-1s/karl-vogt/2026-10-14.md': '- x',
    });
    return index.followUpsIn(uriOf('notes/ideas.md'))[0]?.group;
  };

  it('belongs to the only known person who owes it', () => {
    assert.equal(groupOf('@nora send the plan'), 'nora berg');
    assert.equal(groupOf('@me @nora send the plan'), 'nora berg');
    assert.equal(groupOf('@nora @mallory send the plan'), 'nora berg');
  });

  it('belongs to none of several people, and to no unknown one', () => {
    assert.equal(groupOf('@nora @karl send the plan'), '');
    assert.equal(groupOf('@mallory send the plan'), '');
    assert.equal(groupOf('@me send the plan'), '');
  });

  it('is named by a heading for follow-ups with “my” or “their”', () => {
    const ownersUnder = (heading: string): readonly unknown[] => {
      const path = '1-1s/nora-lind/2026-10-14.md';
      const [item] = indexOf({ [path]: `## ${heading}\n\n- [ ] send` }).followUpsIn(uriOf(path));
      return item?.owners.map((owner) => (owner === 'me' ? owner : owner.name)) ?? [];
    };
    for (const title of ['action items', 'next steps', 'to-dos', 'ToDo', 'follow ups', 'Action Points']) {
      assert.deepEqual(ownersUnder(`My ${title}`), ['me'], title);
      assert.deepEqual(ownersUnder(`Their ${title}:`), ['Nora Lind'], title);
      assert.deepEqual(ownersUnder(title), [], title);
    }
    assert.deepEqual(ownersUnder('My task force'), []);
  });
});
