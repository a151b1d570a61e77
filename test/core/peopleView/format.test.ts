import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { nextMeeting, summarizePeople, summarizePerson } from '../../../src/core/peopleView/summary';
import type { NameRecord } from '../../../src/core/people/directory';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { formatMeeting, formatPerson, formatPersonStatus, personDetails } from '../../../src/core/peopleView/format';
import { readsOf } from '../../properties/support/reads';
import { day, indexOf, noteAt } from '../support/notes';
import { worded } from '../support/worded';

const today = day('2026-03-16');
const index = indexOf(
  {
    '1-1s/jane/2026-02-01.md': '---\nframework: career-and-well-being\n---\n## Goals\nTo grow.',
    '1-1s/jane/2026-02-08.md': '- [ ] @jane Send the draft',
    '1-1s/jane/2026-02-15.md': '',
    '1-1s/jane/2026-02-22.md': ['- [ ] @me Ask Bo', '- [ ] Decide'],
    '1-1s/bob/2025-10-01.md': '',
    '1-1s/ana/2026-03-20.md': '',
  },
  {
    me: ['Sam'],
    roster: [
      { name: 'Cleo', awayUntil: day('2026-04-01') },
      { name: 'Jane', relation: 'report' },
    ],
  },
);
const summaryDay = { today, fallbackDays: 14 };

describe('The summary of a person', () => {
  it('is said in one line, those who need attention first', () => {
    assert.deepEqual(
      runToCompletion(summarizePeople(index, summaryDay)).map(
        (summary) => `${summary.person.name}: ${worded(formatPerson(summary, today))}`,
      ),
      ['Jane: overdue by 2 weeks · 3 open', 'Ana: next note in 4 days', 'Cleo: away', 'Bob: last met 5 months ago'],
    );
  });

  it('is said thing by thing', () => {
    const jane = index.people.get('jane');
    assert.ok(jane);
    const details = worded(personDetails(summarizePerson(index, jane, summaryDay), builtInFrameworks(), today));
    assert.deepEqual(
      details.map(({ label, description }) => `${label}: ${description}`),
      [
        'Last met: 3 weeks ago, Sun 22 Feb',
        'Next: was due Sun 1 Mar, 2 weeks ago',
        'Cadence: weekly from the last four notes',
        'Open: 1 owed by you, 1 by others, 1 without an owner',
        'Oldest: Send the draft, 5 weeks',
        'Career & well-being: 6 weeks ago, due',
        'Sessions: 3× without a framework, 1× Career & Well-being',
      ],
    );
  });

  it('takes the default cadence of the folder of the newest note', () => {
    const people = indexOf({ '1-1s/jane/2026-03-09.md': 'Hello' });
    const jane = people.people.get('jane');
    assert.ok(jane);
    const fallbackDays = (uri?: string): number => (uri?.endsWith('/1-1s/jane/2026-03-09.md') ? 30 : 7);
    assert.equal(summarizePerson(people, jane, { today, fallbackDays }).cadence.days, 30);
  });

  it('counts follow-ups again after one of them changed, and otherwise reads none again', () => {
    const path = '1-1s/jane/2026-02-08.md';
    const owed = (count: number): string[] => Array.from({ length: count }, (_, at) => `- [ ] @jane Send part ${at}`);
    const counting = (count: number): (() => number | undefined) => {
      const people = indexOf({ [path]: owed(count) });
      const open = (): number | undefined => runToCompletion(summarizePeople(people, summaryDay))[0]?.openTheirs;
      assert.equal(open(), count);
      people.put(noteAt(path, owed(2 * count)));
      assert.equal(open(), 2 * count);
      return open;
    };
    assert.equal(readsOf(counting(1)), readsOf(counting(100)));
  });

  it('says that the oldest follow-up is private', () => {
    const people = indexOf({ '1-1s/jane/2026-02-08.md': '- [ ] @jane Talk about pay #private' });
    const jane = people.people.get('jane');
    assert.ok(jane);
    const details = worded(personDetails(summarizePerson(people, jane, summaryDay), builtInFrameworks(), today));
    assert.match(
      details.find(({ kind }) => kind === 'oldest')?.description ?? '',
      /^Talk about pay.*, 5 weeks, private$/,
    );
  });

  for (const relation of ['peer', 'manager', undefined] as const) {
    it(`mentions no career session for ${relation ? `a ${relation}` : 'a person whose relation is unknown'}`, () => {
      const people = indexOf(
        { '1-1s/jane/2026-02-01.md': '---\nframework: career-and-well-being\n---\n## Goals\nTo grow.' },
        { me: [], roster: [{ name: 'Jane', ...(relation && { relation }) }] },
      );
      const [summary] = runToCompletion(summarizePeople(people, summaryDay));
      assert.ok(summary);
      const kinds = personDetails(summary, builtInFrameworks(), today).map(({ kind }) => kind);
      assert.ok(kinds.includes('sessions') && !kinds.includes('career'), kinds.join());
    });
  }

  it('says with its numbers that the last notes were mostly status, and else what they were about', () => {
    const note = (status: string, process: string) => ['## Status', status, '## Process', process, '## People'];
    const heavy = note('Done and merged, all of it', 'Fine.');
    const talk = note('Fine.', 'Builds are slow again, and nobody knows why');
    const people = indexOf({
      ...Object.fromEntries(['02', '09', '15'].map((on) => [`1-1s/jane/2026-03-${on}.md`, heavy])),
      ...Object.fromEntries(['02', '09'].map((on) => [`1-1s/bo/2026-03-${on}.md`, talk])),
    });
    const summaries = runToCompletion(summarizePeople(people, summaryDay));
    assert.deepEqual(
      summaries.map((summary) => [
        worded(formatPerson(summary, today)),
        worded(personDetails(summary, builtInFrameworks(), today)).find(({ kind }) => kind === 'balance')?.description,
      ]),
      [
        ['due in 7 days', 'Process 89%, Status 11% of what the last 2 notes say'],
        ['due in 13 days · status-heavy', '3 of the last 3 notes are mostly status; People is empty'],
      ],
    );
  });

  it('takes the cadence of the page before that of the roster, and says which it is', () => {
    const both = indexOf(
      { 'People/Ana.md': '---\nperson: Ana\ncadence: weekly\n---', 'People/Bo.md': '---\nperson: Bo\nrole: Lead\n---' },
      { me: [], roster: ['Ana', 'Bo'].map((name) => ({ name, cadence: 'monthly' })) },
    );
    assert.deepEqual(
      both.people.all.map((person) => worded(summarizePerson(both, person, summaryDay).cadence.reason)),
      ["weekly, set in the person's page", 'monthly, set in the roster'],
    );
  });

  it('is said beside a note by the last meeting before today, which is the one being held', () => {
    const people = indexOf({
      '1-1s/ana/2026-03-16.md': '- [ ] a',
      '1-1s/bo/2026-03-16.md': '',
      '1-1s/bo/2026-03-09.md': '',
    });
    assert.deepEqual(
      runToCompletion(summarizePeople(people, summaryDay)).map((summary) => worded(formatPersonStatus(summary, today))),
      ['Ana · first 1:1 · 1 open', 'Bo · met 7 days ago · nothing open'],
    );
  });
});

