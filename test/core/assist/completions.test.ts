import assert from 'node:assert/strict';
import { dateTriggers } from '../../../src/core/taskText/dialects';
import type { DialectId } from '../../../src/core/taskText/taskFields';
import { type LineCompletion, lineCompletions } from '../../../src/core/assist/completions';
import { hasCompletions } from '../../../src/core/assist/completionTriggers';
import { day, indexOf } from '../support/notes';
import { type Worded, worded } from '../support/worded';

const index = indexOf({
  '1-1s/jane-doe/2026-11-02.md': ['- [ ] one #budget', '- [ ] two #hiring #budget'],
  '1-1s/jane-doe/2026-11-16.md': ['- [ ] three #api/v2'],
  '1-1s/bob-stone/2026-11-23.md': [],
  '1-1s/bob-doe/2026-10-01.md': [],
  'People/Zoë Ny.md': ['---', 'person: Zoë Ny', 'aliases: [zn]', '---'],
});

interface Where {
  readonly isOneOnOne?: boolean;
  readonly dialect?: DialectId;
}

/** What is offered at the mark `│`. */
function offers(
  marked: string,
  { isOneOnOne = true, dialect = 'plain' }: Where = {},
): readonly Worded<LineCompletion>[] {
  const cursor = marked.indexOf('│');
  const line = marked.replace('│', '');
  const offered = lineCompletions({
    ownName: 'me',
    line,
    cursor,
    index,
    isOneOnOne,
    person: isOneOnOne ? index.people.get('jane doe') : undefined,
    today: day('2026-11-30'),
    fallbackDays: 14,
    dialect,
  });
  assert.ok(offered.length === 0 || hasCompletions(line, cursor), 'the quick look must not refuse what is offered');
  return worded(offered);
}

const labels = (marked: string, where?: Where) => offers(marked, where).map(({ label }) => label);

/** The line once the offer with this label is taken. */
function taken(marked: string, label: string, where?: Where): string {
  const offer = offers(marked, where).find((each) => each.label === label);
  assert.ok(offer, `${label} is offered`);
  const line = marked.replace('│', '');
  return line.slice(0, offer.start) + offer.text + line.slice(offer.end);
}

describe('People after @', () => {
  it('are offered with the person of the note first, then the reader, then those met last', () => {
    assert.deepEqual(labels('- [ ] @│'), ['Jane Doe', 'Me', 'Bob Stone', 'Bob Doe', 'Zoë Ny']);
    assert.deepEqual(labels('- [ ] @│', { isOneOnOne: false }), ['Me', 'Bob Stone', 'Jane Doe', 'Bob Doe', 'Zoë Ny']);
  });

  it('are written with the shortest unambiguous mention', () => {
    assert.equal(taken('- [ ] @ja│', 'Jane Doe'), '- [ ] @jane');
    assert.equal(taken('- [ ] @│ call', 'Bob Doe'), '- [ ] @bob.doe call');
    assert.equal(taken('- [ ] @│', 'Zoë Ny'), '- [ ] @zn');
    assert.equal(taken('- [ ] @│', 'Me'), '- [ ] @me');
  });

  it('are found by their aliases', () => {
    assert.equal(offers('@│').find(({ label }) => label === 'Zoë Ny')?.filter, '@Zoë Ny zn');
  });

  it('are offered in any line of a 1:1, elsewhere on task lines only', () => {
    assert.ok(labels('Ask @│').includes('Jane Doe'));
    assert.deepEqual(labels('Ask @│', { isOneOnOne: false }), []);
    assert.ok(labels('> 1. [x] Ask @│', { isOneOnOne: false }).includes('Jane Doe'));
  });

  it('are not offered in addresses, code and comments', () => {
    for (const line of ['mail jane@│', 'see https://x.com/@│', 'run `@│`', '<!-- @│ -->', 'npm i x/@│', '\\@│']) {
      assert.deepEqual(labels(line), [], line);
      assert.deepEqual(labels(`- [ ] ${line}`), [], line);
    }
  });
});

