import assert from 'node:assert/strict';
import type { NoteIndex } from '../../../src/core/index/noteIndex';
import { FollowUpOutline, type OutlineChange, type OutlineQuery } from '../../../src/core/followUpList/outline';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { day, indexOf, noteAt } from '../support/notes';
import { drawn } from './followUpLists';
import { worded } from '../support/worded';

const JANE = '1-1s/jane-doe/2026-11-30.md';
const query: OutlineQuery = { grouping: 'person', filter: {}, today: day('2026-12-05') };

function started(index: NoteIndex, changed: Partial<OutlineQuery> = {}): FollowUpOutline {
  const outline = new FollowUpOutline({ index }, { ...query, ...changed });
  Array.from(outline.show(outline.query));
  return outline;
}

/** Puts a note into the index, and has the outline take in what that changed. */
function put(
  outline: FollowUpOutline,
  index: NoteIndex,
  [path, ...lines]: readonly string[],
): OutlineChange | undefined {
  const change = index.put(noteAt(path ?? '', lines));
  if (!change) return undefined;
  return runToCompletion(outline.update(change));
}

const notes = () =>
  indexOf({
    [JANE]: ['- [ ] @jane one', '- [ ] @me two'],
    '1-1s/bob-ray/2026-11-30.md': ['- [ ] @bob three', '- [ ] @me four due:2026-12-20'],
  });

describe('The outline of follow-ups', () => {
  it('says that only the group of the note that changed looks different', () => {
    const index = notes();
    const outline = started(index);
    assert.deepEqual(
      put(outline, index, [JANE, '- [ ] @jane one', '- [ ] @me two', '- [ ] @me five']),
      new Set(['person:jane doe']),
    );
    assert.deepEqual(
      put(outline, index, [JANE, '- [ ] @jane one', '- [ ] @me five', '- [ ] @me two']),
      new Set(['person:jane doe']),
    );
    assert.deepEqual(drawn(outline.groups).slice(-6), ['  four', '  three', 'Jane Doe', '  one', '  five', '  two']);
  });

  it('says that nothing looks different when lines only move', () => {
    const index = notes();
    const outline = started(index);
    assert.equal(put(outline, index, [JANE, '', '- [ ] @jane one', '- [ ] @me two']), undefined);
  });

  it('says that the list of groups changed when a person comes or goes', () => {
    const index = notes();
    const outline = started(index);
    assert.equal(put(outline, index, [JANE, '']), 'all');
    assert.deepEqual(drawn(outline.groups)[0], 'Bob Ray');
    assert.equal(put(outline, index, ['1-1s/ann-lee/2026-11-30.md', '- [ ] six due:2026-12-19']), 'all');
    assert.deepEqual(drawn(outline.groups)[0], 'Ann Lee');
  });

  it('says that a person moved when a follow-up becomes urgent', () => {
    const index = notes();
    const outline = started(index);
    assert.equal(put(outline, index, [JANE, '- [ ] @jane one due:2026-12-01']), 'all');
    assert.deepEqual(drawn(outline.groups).slice(0, 2), ['Jane Doe', '  one']);
  });

  it('finds what changed in other groupings too', () => {
    const index = notes();
    const outline = started(index, { grouping: 'due' });
    assert.deepEqual(put(outline, index, [JANE, '- [ ] @jane one', '- [ ] @me 2']), new Set(['due:noDate']));
    assert.equal(put(outline, index, [JANE, '- [ ] @jane one due:2026-12-05', '- [ ] @me 2']), 'all');
    assert.deepEqual(
      put(outline, index, [JANE, '- [ ] @jane one due:2026-12-05', '- [ ] @me 2 due:2026-12-20']),
      new Set(['due:later', 'due:noDate']),
    );
  });

  it('says that a follow-up looks different when its owner changes, though its line is the same', () => {
    const index = notes();
    const path = 'notes/2026-11-30-1on1.md';
    const withPerson = (name: string) => [path, '---', `person: ${name}`, '---', '## Their actions', '- [ ] six'];
    index.put(noteAt(path, withPerson('Jane Doe').slice(1)));
    const outline = started(index, { grouping: 'due' });
    assert.deepEqual(put(outline, index, withPerson('Bob Ray')), new Set(['due:noDate']));
  });

  it('keeps in its place what is ticked while it is listed, until it is shown anew', () => {
    const index = notes();
    const outline = started(index);
    outline.keepsClosed = true;
    const ticked = [JANE, '- [x] @jane one done:2026-12-05', '- [ ] @me two'];
    const before = drawn(outline.groups);
    assert.deepEqual(put(outline, index, ticked), new Set(['person:jane doe']));
    assert.deepEqual(drawn(outline.groups), before);
    put(outline, index, [...ticked, '- [ ] @me five']);
    assert.ok(drawn(outline.groups).includes('  one'), 'another change of the same note leaves it there');
    Array.from(outline.show(query));
    assert.deepEqual(drawn(outline.groups).slice(-3), ['Jane Doe', '  two', '  five']);
  });

  it('lets go at once of what was closed while nobody looked', () => {
    const index = notes();
    const outline = started(index);
    put(outline, index, [JANE, '- [x] @jane one', '- [ ] @me two']);
    assert.ok(!drawn(outline.groups).includes('  one'));
  });

  it('leaves what is shown as closed behind the rest when something else changes', () => {
    const index = indexOf({ [JANE]: ['- [x] @me one done:2026-12-04', '- [ ] @me two due:2026-12-20'] });
    const outline = started(index, { doneSince: day('2026-12-01') });
    outline.keepsClosed = true;
    put(outline, index, [JANE, '- [x] @me one done:2026-12-04', '- [ ] @me two due:2026-12-20', '- [ ] @me three']);
    assert.deepEqual(drawn(outline.groups), ['Jane Doe', '  two', '  three', '  one']);
  });

  it('does not keep what moved on to another note', () => {
    const index = indexOf({ [JANE]: '- [ ] @jane one' });
    const outline = started(index);
    outline.keepsClosed = true;
    const next = '1-1s/jane-doe/2026-12-07.md';
    put(outline, index, [next, '- [ ] @jane one (from [2026-11-30](2026-11-30.md), since 2026-11-30, 1×)']);
    put(outline, index, [JANE, '- [>] @jane one (to [2026-12-07](2026-12-07.md))']);
    assert.deepEqual(drawn(outline.groups), ['Jane Doe', '  one']);
  });

  it('knows the way to a follow-up', () => {
    const index = notes();
    const outline = started(index);
    const [one] = index.followUpsOf('jane doe');
    assert.ok(one);
    const ref = { uri: one.note.uri, id: one.id };
    assert.deepEqual(
      outline.pathTo(ref).map(({ title }) => worded(title)),
      ['Jane Doe'],
    );
    assert.deepEqual(outline.pathTo({ ...ref, id: 'gone' }), []);
  });

  it('works in steps of one note, and then of one person', () => {
    const index = notes();
    const outline = new FollowUpOutline({ index }, query);
    assert.equal(Array.from(outline.show(query)).length, index.size + index.people.all.length);
  });
});
