import assert from 'node:assert/strict';
import { PeopleDirectory, type NameRecord } from '../../../src/core/people/directory';
import { wordMessage } from '../../../src/core/text/message';
import { inferReaderName } from '../../../src/core/index/participantCounts';
import { indexOf, noteAt, uriOf } from '../support/notes';

const directory = (...names: (string | NameRecord)[]): PeopleDirectory =>
  new PeopleDirectory(
    names.map((name) => (typeof name === 'string' ? { name } : name)),
    ['Sam Reader'],
  );

const found = (people: PeopleDirectory, name: string): string => {
  const meant = people.find(name);
  return typeof meant === 'string' ? meant : meant.person.name;
};

describe('The people directory', () => {
  it('joins a lone first name to the only person so named', () => {
    const people = directory('Jane Doe', 'Bob Ray', 'Jane');
    assert.deepEqual(
      people.all.map(({ name }) => name),
      ['Jane Doe', 'Bob Ray'],
    );
    assert.equal(found(people, 'jane'), 'Jane Doe');
  });

  it('gives a person the facts of the lone first name, and keeps the facts of both', () => {
    const [only, ...others] = directory({ name: 'Jane Doe', relation: 'peer' }, { name: 'Jane', cadence: '14d' }).all;
    assert.deepEqual([only?.name, only?.relation, only?.cadence, others], ['Jane Doe', 'peer', '14d', []]);
  });

  it('keeps one person of two names that are each other’s alias', () => {
    const people = directory({ name: 'Ann', aliases: ['Bee'] }, { name: 'Bee', aliases: ['Ann'] });
    assert.deepEqual(
      people.all.map(({ name }) => name),
      ['Ann'],
    );
  });

  it('makes no new person of a first name that two people bear, and names both', () => {
    const people = directory('Ada Byron', 'Ada Yonath');
    const meant = people.personNamed('Ada');
    assert.ok('refused' in meant);
    assert.equal(wordMessage(meant.refused), 'Which Ada? Use a full name: Ada Byron or Ada Yonath.');
    assert.deepEqual(people.personNamed('Ada Lovelace'), { key: 'ada lovelace', name: 'Ada Lovelace' });
  });

  it('leaves a first name that two people bear a person of its own, and says that it is ambiguous elsewhere', () => {
    const withLone = directory('Jane Doe', 'Jane Roe', 'Jane');
    assert.equal(found(withLone, 'jane'), 'Jane');
    assert.equal(found(directory('Jane Doe', 'Jane Roe'), 'jane'), 'ambiguous');
  });

  it('knows the reader by every name of the setting, and never lists them', () => {
    const people = directory('Sam Reader', 'Jane Doe');
    assert.equal(found(people, 'me'), 'me');
    assert.equal(found(people, 'sam.reader'), 'me');
    assert.deepEqual(
      people.all.map(({ name }) => name),
      ['Jane Doe'],
    );
  });

  it('knows the reader by first name and handle too, unless somebody else is called so', () => {
    assert.equal(found(directory('Jane Doe'), 'sam'), 'me');
    assert.equal(found(directory('Jane Doe'), 'SamReader'), 'me');
    assert.equal(found(directory('Sam Other'), 'sam'), 'ambiguous');
    assert.equal(found(directory('Sam'), 'sam'), 'me');
    assert.equal(found(directory({ name: 'Sam', isDeclared: true }), 'sam'), 'Sam');
    assert.equal(found(directory({ name: 'Jane Doe', aliases: ['Sam'] }), 'sam'), 'me');
  });

  it('knows a double first name, with any separator', () => {
    const people = directory('Marie Claire Dubois', 'Karl Heinz Vogt', 'Marie-Claire');
    assert.equal(found(people, 'marie-claire'), 'Marie Claire Dubois');
    assert.equal(found(people, 'karl.heinz'), 'Karl Heinz Vogt');
    assert.equal(people.all.length, 2);
  });

  it('knows people by alias after full and first names', () => {
    const people = directory({ name: 'Jane Doe', aliases: ['JD', 'Janey'] }, 'Bob Ray');
    assert.equal(found(people, 'jd'), 'Jane Doe');
    assert.equal(found(people, 'nobody'), 'unknown');
  });

  it('knows somebody who changed names by the first name that both have', () => {
    const people = directory('Maria Weber', { name: 'Maria Schmidt', aliases: ['Maria Weber'] });
    assert.deepEqual(
      people.all.map(({ name }) => name),
      ['Maria Schmidt'],
    );
    assert.equal(found(people, 'Maria'), 'Maria Schmidt');
    assert.equal(found(people, 'maria.weber'), 'Maria Schmidt');
  });

  it('knows people by a handle that is their whole name, if it is only one’s', () => {
    assert.equal(found(directory('Jane Doe', 'Jane Roe'), 'JaneDoe'), 'Jane Doe');
    assert.equal(found(directory('Jane Doe', 'Jane Roe'), 'janeroe'), 'Jane Roe');
    assert.equal(found(directory('Ann Arbor', 'Anna Rbor'), 'annarbor'), 'ambiguous');
  });

  it('lets what is written with more care overrule what notes say', () => {
    const people = directory('jane doe', { name: 'Jane Doe', cadence: 'weekly', relation: 'report' });
    assert.deepEqual(people.get('jane doe'), {
      key: 'jane doe',
      name: 'Jane Doe',
      aliases: [],
      cadence: 'weekly',
      cadenceIn: 'roster',
      relation: 'report',
    });
  });
});

