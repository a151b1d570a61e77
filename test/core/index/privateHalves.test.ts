import assert from 'node:assert/strict';
import { partsOf } from '../../../src/core/index/listedFollowUp';
import { NoteIndex } from '../../../src/core/index/noteIndex';
import { layoutPaths } from '../../../src/core/note/identity';
import type { Note } from '../../../src/core/note/note';
import { pathPattern } from '../../../src/core/note/pathPattern';
import { readNote } from '../../../src/core/note/readNote';
import { privatePathSetting } from '../../../src/core/newNote/notePath';
import { noteOfThatDay, sessionPlace } from '../../../src/core/newNote/planSession';
import { summarizePerson } from '../../../src/core/peopleView/summary';
import { historyBefore } from '../../../src/core/questions/history';
import { meetingToShare, shareable } from '../../../src/core/sharing/share';
import { wordMessage } from '../../../src/core/text/message';
import { day, rules, uriOf } from '../support/notes';

const NOTES = '1-1s/{person}/{date}.md';
const pattern = pathPattern('mine/{person}/{date}.md');
const withHalves = { ...rules, paths: layoutPaths(NOTES, 'People/{name}.md', { pattern }) };

function read(path: string, lines: readonly string[], reading = withHalves): Note {
  return readNote({ uri: uriOf(path), path, text: lines.join('\n') }, reading);
}

function indexOf(files: Readonly<Record<string, readonly string[]>>): NoteIndex {
  const index = new NoteIndex({ me: ['Max Meyer'], roster: [] });
  index.putAll(Object.entries(files).map(([path, lines]) => read(path, lines)));
  return index;
}

/** The names of the notes of each meeting with Jane. */
function meetings(files: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return indexOf(files)
    .meetingsWith('jane doe')
    .map((dated) => {
      return partsOf(dated)
        .map(({ note }) => note.uri.slice(uriOf('').length))
        .join(' + ');
    });
}

const SHARED = '1-1s/jane-doe/2026-11-30.md';
const HALF = 'mine/jane-doe/2026-11-30.md';
const PAY = ['- [ ] Plan her pay'];

describe('A note at the place of private halves', () => {
  it('is private as a whole, and a 1:1 by its path alone', () => {
    const half = read(HALF, PAY);
    assert.equal(half.private, true);
    assert.equal(half.kind, 'meeting');
    assert.equal(half.followUps[0]?.private, true);
    assert.equal(read(HALF, PAY, rules).private, false);
  });

  it('is at that place only in the folder that the setting names', () => {
    const root = uriOf('other').replace(/\/$/, '');
    const reading = { ...rules, paths: layoutPaths(NOTES, 'People/{name}.md', { pattern, root }) };
    assert.equal(read(HALF, PAY, reading).private, false);
    const elsewhere = readNote({ uri: `${root}/${HALF}`, path: HALF, text: PAY.join('\n') }, reading);
    assert.equal(elsewhere.private, true);
  });

  it('is one meeting with the note of that day', () => {
    assert.deepEqual(meetings({ [SHARED]: ['# Jane'], [HALF]: PAY }), [`${SHARED} + ${HALF}`]);
  });

  it('is a meeting by itself as long as there is no other note', () => {
    assert.deepEqual(meetings({ [HALF]: PAY }), [HALF]);
    const other = '1-1s/jane-doe/2026-11-23.md';
    assert.deepEqual(meetings({ [other]: ['# Jane'], [HALF]: PAY }), [other, HALF]);
  });

  it('belongs to a dated heading of a log, too', () => {
    const log = ['---', 'type: 1on1', 'person: Jane Doe', '---', '## 2026-11-23', 'a', '## 2026-11-30', 'b'];
    assert.deepEqual(meetings({ 'logs/Jane Doe.md': log, [HALF]: PAY }), [
      'logs/Jane%20Doe.md',
      `logs/Jane%20Doe.md + ${HALF}`,
    ]);
  });

  it('belongs to the first note of a day with two', () => {
    const second = '1-1s/jane-doe/2026-11-30-2.md';
    assert.deepEqual(meetings({ [SHARED]: ['a'], [second]: ['b'], [HALF]: PAY }), [`${SHARED} + ${HALF}`, second]);
  });

  it('stays a half when it moves, as long as it says that it is private', () => {
    const head = ['---', 'type: 1on1', 'person: Jane Doe', 'date: 2026-11-30', 'private: true', '---'];
    assert.deepEqual(meetings({ [SHARED]: ['a'], 'drawer/pay.md': [...head, ...PAY] }), [`${SHARED} + drawer/pay.md`]);
  });
});

