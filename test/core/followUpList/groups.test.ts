import assert from 'node:assert/strict';
import type { NoteIndex } from '../../../src/core/index/noteIndex';
import { FollowUpOutline, type OutlineQuery } from '../../../src/core/followUpList/outline';
import { day, indexOf } from '../support/notes';
import { drawn } from './followUpLists';

const index = indexOf({
  '1-1s/jane-doe/2026-11-23.md': [
    '# Jane, November',
    '- [ ] @jane later due:2026-12-20',
    '- [ ] @jane next due:2026-12-09',
    '- [ ] @bob @zoe for others due:2026-12-06',
    '- [ ] nobody',
    '- [x] long done done:2026-11-24',
  ],
  '1-1s/jane-doe/2026-11-30.md': [
    '# Jane, last',
    '- [ ] @me today due:2026-12-05',
    '- [ ] @jane overdue due:2026-12-01',
    '- [ ] @me @jane of both',
    '- [ ] @jane no such day due:2026-02-30',
    '- [x] @jane done done:2026-12-01',
    '- [-] @me dropped',
  ],
  '1-1s/bob-ray/2026-11-30.md': [
    '# Bob',
    '- [ ] @bob undated',
    '- [ ] (A) @bob important',
    '- [>] @bob gone 2026-12-01',
  ],
  'projects/b.md': ['# Second', '- [ ] stray'],
  'projects/a.md': ['# First', '- [ ] @jane joins Jane', '- [ ] another'],
});

function shown(query: Partial<OutlineQuery>, of: NoteIndex = index): string[] {
  const outline = new FollowUpOutline({ index: of }, { grouping: 'person', filter: {}, today: day('2026-12-05') });
  Array.from(outline.show({ ...outline.query, ...query }));
  return drawn(outline.groups);
}

describe('Follow-ups in groups', () => {
  it('are listed under each person by urgency, the most urgent person first, and other notes last', () => {
    assert.deepEqual(shown({}), [
      'Jane Doe',
      '  no such day',
      '  overdue',
      '  today',
      '  for others',
      '  next',
      '  later',
      '  nobody',
      '  of both',
      '  joins Jane',
      'Bob Ray',
      '  important',
      '  undated',
      'Other notes',
      '  First',
      '    another',
      '  Second',
      '    stray',
    ]);
  });

  it('put a person with something overdue before one with a date that cannot be read', () => {
    const notes = indexOf({
      '1-1s/ann/2026-11-30.md': '- [ ] @ann no such day due:2026-02-30',
      '1-1s/bo/2026-11-30.md': '- [ ] @bo late due:2026-12-01',
    });
    assert.deepEqual(shown({}, notes), ['Bo', '  late', 'Ann', '  no such day']);
  });

  it('stand by when they are due', () => {
    assert.deepEqual(
      shown({ grouping: 'due' }).filter((line) => !line.startsWith('  ')),
      ['Overdue', 'Today', 'Next 7 days', 'Later', 'No date', 'Invalid date'],
    );
    assert.deepEqual(shown({ grouping: 'due' }).slice(0, 7), [
      'Overdue',
      '  overdue',
      'Today',
      '  today',
      'Next 7 days',
      '  for others',
      '  next',
    ]);
  });

  it('stand by owner, the reader first and nobody last', () => {
    assert.deepEqual(shown({ grouping: 'owner', filter: { overdue: true } }), ['Jane Doe', '  overdue']);
    assert.deepEqual(
      shown({ grouping: 'owner' }).filter((line) => !line.startsWith('  ')),
      ['Me', 'Bob Ray', 'Jane Doe', 'Unassigned'],
    );
  });

  it('stand by note, the newest first, in the order of the lines', () => {
    const lines = shown({ grouping: 'note' });
    assert.deepEqual(lines.slice(0, 4), ['Bob', '  undated', '  important', 'Jane, last']);
    assert.deepEqual(
      lines.filter((line) => !line.startsWith('  ')),
      ['Bob', 'Jane, last', 'Jane, November', 'First', 'Second'],
    );
  });

  it('can hold what was closed in the last days, behind all that is open', () => {
    const since = { doneSince: day('2026-11-28') };
    const lines = shown(since);
    assert.deepEqual(lines.slice(lines.indexOf('  joins Jane'), lines.indexOf('Bob Ray')), [
      '  joins Jane',
      '  done',
      '  dropped',
    ]);
    assert.deepEqual(shown({ ...since, grouping: 'due' }).slice(-3), ['Done', '  done', '  dropped']);
  });

  it('are in the order of their priority when nothing else tells them apart, without one between medium and low', () => {
    const priorities = ['⏬', '🔽', '', '🔼', '⏫', '🔺'];
    const lines = priorities.map((sign, at) => `- [ ] @me item ${at} ${sign}`);
    const mine = shown({ grouping: 'owner' }, indexOf({ '1-1s/jane/2026-11-30.md': lines }));
    assert.deepEqual(mine, ['Me', ...[5, 4, 3, 2, 1, 0].map((at) => `  item ${at}`)]);
  });

  it('hold what was closed on the first day that is asked for, and not what was closed the day before', () => {
    const lines = ['- [x] @me before done:2026-11-30', '- [x] @me first done:2026-12-01'];
    const done = shown(
      { grouping: 'due', doneSince: day('2026-12-01') },
      indexOf({ '1-1s/jane/2026-11-16.md': lines }),
    );
    assert.deepEqual(done, ['Done', '  first']);
  });

  it('count what is open and overdue', () => {
    const outline = new FollowUpOutline({ index }, { grouping: 'person', filter: {}, today: day('2026-12-05') });
    Array.from(outline.show(outline.query));
    const jane = outline.groups[0];
    assert.deepEqual([jane?.open, jane?.overdue], [9, 1]);
  });

  it('are not there when nothing passes the filter', () => {
    assert.deepEqual(shown({ filter: { text: 'nowhere' } }), []);
    assert.deepEqual(shown({}, indexOf({})), []);
  });
});
