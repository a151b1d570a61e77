import assert from 'node:assert/strict';
import { parseCivilDate } from '../../../src/core/dates/civilDate';
import { notePath, nextFreePath, type NotePathRequest } from '../../../src/core/newNote/notePath';
import { wordMessage } from '../../../src/core/text/message';

const date = parseCivilDate('2026-11-30')!;
const lastWeek = parseCivilDate('2026-11-23')!;
const plain: NotePathRequest = {
  person: 'Jane Doe',
  date,
  setting: { value: '1-1s/{person}/{date}.md', isSetByUser: false },
  otherSlugs: new Set(),
  isForeign: () => false,
};

const placeOf = (request: Partial<NotePathRequest>): string => {
  const place = notePath({ ...plain, ...request });
  assert.ok('path' in place, JSON.stringify(place));
  return place.path;
};
const refusalOf = (request: Partial<NotePathRequest>): string => {
  const place = notePath({ ...plain, ...request });
  assert.ok('refused' in place, JSON.stringify(place));
  return wordMessage(place.refused);
};
const after = (path: string, old = lastWeek, request: Partial<NotePathRequest> = {}) =>
  placeOf({ ...request, newest: { path, kind: 'meeting', date: old } });
const setTo = (value: string): Partial<NotePathRequest> => ({ setting: { value, isSetByUser: true } });

describe('A new note for a person without notes', () => {
  it('goes where the setting says', () => {
    assert.deepEqual(notePath(plain), { kind: 'file', path: '1-1s/jane-doe/2026-11-30.md' });
    assert.equal(
      placeOf(setTo('meetings/{year}/{month}/{date} {person}.md')),
      'meetings/2026/11/2026-11-30 jane-doe.md',
    );
  });

  it('goes there also when the setting has backslashes, double slashes or no ending', () => {
    assert.equal(placeOf(setTo('meetings\\{person}\\{date}')), 'meetings/jane-doe/2026-11-30.md');
    assert.equal(placeOf(setTo('./a//{person}/./{date}.md')), 'a/jane-doe/2026-11-30.md');
  });

  it('is a running log when the setting has no date', () => {
    assert.deepEqual(notePath({ ...plain, ...setTo('logs/{person}.md') }), { kind: 'log', path: 'logs/jane-doe.md' });
  });

  it('does not mix with a namesake whose name makes the same slug', () => {
    assert.equal(placeOf({ otherSlugs: new Set(['jane-doe']) }), '1-1s/jane-doe-2/2026-11-30.md');
    assert.equal(placeOf({ otherSlugs: new Set(['jane-doe', 'jane-doe-2']) }), '1-1s/jane-doe-3/2026-11-30.md');
  });

  it("never takes the path of another person's note", () => {
    const isForeign = (path: string) => path === 'all/2026-11-30.md';
    assert.equal(placeOf({ ...setTo('all/{date}.md'), isForeign }), 'all/2026-11-30-2.md');
  });
});