describe('The next meeting', () => {
  const next = (notes: Parameters<typeof indexOf>[0], roster: readonly NameRecord[] = []): string => {
    const found = runToCompletion(nextMeeting(indexOf(notes, { me: ['Sam'], roster }), summaryDay));
    return found ? `${found.person.name}: ${worded(formatMeeting(found.state, today))}` : '';
  };
  const met = (name: string, date: string) => ({ [`1-1s/${name}/${date}.md`]: '' });

  it('is the most urgent one that is due', () => {
    assert.equal(next({ ...met('jane', '2026-02-20'), ...met('bo', '2026-03-01') }), 'Jane: overdue by 10 days');
  });

  it('is the earliest one ahead when none is due, whether a note is there for it or not', () => {
    assert.equal(next({ ...met('jane', '2026-03-10'), ...met('bo', '2026-03-13') }), 'Jane: due in 8 days');
    const planned = { ...met('bo', '2026-03-13'), ...met('bo', '2026-03-18') };
    assert.equal(next({ ...met('jane', '2026-03-10'), ...planned }), 'Bo: next note in 2 days');
  });

  it('is never one with a person who is away, who left, or who is not met anymore', () => {
    const roster = [{ name: 'Jane', awayUntil: day('2026-04-01') }];
    assert.equal(next({ ...met('jane', '2026-02-20'), ...met('bo', '2025-03-01') }, roster), '');
  });

  it('is missing without notes', () => {
    assert.equal(next({}), '');
  });
});
