import assert from 'node:assert/strict';
import { OTHER_NOTES, type NoteIndex } from '../../../src/core/index/noteIndex';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { indexOf, noteAt, uriOf } from '../support/notes';

const open = (index: NoteIndex): string[] =>
  index
    .groups()
    .flatMap((group) => index.followUpsOf(group).filter(({ isOpen }) => isOpen))
    .map(
      ({ group, followUp, note }) => `${group}: ${followUp.text} @${note.meetings[followUp.meeting]?.date ?? 'none'}`,
    )
    .sort();

describe('The index of notes', () => {
  it('joins the meetings of a person in the order of their dates, whatever the layout', () => {
    const index = indexOf({
      '1-1s/jane-doe/2026-11-30.md': '# Jane Doe',
      '1on1s/Jane Doe.md': ['## 2026-11-16', '', '## 2026-12-07'],
      'x/2026-11-23-1on1-jane.md': '',
      '1-1s/bob/2026-11-23.md': '',
    });
    assert.deepEqual(
      index.meetingsWith('jane doe').map(({ meeting }) => meeting.date),
      ['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07'],
    );
  });

  it('leaves the reader out, and takes a note with more than one other person for no 1:1', () => {
    const index = indexOf(
      {
        '1on1s/a 2026-11-30.md': '---\nattendees: [Sam, Jane]\n---\n- [ ] one',
        '1on1s/b 2026-11-30.md': '---\nattendees: [Sam, Jane, Bob]\n---\n- [ ] two',
      },
      { me: ['Sam'], roster: [] },
    );
    assert.deepEqual(open(index), [': two @2026-11-30', 'jane: one @2026-11-30']);
  });

  it('meets no one in a note with three names', () => {
    const index = indexOf({ '1on1s/a 2026-11-30.md': '---\nattendees: [Sam, Jane, Bob]\n---\n- [ ] one' });
    assert.deepEqual(index.people.all, []);
    assert.deepEqual(index.groups(), [OTHER_NOTES]);
  });

  it('finds out who the reader is from notes with two names', () => {
    const notes = Object.fromEntries(
      ['Jane', 'Bob', 'Ana'].map((name) => [`1on1s/${name} x 2026-11-30.md`, `---\nwith: [Sam, ${name}]\n---\n`]),
    );
    const index = indexOf(notes);
    assert.deepEqual(
      index.people.all.map(({ name }) => name),
      ['Jane', 'Bob', 'Ana'],
    );
    assert.ok(index.people.isMe('sam'));
  });

  it('tells who owes a follow-up, and never guesses between two of one name', () => {
    const index = indexOf({
      '1-1s/jane-doe/2026-11-30.md': [
        '- [ ] @jane one',
        '- [ ] @me two',
        '- [ ] Bob: three',
        '- [ ] Decision: four',
        '- [ ] five',
        '## My actions',
        '- [ ] six',
        '## Their actions',
        '- [ ] seven',
      ],
      '1-1s/bob-ray/2026-11-30.md': ['- [ ] @ann eight', '- [ ] @zoe nine'],
      '1-1s/ann-lee/2026-11-30.md': '',
      '1-1s/ann-roe/2026-11-30.md': '',
    });
    const owners = (key: string): string[] =>
      index.followUpsOf(key).map(({ followUp, owners: who, ambiguousOwner }) => {
        const named = who.map((owner) => (owner === 'me' ? 'me' : owner.name)).join('+');
        return `${followUp.text} = ${ambiguousOwner === undefined ? named : `${ambiguousOwner}?`}`;
      });
    assert.deepEqual(owners('jane doe'), [
      'one = Jane Doe',
      'two = me',
      'Bob: three = Bob Ray',
      'Decision: four = ',
      'five = ',
      'six = me',
      'seven = Jane Doe',
    ]);
    assert.deepEqual(owners('bob ray'), ['eight = ann?', 'nine = zoe']);
  });

  it('lists an item of other notes under its only known owner, the rest under other notes', () => {
    const index = indexOf({
      '1-1s/jane-doe/2026-11-30.md': '',
      'Projects/plan.md': ['- [ ] @jane one', '- [ ] two', '- [ ] @me three'],
    });
    assert.deepEqual(
      index.followUpsOf('jane doe').map(({ followUp }) => followUp.text),
      ['one'],
    );
    assert.equal(index.followUpsOf(OTHER_NOTES).length, 2);
  });

  it('says what a change touched, and nothing when only lines moved', () => {
    const index = indexOf({
      '1-1s/jane-doe/2026-11-30.md': '- [ ] one',
      '1-1s/bob-ray/2026-11-30.md': '- [ ] two',
    });
    assert.equal(index.put(noteAt('1-1s/jane-doe/2026-11-30.md', '\n\n- [ ] one')), undefined);
    assert.equal(index.followUpsOf('jane doe')[0]?.followUp.line, 2);
    const change = index.put(noteAt('1-1s/jane-doe/2026-11-30.md', '- [x] one'));
    assert.deepEqual([...(change?.groups ?? [])], ['jane doe']);
    assert.equal(change?.people, false);
    assert.equal(index.put(noteAt('1-1s/ana/2026-11-30.md', ''))?.people, true);
    assert.equal(index.remove(uriOf('1-1s/none.md')), undefined);
    index.remove(uriOf('1-1s/bob-ray/2026-11-30.md'));
    assert.deepEqual(open(index), []);
  });

  it('forgets the person of a page that is removed', () => {
    const index = indexOf({ 'People/Jane Doe.md': '---\ncadence: 14d\nrelation: peer\n---\n\n# Jane Doe' });
    const person = index.people.get('jane doe');
    assert.deepEqual([person?.cadence, person?.relation], ['14d', 'peer']);
    index.remove(uriOf('People/Jane Doe.md'));
    assert.equal(index.people.get('jane doe'), undefined);
  });

  it('gives a row the same id while lines move, and different ones to equal lines', () => {
    const before = indexOf({ '1-1s/jane/2026-11-30.md': ['- [ ] one', '- [ ] one'] }).followUpsOf('jane');
    const after = indexOf({ '1-1s/jane/2026-11-30.md': ['x', '', '- [ ] one', '- [ ] one'] }).followUpsOf('jane');
    assert.deepEqual(
      before.map(({ id }) => id),
      after.map(({ id }) => id),
    );
    assert.notEqual(before[0]?.id, before[1]?.id);
  });
});

