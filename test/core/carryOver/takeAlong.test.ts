import assert from 'node:assert/strict';
import type { Plan } from '../../../src/core/text/edit';
import { addNoteEdits, carryIntoNewNote } from '../../../src/core/carryOver/plan';
import { newHeading } from '../../../src/core/noteEdit/logHeading';
import { planNextNote } from '../../../src/core/newNote/content';
import { day, noteAt, uriOf } from '../support/notes';
import { bring, listed, requestFor, sourceOf, states, target, type Workspace } from './carrying';

const date = day('2026-11-30');
const empty = { person: 'Jane Doe', date, sections: [], hasPrivateSection: false };

/** The plan of a new note of its own, with all that is open and parked. */
function newNote(workspace: Workspace): { plan: Plan; cursor: number } {
  const notes = Object.entries(workspace).map(([path, text]) => sourceOf(text, path));
  const along = carryIntoNewNote({ carry: requestFor(...notes), parked: notes });
  const planned = planNextNote({ ...empty, ...along.brought }, { uri: uriOf(target), kind: 'file' });
  assert.ok('plan' in planned);
  const joined = addNoteEdits(planned, along.changes);
  assert.ok('plan' in joined);
  return joined;
}

/** The plan of a new entry of the log, likewise. */
function newEntry(workspace: Workspace, path: string): { plan: Plan; cursor: number } {
  const text = workspace[path] ?? '';
  const log = { text, meetings: noteAt(path, text).meetings };
  const notes = Object.entries(workspace).map(([other, now]) => sourceOf(now, other));
  const request = requestFor(...notes);
  const carry = { ...request, target: { ...request.target, uri: uriOf(path), heading: newHeading(log, date) } };
  const along = carryIntoNewNote({ carry, parked: notes });
  const planned = planNextNote({ ...empty, ...along.brought }, { uri: uriOf(path), kind: 'log', log });
  assert.ok('plan' in planned, JSON.stringify(planned));
  const joined = addNoteEdits(planned, along.changes);
  assert.ok('plan' in joined);
  return joined;
}

describe('A new note with all that comes along', () => {
  const before: Workspace = {
    '1-1s/jane-doe/2026-11-16.md': '- [ ] one (from [2026-11-09](2026-11-09.md), since 2026-11-02, 2×)\n',
    '1-1s/jane-doe/2026-11-23.md':
      '- [ ] two\n\n## Private\n\n- [ ] secret (from [x](2026-11-09.md), since 2026-11-02, 5×)\n',
    'People/Jane Doe.md': '---\nperson: Jane Doe\nrole: PM\n---\n\n## Next 1:1\n\n- Budget\n',
  };

  it('is one plan: the note whole, then the notes that gave something', () => {
    const { plan, cursor } = newNote(before);
    assert.equal(
      plan.create?.text,
      `---
type: 1on1
person: Jane Doe
date: 2026-11-30
---

# Jane Doe, 2026-11-30

## Agenda

- Budget
- 

## Follow-ups

> one: carried 3×: do, drop or delegate

- [ ] one (from [2026-11-16](2026-11-16.md), since 2026-11-02, 3×)
- [ ] two (from [2026-11-23](2026-11-23.md), since 2026-11-23, 1×)

## Private

- [ ] secret (from [2026-11-23](2026-11-23.md), since 2026-11-02, 6×)
`,
    );
    assert.ok(plan.create.text.slice(0, cursor).endsWith('- Budget\n- '));
    assert.deepEqual(
      plan.changes.map(({ uri }) => uri),
      Object.keys(before).map(uriOf),
    );
  });

  it('lists each promise exactly once after each write, none younger, and loses nothing that was parked', () => {
    const all = [...states(before, newNote(before).plan)];
    assert.equal(all.length, 5);
    for (const state of all) {
      assert.deepEqual(listed(state), ['one since 2026-11-02', 'secret since 2026-11-02', 'two since 2026-11-23']);
      assert.ok(Object.values(state).some((text) => text.includes('- Budget\n')));
    }
    assert.equal(
      Object.values(all.at(-1) ?? {})
        .join('')
        .split('Budget').length,
      2,
    );
  });

  it('can be finished by Bring Follow-Ups wherever it was cut short', () => {
    for (const state of [...states(before, newNote(before).plan)].slice(1)) {
      const finished = [...states(state, bring(state))].at(-1);
      assert.deepEqual(listed(finished ?? {}).length, 3);
      assert.deepEqual(bring(finished ?? {}), { changes: [] });
    }
  });
});

describe('A new entry of a log with all that comes along', () => {
  const path = '1on1s/Jane Doe.md';
  const rest = '### Follow-ups\n\n- [ ] one\n  - [ ] child\n- [x] done\n';

  for (const [where, text] of [
    ['last', `# Jane Doe\n\n## [2026-11-16]\n\n- [ ] one\n\n## [2026-11-23]\n\n${rest}\n## Next 1:1\n\n- Budget\n`],
    ['first', `# Jane Doe\n\n## Next 1:1\n\n- Budget\n\n## [2026-11-23]\n\n${rest}\n## [2026-11-16]\n\n- [ ] one\n`],
  ] as const) {
    it(`is one edit of the log whose newest entry stands ${where}`, () => {
      const workspace: Workspace = { [path]: text };
      const promises = ['child since 2026-11-23', 'one since 2026-11-16', 'one since 2026-11-23'];
      assert.deepEqual(listed(workspace), promises);
      const { plan, cursor } = newEntry(workspace, path);
      assert.equal(plan.changes.length, 1);
      const after = [...states(workspace, plan)].at(-1) ?? {};
      assert.deepEqual(listed(after), promises);
      const log = after[path] ?? '';
      assert.ok(
        log.includes(
          '- [>] one (to [2026-11-30](#2026-11-30))\n  - [>] child (to [2026-11-30](#2026-11-30))\n- [x] done\n',
        ),
      );
      assert.ok(log.includes('- [ ] one (from [2026-11-23](#2026-11-23), since 2026-11-23, 1×)\n  - [ ] child (from'));
      assert.ok(log.includes('- [ ] one (from [2026-11-16](#2026-11-16), since 2026-11-16, 1×)\n'));
      assert.ok(log.slice(0, cursor).endsWith('## [2026-11-30]\n\n### Agenda\n\n- Budget\n- '));
      assert.equal(log.split('Budget').length, 2);
    });
  }
});