describe('Both halves of a 1:1', () => {
  const files = {
    [SHARED]: ['**Who do you want to thank?**', '', 'Bob', ''],
    [HALF]: ['**What is in your way?**', '', 'Pay', ...PAY],
  };

  it('count once, with the follow-ups of both', () => {
    const index = indexOf({ ...files, [SHARED]: [...files[SHARED], '- [ ] Send deck'] });
    const [person] = index.people.all;
    assert.ok(person);
    const summary = summarizePerson(index, person, { today: day('2026-12-01'), fallbackDays: 7 });
    assert.equal(summary.meetings.length, 1);
    assert.equal(summary.openUnassigned, 2);
  });

  it('make one history of questions', () => {
    const index = indexOf(files);
    const known = index.meetingsWith('jane doe');
    const all = partsOf(known[0]!).flatMap(({ meeting }) => meeting.sections.flatMap(({ prompts }) => prompts));
    const history = historyBefore(known, day('2026-12-07'));
    assert.equal(history.written.length, 1);
    assert.deepEqual([...history.asked.keys()].sort(), all.map(({ question }) => question).sort());
    assert.equal(historyBefore(known, day('2026-12-07'), partsOf(known[0]!)[1]?.meeting).written.length, 0);
  });
});

describe('A private half without the other one', () => {
  const index = indexOf({ [HALF]: PAY });
  const session = { person: { key: 'jane doe', name: 'Jane Doe' }, date: day('2026-11-30') };

  it('does not count as the note of that day', () => {
    assert.equal(noteOfThatDay(session, index), undefined);
  });

  it('does not decide where the shared note goes', () => {
    const folder = {
      uriOf,
      pathOf: (uri: string) => uri.slice(uriOf('').length),
      pathSetting: { value: NOTES, isSetByUser: false },
    };
    assert.deepEqual(sessionPlace(session, folder, index), { kind: 'file', path: SHARED });
  });

  it('is never the note to share, and is refused if it is asked for', () => {
    const [dated] = index.meetingsWith('jane doe');
    assert.ok(dated);
    assert.equal(meetingToShare([dated], 'recap', day('2026-12-01')), undefined);
    const [person] = index.people.all;
    assert.ok(person);
    const file = { uri: uriOf(HALF), path: HALF, text: PAY.join('\n') };
    const request = { file, rules: withHalves, meeting: 0, person, people: index.people, writer: undefined };
    const shared = shareable(request, 'recap');
    assert.match('refused' in shared ? wordMessage(shared.refused) : '', /private as a whole/);
  });
});

describe('The setting for private halves', () => {
  const problemOf = (value: string, notes = NOTES): string => {
    const found = privatePathSetting(value, notes);
    return found && 'refused' in found ? wordMessage(found.refused) : '';
  };

  it('is a path, in another folder of the workspace too', () => {
    assert.equal(privatePathSetting('  ', NOTES), undefined);
    assert.deepEqual(privatePathSetting('private/{person}/{date}', NOTES), {
      folder: undefined,
      path: 'private/{person}/{date}.md',
    });
    assert.deepEqual(privatePathSetting('${workspaceFolder:my notes}/{person}/{date}.md', NOTES), {
      folder: 'my notes',
      path: '{person}/{date}.md',
    });
  });

  it('is refused where it would make shared notes private', () => {
    for (const value of [NOTES, './1-1s/{person}/{date}', '{year}/{person}/{date}.md']) {
      const notes = value.startsWith('{year}') ? value : NOTES;
      assert.match(problemOf(value, notes), /shared notes would be there too/, value);
    }
  });

  it('is refused with the reasons for which notes.path is', () => {
    for (const [value, problem] of [
      ['../{person}/{date}.md', /leads out of the workspace/],
      ['/tmp/{person}/{date}.md', /leads out of the workspace/],
      ['private/{name}/{date}.md', /\{name\} is unknown/],
      ['private/{person}.md', /add \{person\} and \{date\}/],
      ['private/', /is not a file/],
    ] as const) {
      assert.match(problemOf(value), /^The setting oneOnOne\.notes\.privatePath is /, value);
      assert.match(problemOf(value), problem, value);
    }
  });
});