describe("A new note follows the person's newest note", () => {
  const patterns: readonly [string, string][] = [
    ['1-1s/jane-doe/2026-11-23.md', '1-1s/jane-doe/2026-11-30.md'],
    ['2026-11-23 Jane Doe.md', '2026-11-30 Jane Doe.md'],
    ['work/2026.11.23-1on1-jane.md', 'work/2026.11.30-1on1-jane.md'],
    ['x/20261123.md', 'x/20261130.md'],
    ['x/Jane 23 November 2026.markdown', 'x/Jane 30 November 2026.markdown'],
    ['x/2026-11-23 1400 Jane.md', 'x/2026-11-30 Jane.md'],
    ['x/2026-11-23-2.md', 'x/2026-11-30.md'],
    ['x/2026-11-23 Jane Doe-3.md', 'x/2026-11-30 Jane Doe.md'],
    ['x/Kickoff with Jane.md', 'x/2026-11-30.md'],
    ['Team 2026-11-23/notes.md', 'Team 2026-11-30/notes.md'],
  ];
  for (const [old, made] of patterns) {
    it(`from ${old} to ${made}`, () => assert.equal(after(old), made));
  }

  const folders: readonly [string, string][] = [
    ['2025/12/2025-12-29.md', '2026/11/2026-11-30.md'],
    ['2025/12/29.md', '2026/11/30.md'],
    ['2025/2025-12/2025-12-29 Jane.md', '2026/2026-11/2026-11-30 Jane.md'],
    ['j/2025/12-December/2025-12-29.md', 'j/2026/11-November/2026-11-30.md'],
    ['j/2025/dec/2025-12-29.md', 'j/2026/nov/2026-11-30.md'],
    ['j/2025-Q4/2025-12-29.md', 'j/2026-Q4/2026-11-30.md'],
    ['j/2026-W01/2025-12-29.md', 'j/2026-W49/2026-11-30.md'],
    ['j/2026/w01/2025-12-29 Jane.md', 'j/2026/w49/2026-11-30 Jane.md'],
    ['j/KW 1/2025-12-29.md', 'j/KW 49/2026-11-30.md'],
    ['j/Q4 2025/2025-12-29.md', 'j/Q4 2026/2026-11-30.md'],
    ['j/2025Q4/2025-12-29.md', 'j/2026Q4/2026-11-30.md'],
    ['j/December 2025/2025-12-29.md', 'j/November 2026/2026-11-30.md'],
    ['j/202512/2025-12-29.md', 'j/202611/2026-11-30.md'],
    ['j/2025/12/29/jane.md', 'j/2026/11/30/jane-2026-11-30.md'],
    ['j/W7/2025-12-29.md', 'j/W7/2026-11-30.md'],
    ['team 12/2025-12-29.md', 'team 12/2026-11-30.md'],
    ['12/2025-12-29.md', '12/2026-11-30.md'],
  ];
  for (const [old, made] of folders) {
    it(`from ${old} to ${made}`, () => assert.equal(after(old, parseCivilDate('2025-12-29')), made));
  }

  const leftovers: readonly [string, string][] = [
    ['x/2026-11-23 Jane Doe 0a1b2c3d4e5f60718293a4b5c6d7e8f9.md', 'x/2026-11-30 Jane Doe.md'],
    ['x/2026-11-23 Jane Doe (promotion).md', 'x/2026-11-30 Jane Doe.md'],
    ['x/2026-11-23 - Jane spoke about her plans.md', 'x/2026-11-30 - Jane.md'],
    ['x/Roadmap - Jane Doe 2026-11-23.md', 'x/Jane Doe 2026-11-30.md'],
    ['x/2026-11-23 Jane Doe copy 2.md', 'x/2026-11-30 Jane Doe.md'],
    ['x/2026-11-23 JaneDoe (3).md', 'x/2026-11-30 JaneDoe.md'],
    ['jane-doe/202611231530.md', 'jane-doe/20261130.md'],
    ['jane-doe/2026-11-23 at 3pm.md', 'jane-doe/2026-11-30.md'],
    ['jane-doe/2026-11-23 Budget.md', 'jane-doe/2026-11-30.md'],
    ['x/2026-11-23 1-1 JD.md', 'x/2026-11-30 1-1 JD.md'],
    ['x/2026-11-23 [1on1] Jane.md', 'x/2026-11-30 [1on1] Jane.md'],
    ['x/2026-11-23 Jane & Max.md', 'x/2026-11-30 Jane & Max.md'],
    ['x/2026-11-23 Kate Miller.md', 'x/2026-11-30 Kate Miller.md'],
  ];
  const known = { aliases: ['JD'], isMe: (word: string) => word === 'max' };
  for (const [old, made] of leftovers) {
    it(`without what belongs to that note alone, from ${old} to ${made}`, () =>
      assert.equal(after(old, lastWeek, known), made));
  }

  it('with words that the note before has, too', () => {
    const previous = 'x/2026-11-16 Jane coaching.md';
    assert.equal(after('x/2026-W48 2026-11-23 Jane.md', lastWeek, { previous }), 'x/2026-11-30 Jane.md');
    assert.equal(
      after('x/2026-W48 2026-11-23 Jane.md', lastWeek, { previous: 'x/2026-W47 2026-11-16 Jane.md' }),
      'x/2026-W49 2026-11-30 Jane.md',
    );
    assert.equal(after('x/2026-11-23 Jane coaching.md', lastWeek, { previous }), 'x/2026-11-30 Jane coaching.md');
    assert.equal(after('x/2026-11-23 Jane coaching (pay).md', lastWeek, { previous }), 'x/2026-11-30 Jane coaching.md');
  });

  it('into the same log', () => {
    const newest = { path: 'JaneDoe.md', kind: 'log', date: lastWeek } as const;
    assert.deepEqual(notePath({ ...plain, newest }), { kind: 'log', path: 'JaneDoe.md' });
  });

  it('unless the user has set a path', () => {
    assert.equal(after('JaneDoe/2026-11-23.md', lastWeek, setTo('n/{person}/{date}.md')), 'n/jane-doe/2026-11-30.md');
  });

  it("but not into another person's note in a folder that they share", () => {
    const isForeign = (path: string) => path === 'flat/2026-11-30.md';
    assert.equal(after('flat/2026-11-23.md', lastWeek, { isForeign }), 'flat/2026-11-30-2.md');
  });

  it('and is the note of that day when that is the newest', () => {
    assert.equal(after('x/2026-11-30.md', date), 'x/2026-11-30.md');
  });
});