describe('Dates in a field', () => {
  it('are the days that people name, the nearest first, and the next 1:1', () => {
    assert.deepEqual(
      offers('- [ ] send due:│').map(({ label, description, text }) => `${text} ${label}: ${description}`),
      [
        '2026-11-30 Today: Mon 30 Nov, today',
        '2026-12-01 Tomorrow: Tue 1 Dec, tomorrow',
        '2026-12-01 Next 1:1 with Jane Doe: Tue 1 Dec, tomorrow',
        '2026-12-02 Wednesday: Wed 2 Dec, in 2 days',
        '2026-12-03 Thursday: Thu 3 Dec, in 3 days',
        '2026-12-04 Friday: Fri 4 Dec, in 4 days',
        '2026-12-05 Saturday: Sat 5 Dec, in 5 days',
        '2026-12-06 Sunday: Sun 6 Dec, in 6 days',
        '2026-12-07 Next Week: Mon 7 Dec, in 7 days',
      ],
    );
  });

  it('are written as each dialect writes them', () => {
    for (const [line, after] of [
      ['due:│', 'due:2026-12-04'],
      ['due: │', 'due: 2026-12-04'],
      ['due:fri│', 'due:2026-12-04'],
      ['t:│', 't:2026-12-04'],
      ['📅│', '📅 2026-12-04'],
      ['📅 fr│', '📅 2026-12-04'],
      ['⏳ │', '⏳ 2026-12-04'],
      ['[due::│]', '[due:: 2026-12-04]'],
      ['(due:: │', '(due:: 2026-12-04)'],
      ['@due(│)', '@due(2026-12-04)'],
      ['{due:│}', '{due:2026-12-04}'],
      ['@{│}', '@{2026-12-04}'],
      ['@[[│]]', '@[[2026-12-04]]'],
      ['due:│2026-11-01', 'due:2026-12-04'],
      ['due:2026-│11-01 soon', 'due:2026-12-04 soon'],
      ['📅 2026-11-01│ soon', '📅 2026-12-04 soon'],
    ] as const) {
      assert.equal(taken(`- [ ] send ${line}`, 'Friday'), `- [ ] send ${after}`);
    }
  });

  it('are not offered in prose, in code, after other words, or where a date is already written', () => {
    for (const line of ['Reason: │', 'due:│', 'a (│', '(│', '#│', '📅 │']) assert.deepEqual(labels(line), [], line);
    for (const line of ['`due:│`', 'reason:│', 'overdue:│', 'call (│', 'due:2026-12-04 (│', 'http://x/due:│', '(@│']) {
      assert.ok(!labels(`- [ ] ${line}`).includes('Today'), line);
    }
  });

  it('have a trigger in every dialect', () => {
    assert.deepEqual([...dateTriggers].sort(), ['(', ':', '[', '{', '⌛', '⏳', '📅', '📆', '🗓', '🛫']);
  });
});

describe('Tags after #', () => {
  it('are those of all follow-ups, the most used first', () => {
    assert.deepEqual(labels('- [ ] send #│'), ['#budget', '#api/v2', '#hiring']);
    assert.equal(taken('- [ ] send #bu│', '#budget'), '- [ ] send #budget');
  });

  it('are not offered where # makes a heading, in prose, and inside words', () => {
    for (const line of ['#│', '## │', 'issue #│', '- #│', '- [ ] a#│', '- [ ] `#│`']) {
      assert.ok(!labels(line).includes('#budget'), line);
    }
  });
});

describe('Fields on a task line', () => {
  it('are those that the line lacks, in its own dialect, else in that of the setting', () => {
    const written = (line: string, dialect?: DialectId) =>
      offers(line, dialect && { dialect }).map(({ label, text }) => `${label} ${text}`);
    assert.deepEqual(written('- [ ] send │'), ['Due due:', 'Scheduled t:', 'Owner @']);
    assert.deepEqual(written('- [ ] @jane send ⏳ 2026-12-04 │'), ['Due 📅 ', 'Start 🛫 ']);
    assert.deepEqual(written('- [ ] send │', 'dataview').slice(0, 1), ['Due [due:: ]']);
    assert.equal(offers('- [ ] send │', { dialect: 'dataview' })[0]?.valueAt, '[due:: '.length);
  });

  it('are not offered in prose', () => {
    assert.deepEqual(labels('send │'), []);
    assert.deepEqual(labels('- send │'), []);
    assert.deepEqual(labels('- [ │] send'), []);
  });
});