describe('Preparing the index', () => {
  it('changes no answer, whether it ends or is left off, and takes in what comes meanwhile', () => {
    const index = indexOf({ '1-1s/jane/2026-11-30.md': '- [ ] one', '1-1s/bob/2026-11-30.md': '- [ ] two' });
    const steps = index.warmUp();
    steps.next();
    index.put(noteAt('1-1s/ann/2026-11-30.md', ['- [ ] three']));
    steps.next();
    assert.deepEqual(open(index), ['ann: three @2026-11-30', 'bob: two @2026-11-30', 'jane: one @2026-11-30']);
    index.putAll([noteAt('1-1s/ann/2026-11-30.md', ['- [ ] four'])]);
    const more = index.warmUp();
    more.next();
    index.remove(uriOf('1-1s/bob/2026-11-30.md'));
    runToCompletion(more);
    assert.deepEqual(open(index), ['ann: four @2026-11-30', 'jane: one @2026-11-30']);
  });
});

describe('A carried follow-up', () => {
  const source = '1-1s/jane/2026-11-23.md';
  const target = '1-1s/jane/2026-11-30.md';
  const copy = '- [ ] @jane Send it due:2026-12-04 (from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)';

  it('is listed once, at its copy, whether or not the source is marked', () => {
    for (const line of [
      '- [ ] @jane Send it due:2026-12-04',
      '- [>] @jane Send it due:2026-12-04 (to [2026-11-30](2026-11-30.md))',
    ]) {
      assert.deepEqual(open(indexOf({ [source]: line, [target]: copy })), ['jane: Send it @2026-11-30'], line);
    }
  });

  it('is open at the source when the copy is in an earlier note', () => {
    const early = '- [ ] Send it (from [2026-11-30](2026-11-30.md), since 2026-11-30, 1×)';
    assert.deepEqual(open(indexOf({ [source]: early, [target]: '- [ ] Send it' })), [
      'jane: Send it @2026-11-23',
      'jane: Send it @2026-11-30',
    ]);
  });

  it('is open at the source as long as the copy stands nowhere', () => {
    const marked = '- [>] @jane Send it (to [2026-11-30](2026-11-30.md))';
    assert.deepEqual(open(indexOf({ [source]: marked })), ['jane: Send it @2026-11-23']);
    assert.deepEqual(open(indexOf({ [source]: marked, [target]: '- [ ] Something else' })), [
      'jane: Send it @2026-11-23',
      'jane: Something else @2026-11-30',
    ]);
  });

  it('comes back to life when the note it went to is removed', () => {
    const index = indexOf({
      [source]: '- [ ] Send it',
      [target]: '- [x] Send it (from [2026-11-23](2026-11-23.md), since 2026-11-23, 1×)',
    });
    assert.deepEqual(open(index), []);
    const change = index.remove(uriOf(target));
    assert.deepEqual([...(change?.groups ?? [])], ['jane']);
    assert.deepEqual(open(index), ['jane: Send it @2026-11-23']);
  });

  it('is closed by a plain date, or by the same text in a later note of that person', () => {
    assert.deepEqual(open(indexOf({ [source]: '- [>] Send it on 2026-12-01' })), []);
    assert.deepEqual(open(indexOf({ [source]: '- [>] Send it', [target]: '- [x] send it.' })), []);
    assert.deepEqual(open(indexOf({ [source]: '- [>] Send it', '1-1s/bob/2026-11-30.md': '- [x] Send it' })), [
      'jane: Send it @2026-11-23',
    ]);
  });

  it('is told apart by the link’s date within a running log', () => {
    const log = [
      '## 2026-11-23',
      '- [>] Send it (to [2026-11-30](#2026-11-30))',
      '## 2026-11-30',
      '- [ ] Send it (from [2026-11-23](#2026-11-23), since 2026-11-23, 1×)',
    ];
    assert.deepEqual(open(indexOf({ '1on1s/Jane.md': log })), ['jane: Send it @2026-11-30']);
    const unmarked = log.with(1, '- [ ] Send it');
    assert.deepEqual(open(indexOf({ '1on1s/Jane.md': unmarked })), ['jane: Send it @2026-11-30']);
  });

  it('keeps its age', () => {
    const [item] = indexOf({ [target]: copy }).followUpsOf('jane');
    assert.equal(item?.since, '2026-11-16');
    assert.equal(item.followUp.origin?.times, 2);
  });
});