describe('A name makes a safe file name', () => {
  const names: readonly [string, string][] = [
    ['Jane Doe', 'jane-doe'],
    ['Łukasz Żółw', 'łukasz-żółw'],
    ['田中さん', '田中さん'],
    ['محمد علي', 'محمد-علي'],
    ['\u202Eevil\u202C Jane', 'evil-jane'],
    ['a/b\\c', 'a-b-c'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', '…'],
    ['C:', 'c'],
    ['Jane: the 2nd?', 'jane-the-2nd'],
    ['Jane.', 'jane'],
    ['Jane 🦊', 'jane'],
    ['🦊🐻', '🦊🐻'],
    ['CON', 'con-2'],
    ['nul', 'nul-2'],
    ['Com1', 'com1-2'],
    ['Conrad', 'conrad'],
    ["O'Brien", 'obrien'],
  ];
  for (const [name, slug] of names.filter(([, expected]) => expected !== '…')) {
    it(`${JSON.stringify(name)} as ${slug}`, () =>
      assert.equal(placeOf({ person: name }), `1-1s/${slug}/2026-11-30.md`));
  }

  for (const name of ['', '   ', '\u3000\u00A0', '..', '///', '\u0000', '\u202E']) {
    it(`${JSON.stringify(name)} makes none, and that is said`, () =>
      assert.match(refusalOf({ person: name }), /letter/));
  }

  it('of 300 characters is cut, and stays apart from one that is the same up to there', () => {
    const long = 'Wolfeschlegelsteinhausen '.repeat(12);
    const [one, other] = [placeOf({ person: `${long}a` }), placeOf({ person: `${long}b` })];
    assert.notEqual(one, other);
    for (const path of [one, other]) {
      assert.ok(path.split('/').every((segment) => segment.length <= 80));
      assert.match(path, /^1-1s\/wolfeschlegelsteinhausen-[a-z-]+-[0-9a-f]{8}\/2026-11-30\.md$/);
    }
  });

  it('is cut between characters, not through one, and fits what disks take', () => {
    for (const letter of ['😀', '𠮷', 'ක', 'e\u0301']) {
      const slug = placeOf({ person: letter.repeat(300) }).split('/')[1]!;
      assert.doesNotMatch(slug, /\p{Cs}/u);
      assert.ok(slug.length <= 80 && Buffer.byteLength(slug) <= 240, slug);
    }
  });
});

describe('A path setting', () => {
  const outside = [
    '../{person}/{date}.md',
    'a/../../{date}.md',
    '/tmp/{person}.md',
    '\\\\server\\{date}.md',
    '..\\{date}.md',
  ];
  for (const value of [...outside, 'C:\\n\\{date}.md', 'c:/{date}', 'file:///x/{date}.md', '~/n/{date}.md']) {
    it(`${value} leaves the workspace: refused, with the setting's name`, () => {
      const refused = refusalOf(setTo(value));
      assert.match(refused, /oneOnOne\.notes\.path/);
      assert.match(refused, /out of the workspace/);
      assert.ok(refused.includes(value));
    });
  }

  for (const value of ['{name}/{date}.md', '${workspaceFolder}/{date}.md', '{Person}.md', '{}/{date}.md']) {
    it(`${value} has an unknown placeholder: refused, with those there are`, () => {
      assert.match(refusalOf(setTo(value)), /oneOnOne\.notes\.path.*\{person\}, \{date\}, \{year\} or \{month\}/);
    });
  }

  for (const value of ['', ' ', '.', '{person}/', 'a\u0000{date}.md', 'notes.md']) {
    it(`${JSON.stringify(value)} is no place for notes: refused`, () => {
      assert.match(refusalOf(setTo(value)), /oneOnOne\.notes\.path/);
    });
  }

  it('is refused even if it is the default', () => {
    assert.match(refusalOf({ setting: { value: '../{date}.md', isSetByUser: false } }), /out of the workspace/);
  });
});

describe('A second note of a day', () => {
  it('is next to the first one, with the next free number', () => {
    assert.equal(
      nextFreePath('x/2026-11-30.md', () => false),
      'x/2026-11-30-2.md',
    );
    const taken = new Set(['x/2026-11-30-2.md', 'x/2026-11-30-3.md']);
    assert.equal(
      nextFreePath('x/2026-11-30.md', (path) => taken.has(path)),
      'x/2026-11-30-4.md',
    );
    assert.equal(
      nextFreePath('x.y/2026.11.30-jane.md', () => false),
      'x.y/2026.11.30-jane-2.md',
    );
  });
});
