import assert from 'node:assert/strict';
import { parseRoster } from '../../../src/core/people/roster';
import { wordMessage } from '../../../src/core/text/message';

function problems(text: string): string[] {
  return parseRoster(text).problems.map(({ line, message }) => `${line}: ${wordMessage(message)}`);
}

describe('The people file', () => {
  it('names people with their facts, as a map or as a list', () => {
    const jane = {
      name: 'Jane Doe',
      isDeclared: true,
      aliases: ['JD', 'Janey', 'Jay'],
      relation: 'report',
      cadence: '14d',
      awayUntil: '2026-12-24',
    };
    const facts = 'relation: Report\n  cadence: 14d\n  aliases: [JD, Janey]\n  alias: Jay\n  away-until: 2026-12-24\n';
    assert.deepEqual(parseRoster(`Jane Doe:\n  ${facts}Bob:\n`), {
      people: [jane, { name: 'Bob', isDeclared: true }],
      problems: [],
    });
    assert.deepEqual(parseRoster(`people:\n- name: Jane Doe\n  ${facts}- Bob\n`).people, [
      jane,
      { name: 'Bob', isDeclared: true },
    ]);
  });

  it('may write its keys in any case, and a text of aliases', () => {
    const [ann] = parseRoster(
      'People:\n- Name: Ann\n  Frequency: weekly\n  Away_Until: 2026-12-24\n  Aliases: A, Annie\n',
    ).people;
    assert.deepEqual(ann, {
      name: 'Ann',
      isDeclared: true,
      aliases: ['A', 'Annie'],
      cadence: 'weekly',
      awayUntil: '2026-12-24',
    });
  });

  it('may repeat facts by YAML aliases', () => {
    const { people } = parseRoster(
      'Ann: &team\n  cadence: &c weekly\n  aliases: &a [AB]\nBob: *team\nCy:\n  cadence: *c\n  aliases: *a\n',
    );
    assert.deepEqual(
      people.map(({ name, cadence, aliases }) => [name, cadence, aliases]),
      [
        ['Ann', 'weekly', ['AB']],
        ['Bob', 'weekly', ['AB']],
        ['Cy', 'weekly', ['AB']],
      ],
    );
  });

  it('may be empty, or a list without people', () => {
    for (const text of ['', '# nobody yet\n', 'people:\n', 'people: []\n', '{}', '...\n']) {
      assert.deepEqual(parseRoster(text), { people: [], problems: [] }, text);
    }
  });

  it('takes nothing for a name or a fact that is none', () => {
    assert.deepEqual(parseRoster('~: {}\n? [a]\n: {}\nAnn:\n  cadence: ~\n  aliases: [~, [b], C]\n').people, [
      { name: 'Ann', isDeclared: true, aliases: ['C'] },
    ]);
    assert.deepEqual(parseRoster('Ann: a word\n').people, [{ name: 'Ann', isDeclared: true }]);
    assert.deepEqual(parseRoster('people: Ann\n').people, [{ name: 'people', isDeclared: true }]);
  });

  it('says in which line it is wrong', () => {
    assert.match(problems('Ann:\n  relation: boss\n')[0]!, /^1: .*boss/);
    assert.match(problems('Ann:\n  away-until: soon\n')[0]!, /^1: .*soon/);
    assert.match(problems('people:\n  - Ann\n  - cadence: 7d\n  - [x]\n  -\n').join('\n'), /^2: .*\n3: .*\n4: /);
    assert.match(problems('Ann: [\n')[0]!, /^1: /);
    assert.equal(problems('- Ann\n').length, 1);
    assert.equal(problems('Ann\n').length, 1);
    assert.ok(!problems('Ann: [\n').some((each) => /line \d|\n/.test(each)), 'the line is no part of the message');
    assert.match(problems(`Ann: ${'['.repeat(200)}`)[0]!, /^0: .*deep/);
  });

  it('has the relations in any case, and the days of a start and an end', () => {
    const text =
      'Ann:\n  relation: Skip level\n  started: 2026-10-26\n  leaving: 2026-12-24\nBob:\n  relation: mentor\n';
    assert.deepEqual(parseRoster(text), {
      people: [
        {
          name: 'Ann',
          isDeclared: true,
          aliases: [],
          relation: 'skip-level',
          started: '2026-10-26',
          leaving: '2026-12-24',
        },
        { name: 'Bob', isDeclared: true, aliases: [], relation: 'mentor' },
      ],
      problems: [],
    });
  });

  it('uses neither a day that does not exist nor an end before the start', () => {
    const impossible = parseRoster('Ann:\n  started: 2026-02-30\n  leaving: soon\n');
    assert.deepEqual(impossible.people, [{ name: 'Ann', isDeclared: true, aliases: [] }]);
    assert.deepEqual(
      impossible.problems.map((problem) => wordMessage(problem.message)),
      [
        '“2026-02-30” is not a date. Write started as YYYY-MM-DD.',
        '“soon” is not a date. Write leaving as YYYY-MM-DD.',
      ],
    );
    const reversed = parseRoster('Ann:\n  started: 2026-10-26\n  leaving: 2026-10-25\n  away-until: 2026-11-01\n');
    assert.deepEqual(reversed.people, [{ name: 'Ann', isDeclared: true, aliases: [], awayUntil: '2026-11-01' }]);
    assert.match(wordMessage(reversed.problems[0]!.message), /before “started” \(2026-10-26\), so neither is used/);
  });

  it('has the reporting line and what shapes the person, by either name of a key', () => {
    const { people } = parseRoster(
      'Ann:\n  reports-to: Bo Ray\n  manager: Cy Lee\n  cadence: 7d\n  frequency: 30d\nBob:\n  manager: Cy Lee\n  shape: calm\n',
    );
    assert.deepEqual(people, [
      { name: 'Ann', isDeclared: true, aliases: [], cadence: '7d', reportsTo: 'Bo Ray' },
      { name: 'Bob', isDeclared: true, aliases: [], reportsTo: 'Cy Lee', shape: 'calm' },
    ]);
  });

  it('reads numbers, truth values and quoted blanks as words', () => {
    const { people } = parseRoster('7:\n  cadence: 14\n  aliases: [1, true]\ntrue:\n  cadence: " weekly "\n');
    assert.deepEqual(people, [
      { name: '7', isDeclared: true, aliases: ['1', 'true'], cadence: '14' },
      { name: 'true', isDeclared: true, aliases: [], cadence: 'weekly' },
    ]);
  });

  it('is a map of names if it also has an empty list of people', () => {
    assert.deepEqual(
      parseRoster('people:\nAnn:\n  cadence: 7d\n').people.map(({ name }) => name),
      ['people', 'Ann'],
    );
  });

  it('reads a hundred aliases of a person and no more', () => {
    const aliases = Array.from({ length: 200 }, (_, nth) => `A${nth}`).join(', ');
    assert.equal(parseRoster(`Ann:\n  aliases: [${aliases}]\n`).people[0]?.aliases?.length, 100);
  });

  it('may hold a YAML alias that names nothing', () => {
    assert.deepEqual(parseRoster('Ann: *gone\n').people, [{ name: 'Ann', isDeclared: true }]);
  });
});
