import assert from 'node:assert/strict';
import { bring, indexOf, listed, source, states, target, type Workspace } from '../carryOver/carrying';

const COPY = '- [ ] Book the room (from [2026-11-23](2026-11-23.md), since 2026-11-23, 1×)\n';
const MOVED = '- [>] Book the room (to [2026-11-30](2026-11-30.md))\n';
const OPEN = '- [ ] Book the room\n';
const THERE = 'Book the room since 2026-11-23';

describe('A promise whose owner changed after an interrupted carry', () => {
  it('is listed once', () => {
    for (const line of [
      '- [ ] Jane: Book the room\n',
      '- [ ] Book the room → Jane\n',
      '- [ ] Book the room (Jane)\n',
    ]) {
      assert.deepEqual(listed({ [source]: line, [target]: COPY }), [THERE]);
      assert.deepEqual(listed({ [source]: line, [target]: COPY.replace('Book', '@bob Book') }), [THERE]);
    }
  });
});

describe('A promise with an identical twin', () => {
  it('is listed while only its twin was carried', () => {
    for (const twins of [MOVED + OPEN, OPEN + MOVED]) {
      assert.deepEqual(listed({ [source]: twins, [target]: COPY }), [THERE, THERE]);
    }
  });

  it('is listed once for both, when an interrupted carry marked neither', () => {
    assert.deepEqual(listed({ [source]: OPEN + OPEN, [target]: COPY + COPY }), [THERE, THERE]);
    assert.deepEqual(listed({ [source]: OPEN + OPEN, [target]: COPY }), [THERE, THERE]);
  });

  it('is listed at its source when the target has the copy of one only', () => {
    assert.deepEqual(listed({ [source]: MOVED + MOVED, [target]: COPY }), [THERE, THERE]);
    assert.deepEqual(listed({ [source]: MOVED + MOVED, [target]: COPY + COPY }), [THERE, THERE]);
  });

  it('is listed when it was reopened after its twin was carried', () => {
    const reopened = '- [ ] Book the room (to [2026-11-30](2026-11-30.md))\n';
    const done = COPY.replace('[ ]', '[x]');
    assert.deepEqual(listed({ [source]: reopened, [target]: done }), [THERE]);
    assert.deepEqual(listed({ [source]: reopened + MOVED, [target]: COPY + done }), [THERE, THERE]);
    assert.deepEqual(listed({ [source]: reopened, [target]: COPY }), [THERE]);
  });

  it('is not taken for the copy of the other in a log', () => {
    const log = '1on1s/Jane Doe.md';
    const moved = '- [>] Book the room (to [2026-11-30](#2026-11-30))\n';
    const entries = (first: string, second: string) => `## 2026-11-23\n\n${first}\n## 2026-11-30\n\n${second}`;
    assert.deepEqual(listed({ [log]: entries(moved + moved, 'Nothing\n') }), [THERE, THERE]);
    const copy = '- [ ] Book the room (from [2026-11-23](#2026-11-23), since 2026-11-23, 1×)\n';
    assert.deepEqual(listed({ [log]: entries(moved + OPEN, copy) }), [THERE, THERE]);
  });

  it('is carried by a second Bring, which changes nothing when repeated', () => {
    const before: Workspace = { [source]: MOVED + OPEN, [target]: `# Jane\n\n## Follow-ups\n\n${COPY}` };
    for (const state of states(before, bring(before))) {
      assert.deepEqual(listed(state), [THERE, THERE]);
      const done = [...states(state, bring(state))].at(-1) ?? state;
      assert.equal(done[target]?.split('Book the room').length, 3);
      assert.equal(done[source]?.split('[>]').length, 3);
      assert.deepEqual(bring(done).changes, []);
    }
  });

  it('is accounted for by a copy that got the words of the other', () => {
    const both = `${MOVED}- [>] Jane: Book the room (to [2026-11-30](2026-11-30.md))\n`;
    assert.deepEqual(listed({ [source]: both, [target]: COPY + COPY }), [THERE, THERE]);
    const done = both.replace('[>] Book', '[x] Book');
    assert.deepEqual(listed({ [source]: done, [target]: COPY }), [THERE]);
  });

  it('is not settled by a copy in a file that a sync tool left', () => {
    const original =
      '# Jane\n\n## Follow-ups\n\n- [x] Book the room (from [2026-11-23](2026-11-23.md), since 2026-11-23, 1×)\n';
    const left = {
      [target]: original,
      [target.replace('.md', ' (conflicted copy).md')]: original.replace('[x]', '[ ]'),
    };
    assert.deepEqual(listed({ [source]: OPEN + MOVED, ...left }), [THERE]);
  });

  it('is open where a reworded copy accounts for the other', () => {
    const both = `${MOVED}- [>] Pay the bill (to [2026-11-30](2026-11-30.md))\n`;
    const reworded = COPY.replace('Book the room', 'Book the large room');
    assert.deepEqual(listed({ [source]: both, [target]: reworded }), [
      'Book the large room since 2026-11-23',
      'Pay the bill since 2026-11-23',
    ]);
  });

  it('keeps the copy that has its own count and age', () => {
    const older = '- [ ] Book the room (from [2026-11-16](2026-11-16.md), since 2026-11-16, 1×)\n';
    const copyOfOlder = '- [ ] Book the room (from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)\n';
    const workspace = { [source]: OPEN + older, [target]: copyOfOlder };
    assert.deepEqual(listed(workspace), ['Book the room since 2026-11-16', THERE]);
    const [first, second] = indexOf(workspace).followUpsOf('jane doe');
    assert.deepEqual([first?.isOpen, second?.isOpen], [true, false]);
  });

  it('is listed in the second meeting of a day, since no copy is in the meeting of its source', () => {
    const moved = '- [>] Book the room → Jane (from [2026-11-16](#2026-11-16), since 2026-11-16, 1×)';
    const lines = [
      `${moved} (to [2026-11-30](#2026-11-30-1))\n- [>] Book the room (to [2026-11-30](#2026-11-30-1))`,
      '- [ ] Book the room (from [2026-11-30](#2026-11-30), since 2026-11-16, 2×)\n' +
        '- [ ] Book the room (from [2026-11-30](#2026-11-30), since 2026-11-30, 1×)',
    ];
    const log = lines.map((each) => `## 2026-11-30\n\n${each}\n`).join('\n');
    assert.deepEqual(listed({ '1on1s/Jane Doe.md': `# Jane Doe\n\n${log}` }), [
      'Book the room since 2026-11-16',
      'Book the room since 2026-11-30',
    ]);
  });

  it('is another promise if its only copy was given to another owner', () => {
    const sources = '- [ ] Jane: Book the room\n- [ ] Bob: Book the room\n';
    const copy = COPY.replace('Book', 'Bob: Book');
    assert.deepEqual(listed({ [source]: sources, [target]: copy }), [
      'Bob: Book the room since 2026-11-23',
      'Jane: Book the room since 2026-11-23',
    ]);
  });

  it('in a log is no other promise where a reworded copy was carried again', () => {
    const entry = (date: string, line: string) => `## ${date}\n\n${line}\n`;
    const log = [
      entry('2026-11-16', '- [>] Jane: Book the room (to [2026-11-23](#2026-11-23))'),
      entry(
        '2026-11-23',
        '- [>] Book the room (from [2026-11-16](#2026-11-16), since 2026-11-16, 1×) (to [2026-11-30](#2026-11-30))',
      ),
      entry('2026-11-30', '- [ ] Book the room (from [2026-11-23](#2026-11-23), since 2026-11-16, 2×)'),
    ];
    assert.deepEqual(listed({ '1on1s/Jane Doe.md': `# Jane Doe\n\n${log.join('\n')}` }), [
      'Book the room since 2026-11-16',
    ]);
  });
});