describe('The reader’s own name', () => {
  it('is taken from three notes with two names, and not from two', () => {
    const notes = (count: number) =>
      new Map([['sam', count], ...Array.from({ length: count }, (_, nth) => [`p${nth}`, 1] as const)] as const);
    assert.equal(inferReaderName(notes(2), 2), undefined);
    assert.equal(inferReaderName(notes(3), 3), 'sam');
    assert.equal(inferReaderName(notes(3), 5), 'sam');
    assert.equal(inferReaderName(notes(3), 6), undefined);
  });

  it('is the one that stands in more than half, and at least three, of the notes with two names', () => {
    assert.equal(
      inferReaderName(
        new Map([
          ['sam', 5],
          ['jane', 3],
          ['bob', 2],
        ]),
        5,
      ),
      'sam',
    );
    assert.equal(
      inferReaderName(
        new Map([
          ['sam', 2],
          ['jane', 2],
        ]),
        2,
      ),
      undefined,
    );
    assert.equal(
      inferReaderName(
        new Map([
          ['sam', 4],
          ['jane', 4],
        ]),
        4,
      ),
      undefined,
    );
  });

  it('is asked for among the names in most notes with two names, when these do not decide it', () => {
    const both = (...days: string[]) =>
      Object.fromEntries(days.map((on) => [`a/${on}.md`, '---\ntype: 1on1\npeople: [Max Meyer, Jane Doe]\n---\n']));
    assert.deepEqual(indexOf(both('2026-03-02')).readerCandidates(), []);
    assert.deepEqual(indexOf(both('2026-03-02', '2026-03-09')).readerCandidates(), ['Jane Doe', 'Max Meyer']);
    assert.deepEqual(indexOf(both('2026-03-02', '2026-03-09'), { me: ['Max'], roster: [] }).readerCandidates(), []);
  });

  it('is not asked for when the notes decide it', () => {
    const notes = ['Jane Doe', 'Bo Ray', 'Ann Lee'].map(
      (name, at) => [`a/2026-03-0${at + 1}.md`, `---\ntype: 1on1\npeople: [Max Meyer, ${name}]\n---\n`] as const,
    );
    const index = indexOf(Object.fromEntries(notes));
    assert.deepEqual([index.people.readerName, index.readerCandidates()], ['Max Meyer', []]);
  });

  it('ignores undated notes that only their file name makes a 1:1', () => {
    const notes = ['Jane Doe', 'Bo Ray', 'Ann Lee'].map(
      (other) => [`notes/1on1 Max Meyer and ${other}.md`, 'Some thoughts'] as const,
    );
    const index = indexOf(Object.fromEntries(notes));
    assert.deepEqual([index.people.readerName, index.readerCandidates()], [undefined, []]);
  });

  it('follows the notes that come and go, though they name nobody new', () => {
    const files = ['Jane Doe', 'Bo Ray', 'Jane Doe'].map((other, at) =>
      noteAt(`a/2026-03-0${at + 1}.md`, `---\ntype: 1on1\npeople: [Max Meyer, ${other}]\n---\n`),
    );
    const index = indexOf({});
    const reader = () => index.people.readerName;
    const seen = files.map((note) => {
      index.put(note);
      return reader();
    });
    assert.deepEqual(seen, [undefined, undefined, 'Max Meyer']);
    assert.deepEqual(index.readerCandidates(), []);
    index.remove(uriOf('a/2026-03-03.md'));
    assert.equal(reader(), undefined);
    assert.deepEqual(index.readerCandidates(), ['Max Meyer', 'Bo Ray', 'Jane Doe']);
    index.remove(uriOf('a/2026-03-02.md'));
    assert.deepEqual(index.readerCandidates(), []);
  });
});
