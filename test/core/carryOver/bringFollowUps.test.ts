import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edit';
import { bringIntoMeeting, planBringFollowUps } from '../../../src/core/carryOver/plan';
import type { Plan } from '../../../src/core/text/edit';
import { addToMeeting } from '../../../src/core/noteEdit/existingMeeting';
import { noteAt, uriOf } from '../support/notes';
import {
  bring,
  folder,
  indexOf,
  listed,
  requestFor,
  source,
  sourceOf,
  states,
  target,
  type Workspace,
} from './carrying';
import { wordMessage } from '../../../src/core/text/message';

const FROM = '(from [2026-11-23](2026-11-23.md), since 2026-11-23, 1×)';

describe('Bringing follow-ups into a note', () => {
  const before: Workspace = {
    [`${folder}/2026-11-16.md`]: '## Next steps\r\n\r\n- [ ] old one\r\n  - [ ] child\r\n- [x] done\r\n',
    [source]: '- [ ] two\n- [ ] two\n- [ ] @bob three due:2026-12-01\n\n## Private\n\n- [ ] secret\n',
    [target]: '# Jane\n\n## Agenda\n\n- \n\n## Action items\n\n* [ ] four\n\n## People\n',
  };
  const all = ['child', 'old one'].map((text) => `${text} since 2026-11-16`);
  const promises = [
    ...all,
    'four since 2026-11-30',
    ...['three', 'two', 'two', 'secret'].map((text) => `${text} since 2026-11-23`),
  ].sort();

  it('makes both headings in their order, with one empty line around each, where another entry follows at once', () => {
    for (const lineEnd of ['\n', '\r\n']) {
      for (const gap of ['', lineEnd]) {
        const lines = ['# Jane', '', '## 2026-11-30', '', `Words.${gap}`, '## 2026-11-16', '', 'Older.', ''];
        const text = lines.join(lineEnd);
        const note = noteAt('1on1s/Jane Doe.md', text);
        const edits = addToMeeting({ note, text, meeting: 0 }, [
          { heading: 'followUps', items: ['- [ ] a'] },
          { heading: 'private', items: ['- [ ] b'] },
        ]);
        assert.ok(!('refused' in edits));
        const added = ['### Follow-ups', '', '- [ ] a', '', '### Private', '', '- [ ] b'];
        assert.equal(
          applyEdits(text, edits),
          [...lines.slice(0, 4), 'Words.', '', ...added, '', ...lines.slice(5)].join(lineEnd),
        );
      }
    }
  });

  it('puts them behind those that stand there, in the bullets of that list, and private ones under Private', () => {
    const after = [...states(before, bring(before))].at(-1)?.[target];
    const from = '(from [2026-11-16](2026-11-16.md), since 2026-11-16, 1×)';
    assert.equal(
      after,
      `# Jane\n\n## Agenda\n\n- \n\n## Action items\n\n* [ ] four\n* [ ] old one ${from}\n  - [ ] child ${from}\n* [ ] two ${FROM}\n* [ ] two ${FROM}\n` +
        `* [ ] @bob three due:2026-12-01 ${FROM}\n\n## People\n\n## Private\n\n- [ ] secret ${FROM}\n`,
    );
  });

  it('lists each promise exactly once after each of its writes, and none gets younger', () => {
    const all = [...states(before, bring(before))];
    assert.equal(all.length, 4);
    for (const state of all) {
      assert.deepEqual(listed(state), promises);
    }
  });

  it('changes nothing when it is run again', () => {
    const done = [...states(before, bring(before))].at(-1) ?? before;
    assert.deepEqual(bring(done), { changes: [] });
  });

  it('finishes what was cut short, wherever that was', () => {
    const done = [...states(before, bring(before))].at(-1) ?? before;
    for (const state of states(before, bring(before))) {
      const finished = [...states(state, bring(state))].at(-1);
      assert.deepEqual(finished, done);
    }
  });

  it('is planned from the notes of a person alike, and finishes what was cut short', async () => {
    const done = [...states(before, bring(before))].at(-1) ?? before;
    for (const state of states(before, bring(before))) {
      const plan = await bringFromNotes(state);
      assert.deepEqual([...states(state, plan)].at(-1), done);
    }
  });

  it('adds to a carry that was cut short what has come since, and doubles nothing', () => {
    const [, halfDone] = [...states(before, bring(before))];
    const more: Workspace = { ...halfDone, [source]: `${before[source] ?? ''}- [ ] five\n` };
    const finished = [...states(more, bring(more))].at(-1) ?? more;
    assert.deepEqual(listed(finished), [...promises, 'five since 2026-11-23'].sort());
    assert.equal(finished[target]?.split('secret').length, 2);
  });

  it('takes a copy that was ticked or dropped meanwhile for the end of it', () => {
    const [, halfDone] = [...states(before, bring(before))];
    const ticked: Workspace = { ...halfDone, [target]: halfDone?.[target]?.replace('[ ] @bob', '[x] @bob') ?? '' };
    const finished = [...states(ticked, bring(ticked))].at(-1) ?? ticked;
    assert.equal(
      listed(finished).some((item) => item.startsWith('three')),
      false,
    );
    assert.equal(finished[target], ticked[target]);
  });

  it('carries 500 items with four levels each, all of them once', () => {
    const list = Array.from(
      { length: 125 },
      (_, n) => `- [ ] a${n}\n  - [ ] b${n}\n    - [ ] c${n}\n      - [ ] d${n}\n`,
    );
    const many: Workspace = { [source]: list.join(''), [target]: '# Jane\n' };
    for (const state of states(many, bring(many))) {
      assert.equal(listed(state).length, 500);
      assert.equal(new Set(listed(state)).size, 500);
    }
  });

  it('makes headings that are missing, at the end or before what is private', () => {
    const bare: Workspace = { [source]: '- [ ] a\n\n## Private\n\n- [ ] b\n', [target]: 'Only text' };
    const after = [...states(bare, bring(bare))].at(-1)?.[target];
    assert.equal(after, `Only text\n\n## Follow-ups\n\n- [ ] a ${FROM}\n\n## Private\n\n- [ ] b ${FROM}\n`);
  });

  it('never puts what is open among what is private, or the reverse', () => {
    const priv = '# Jane\n\n## Private\n\n### Follow-ups\n\n- [ ] x\n';
    const notes: Workspace = { [source]: '- [ ] a\n\n## Private\n\n- [ ] b\n', [target]: priv };
    const after = [...states(notes, bring(notes))].at(-1)?.[target] ?? '';
    const read = noteAt(target, after).followUps.map(({ text, private: isPrivate }) => [text, isPrivate]);
    assert.deepEqual(
      new Map(read as [string, boolean][]),
      new Map([
        ['a', false],
        ['b', true],
        ['x', true],
      ]),
    );
  });

  it('is refused when the note itself changed between two looks at it', () => {
    const [old, now] = [
      '## 2026-11-23\n\n- [ ] a\n\n## 2026-11-30\n',
      '## 2026-11-23\n\n- [ ] a\n- [ ] b\n\n## 2026-11-30\n',
    ];
    const log = 'Jane Doe.md';
    const into = { note: noteAt(log, old), text: old, meeting: 1 };
    const request = requestFor(sourceOf(now, log));
    const result = planBringFollowUps(into, { ...request, target: { ...request.target, uri: uriOf(log) } });
    assert.match('refused' in result ? wordMessage(result.refused) : '', /Try again/);
  });

  it('is refused where the new lines would be hidden in code that is not closed', () => {
    const notes: Workspace = { [source]: '- [ ] a\n', [target]: '# Jane\n\n```\ncode\n' };
    const index = indexOf(notes);
    const into = { note: index.note(uriOf(target))!, text: notes[target] ?? '', meeting: 0 };
    const result = planBringFollowUps(into, requestFor(sourceOf('- [ ] a\n')));
    assert.ok('refused' in result);
  });
});

/** Brings all that is open into the meeting of today, as the command and the command line do. */
async function bringFromNotes(workspace: Workspace): Promise<Plan> {
  const index = indexOf(workspace);
  const textOf = (uri: string): Promise<string> =>
    Promise.resolve(Object.entries(workspace).find(([path]) => uriOf(path) === uri)?.[1] ?? '');
  const notes = { index, refresh: () => Promise.resolve(), textToEdit: textOf, textOf };
  const person = index.people.personOrUndefined('Jane Doe');
  const dated = person && index.meetingsWith(person.key).find(({ note }) => note.uri === uriOf(target));
  assert.ok(dated);
  const brought = await bringIntoMeeting({ person, dated, root: uriOf(''), statuses: {} }, notes);
  assert.ok('plan' in brought, JSON.stringify(brought));
  return brought.plan;
}
