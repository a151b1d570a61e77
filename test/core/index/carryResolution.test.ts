import assert from 'node:assert/strict';
import { indexOf } from '../support/notes';

type Notes = Readonly<Record<string, readonly string[]>>;

const FOLDER = '1-1s/jane-doe/';
const LOG = '1on1s/Jane Doe.md';

/** The open follow-ups with Jane, each with the name of its note. */
function open(notes: Notes): readonly string[] {
  return indexOf(notes)
    .followUpsOf('jane doe')
    .filter(({ isOpen }) => isOpen)
    .map(({ note, text }) => `${note.uri.slice(note.uri.lastIndexOf('/') + 1).replace('.md', '')}: ${text}`);
}

/** A note of Jane for each day. */
function files(days: Notes): Notes {
  return Object.fromEntries(Object.entries(days).map(([day, lines]) => [`${FOLDER}${day}.md`, lines]));
}

describe('A moved follow-up', () => {
  it('is gone if a later 1:1 has its text, and not if an earlier one has', () => {
    const [before, after] = [['- [x] Send'], ['- [ ] Send']];
    assert.deepEqual(open(files({ '2026-03-09': ['- [>] Send'], '2026-03-16': after })), ['2026-03-16: Send']);
    assert.deepEqual(open(files({ '2026-03-02': before, '2026-03-09': ['- [>] Send'], '2026-03-16': [] })), [
      '2026-03-09: Send',
    ]);
  });

  it('is gone if a later entry of its log has its text, and not if an earlier one has', () => {
    const moved = ['## 2026-03-09', '', '- [>] Send', ''];
    const earlier = [
      '# Jane Doe',
      '',
      '## 2026-03-16',
      '',
      'No promises.',
      '',
      ...moved,
      '## 2026-03-02',
      '- [x] Send',
    ];
    assert.deepEqual(open({ [LOG]: earlier }), ['Jane%20Doe: Send']);
    const sameDay = earlier.map((line) => line.replace('2026-03-02', '2026-03-09'));
    assert.deepEqual(open({ [LOG]: sameDay }), ['Jane%20Doe: Send']);
    const later = ['# Jane Doe', '', '## 2026-03-16', '', '- [x] Send', '', ...moved];
    assert.deepEqual(open({ [LOG]: later }), []);
  });

  it('is not at its target if that has the text of an earlier day', () => {
    const moved = (target: string): readonly string[] => [`- [>] Send (to [there](${target}.md))`];
    const at = (target: string): readonly string[] =>
      open(files({ '2026-03-02': ['- [x] Send'], '2026-03-09': moved(target), '2026-03-16': ['- [x] Send now'] }));
    assert.deepEqual(at('2026-03-02'), ['2026-03-09: Send']);
    assert.deepEqual(open(files({ '2026-03-09': moved('2026-03-16'), '2026-03-16': ['- [x] Send'] })), []);
  });

  it('is gone if it says when, in words and not in code', () => {
    assert.deepEqual(open(files({ '2026-03-09': ['- [>] Send on 2026-03-16'] })), []);
    assert.equal(open(files({ '2026-03-09': ['- [>] Send `2026-03-16.zip`'] })).length, 1);
  });

  it('needs an item of its own at the target, or in later 1:1s, if it has a twin', () => {
    for (const moved of ['- [>] Send (to [next](2026-03-16.md))', '- [>] Send']) {
      const twins = [moved, moved];
      const next = (count: number): readonly string[] => Array.from({ length: count }, () => '- [x] Send');
      assert.equal(open(files({ '2026-03-09': twins, '2026-03-16': next(1) })).length, 1, moved);
      assert.equal(open(files({ '2026-03-09': twins, '2026-03-16': next(2) })).length, 0, moved);
    }
  });

  it('is at its target in other words only if the item there is from the same entry of the log', () => {
    const log = [
      ...['# Jane Doe', '', '## 2026-03-02', '', '- [>] Call (to [next](../1-1s/jane-doe/2026-03-16.md))', ''],
      ...['## 2026-03-09', '', '- [>] Send (to [next](../1-1s/jane-doe/2026-03-16.md))'],
    ];
    const next = ['- [ ] Send it to Bob (from [2026-03-09](<../../1on1s/Jane Doe.md#2026-03-09>))'];
    assert.deepEqual(open({ [LOG]: log, [`${FOLDER}2026-03-16.md`]: next }), [
      '2026-03-16: Send it to Bob',
      'Jane%20Doe: Call',
    ]);
  });
});
