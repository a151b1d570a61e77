import assert from 'node:assert/strict';
import type { DatedMeeting } from '../../../src/core/index/listedFollowUp';
import {
  formatDrift,
  formatShares,
  sectionBalance,
  sectionBalances,
} from '../../../src/core/peopleView/sectionBalance';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { day, indexOf } from '../support/notes';
import { worded } from '../support/worded';

const today = day('2026-03-16');

/** The meetings of a person whose notes hold these lines, a week apart, the last one a week ago. */
function meetings(...notes: readonly (readonly string[])[]): readonly DatedMeeting[] {
  const files = notes.map((lines, index) => {
    const date = new Date(Date.UTC(2026, 2, 9 - 7 * (notes.length - 1 - index))).toISOString().slice(0, 10);
    return [`1-1s/jane/${date}.md`, [`# Jane, ${date}`, '', ...lines]] as const;
  });
  return indexOf(Object.fromEntries(files)).meetingsWith('jane');
}

const STATUS = ['## Agenda', '- The board', '## Status', 'The export is done and merged.', '## People', ''];
const PEOPLE = ['## Updates', 'Fine.', '## People', 'She is tired and would like a week off.'];

describe('The balance of the last notes', () => {
  it('is counted by topic, with the questions that have an answer', () => {
    const balance = sectionBalance(
      meetings(
        ['## People', '**Who do you want to thank?**', 'Mei, for the test.', '', '**Who is getting in your way?**'],
        ['## People', 'Well.', '## 2. *Process*', 'One two three four five'],
        ['## process:', 'Six'],
      ),
      today,
    );
    assert.deepEqual(
      balance.topics.filter(({ title }) => title !== '').map((topic) => [topic.title, topic.words, topic.notes]),
      [
        ['process:', 6, 2],
        ['People', 5, 2],
      ],
    );
    const people = balance.topics.find(({ title }) => title === 'People');
    assert.deepEqual([people?.asked, people?.answered], [2, 1]);
    assert.equal(worded(formatShares(balance)), 'process 55%, People 45% of what the last 3 notes say');
  });

  it('says with its numbers when most of them are mostly status, and what stayed empty', () => {
    assert.equal(
      worded(formatDrift(sectionBalance(meetings(STATUS, STATUS, PEOPLE, STATUS), today))),
      '3 of the last 4 notes are mostly status',
    );
    assert.equal(
      worded(formatDrift(sectionBalance(meetings(PEOPLE, STATUS, STATUS, STATUS, STATUS), today))),
      '4 of the last 4 notes are mostly status; People is empty',
    );
    assert.equal(
      worded(
        formatDrift(
          sectionBalance(meetings(['Words', '## People', '## Process'], ['## People', '## Process', 'x']), today),
        ),
      ),
      '',
      'two notes are no habit',
    );
    assert.equal(
      worded(
        formatDrift(
          sectionBalance(
            meetings(...['a', 'b', 'c'].map((word) => [word, '## People', '## On My Mind', '## [Process](x.md)'])),
            today,
          ),
        ),
      ),
      'People and Process are empty',
    );
  });

  it('leaves out agenda, follow-ups, what is private, what is planned, and notes without a word', () => {
    const note = [
      ...['## Agenda', '- Status of the export, in many words', '## Follow-ups', '- [ ] @me Write the status'],
      ...['## Private', 'She wants to leave', '### Status', 'Bad', '## Process', 'Good'],
    ];
    const balance = sectionBalance(meetings(note, note, note, ['## Process']), today);
    assert.deepEqual([balance.notes, balance.words, balance.mostlyStatus], [3, 3, 0]);
    assert.deepEqual(balance.empty, []);
    const ahead = indexOf({ '1-1s/jane/2026-03-17.md': ['## Status', 'Done'] }).meetingsWith('jane');
    assert.equal(sectionBalance(ahead, today).notes, 0);
    assert.equal(worded(formatShares(sectionBalance(ahead, today))), '');
  });

  it('counts text under subheadings for their topic', () => {
    const [topic] = sectionBalance(
      meetings(['## Status', '### Export', 'Done', '### Import', 'Done too'], ['## Status', 'x']),
      today,
    ).topics;
    assert.deepEqual([topic?.title, topic?.words, topic?.isStatus], ['Status', 4, true]);
    const balance = sectionBalance(meetings(['## Process', 'One', '### Status', 'Two words', '### Pace', 'x']), today);
    assert.deepEqual(
      balance.topics.map(({ title, words }) => [title, words]),
      [
        ['Process', 2],
        ['Status', 2],
        ['', 0],
      ],
    );
  });

  it('is found in a log as in notes of their own, whatever a person is called', () => {
    const entry = (date: string): string[] => [`## ${date}`, '### Status', 'All of it done', '### People'];
    const index = indexOf({
      'Status.md': [
        '---',
        'type: 1on1',
        'person: Status',
        '---',
        ...['2026-02-23', '2026-03-02', '2026-03-09'].flatMap(entry),
      ],
      '1-1s/people/2026-03-09.md': ['---', 'person: People', '---', '# People, 2026-03-09', '## Process', 'Slow.'],
    });
    assert.deepEqual(
      runToCompletion(sectionBalances(index, today)).map(({ person, balance }) => [
        person.name,
        worded(formatDrift(balance)),
      ]),
      [
        ['People', ''],
        ['Status', '3 of the last 3 notes are mostly status; People is empty'],
      ],
    );
  });
});
