import assert from 'node:assert/strict';
import { lookUp, readFrontMatter } from '../../../src/core/markdown/frontMatter';
import type { FrontMatterValue } from '../../../src/core/markdown/yaml';
import { wordMessage } from '../../../src/core/text/message';

/** The values of a front matter that holds `lines`; fails if there is a problem with it. */
function valuesOf(...lines: readonly string[]): Record<string, FrontMatterValue> {
  const { values, problem } = readFrontMatter(['---', ...lines, '---', ''].join('\n'));
  assert.equal(problem, undefined);
  return Object.fromEntries(values);
}

/** What is wrong with a front matter that holds `lines`, and which values it has in spite of that. */
function problemOf(...lines: readonly string[]): readonly unknown[] {
  const text = ['---', ...lines, '---', '- [ ] a'].join('\n');
  const { values, problem, bodyStart, bodyLine } = readFrontMatter(text);
  assert.equal(text.slice(bodyStart), '- [ ] a');
  assert.equal(bodyLine, lines.length + 2);
  return [problem?.line, problem && wordMessage(problem.message), Object.fromEntries(values)];
}

describe('The front matter of a note', () => {
  it('gives words, numbers, lists and empty values as plain data', () => {
    const values = valuesOf(
      'type: 1on1',
      'person: Jane Doe',
      'nickname: "Jane: the one"',
      "quoted: 'no # comment'",
      'tags: [1on1, meeting/1on1, "a"]',
      'people:',
      '  - Jane',
      "  - 'Bob'",
      '# a comment',
      'attendees:',
      '- Łukasz',
      '- 田中さん',
      'cadence: 14',
      'private: true',
      'empty:',
      'none: []',
    );
    assert.deepEqual(values, {
      type: '1on1',
      person: 'Jane Doe',
      nickname: 'Jane: the one',
      quoted: 'no # comment',
      tags: ['1on1', 'meeting/1on1', 'a'],
      people: ['Jane', 'Bob'],
      attendees: ['Łukasz', '田中さん'],
      cadence: 14,
      private: true,
      empty: null,
      none: [],
    });
  });

  it('keeps dates and 1:1 as written, with either reader', () => {
    const written = {
      date: '2026-11-30',
      started: '2026-11-30T09:30',
      at: '2026-11-30 09:30',
      type: '1:1',
      other: '1-1',
    };
    const lines = Object.entries(written).map(([key, value]) => `${key}: ${value}`);
    assert.deepEqual(valuesOf(...lines), written);
    assert.deepEqual(valuesOf(...lines, 'nested: {a: 2026-11-30}'), { ...written, nested: { a: '2026-11-30' } });
    assert.deepEqual(valuesOf('date: !!timestamp 2026-11-30'), { date: '2026-11-30' });
  });

  it('keeps wiki-links as they are written, alone and in lists', () => {
    assert.deepEqual(
      valuesOf('a: [[Jane]]', 'b: [[people/jane|Jane]]', 'c: "[[Jane Doe]]"', 'd:', '  - [[Jane]]', '  - "[[Bob]]"'),
      { a: '[[Jane]]', b: '[[people/jane|Jane]]', c: '[[Jane Doe]]', d: ['[[Jane]]', '[[Bob]]'] },
    );
    assert.deepEqual(valuesOf('a: [[[Jane]], [[people/bob|Bob]], Ann]'), {
      a: ['[[Jane]]', '[[people/bob|Bob]]', 'Ann'],
    });
    assert.deepEqual(valuesOf('a: [[Jane]], [[Bob]]'), { a: ['[[Jane]]', '[[Bob]]'] });
    assert.deepEqual(valuesOf('a: { b: [[Doe, Jane]] }'), { a: { b: '[[Doe, Jane]]' } });
    assert.deepEqual(valuesOf('a:', '  - [Jane]'), { a: [['Jane']] });
  });

  it('may hold whatever YAML knows', () => {
    assert.deepEqual(
      valuesOf('a: >', '  b', '  c', 'd: &x { e: 0x10, f: 1.5e1 }', 'g: *x', '"h": "\\u00e9" # i', 'j: ~', '<<: k'),
      { a: 'b c\n', d: { e: 16, f: 15 }, g: { e: 16, f: 15 }, h: 'é', j: null, '<<': 'k' },
    );
    assert.deepEqual(
      valuesOf('__proto__: a', 'b: {}'),
      Object.fromEntries([
        ['__proto__', 'a'],
        ['b', {}],
      ]),
    );
  });

  it('keeps the tags of templates as they are written', () => {
    assert.deepEqual(valuesOf('date: {{date:YYYY-MM-DD}}', 'person: <% tp.file.title %>'), {
      date: '{{date:YYYY-MM-DD}}',
      person: '<% tp.file.title %>',
    });
  });

  it('ends at --- or ... with optional trailing blanks, with any line ends, and may begin with a BOM', () => {
    for (const [text, body] of [
      ['---\na: b\n---\nc', 'c'],
      ['\uFEFF---\r\na: b\r\n...\r\nc', 'c'],
      ['--- \ra: b\r---\t\rc', 'c'],
      ['---\na: b\n---', ''],
    ] as const) {
      const { values, bodyStart, bodyLine } = readFrontMatter(text);
      assert.deepEqual([[...values], text.slice(bodyStart), bodyLine], [[['a', 'b']], body, 3]);
    }
  });

  it('must begin on the first line with three dashes and be closed', () => {
    for (const text of [
      '',
      'a: b',
      '\n---\na: b\n---',
      '----\na: b\n----',
      ' ---\na: b\n---',
      '---\na: b\n',
      '---\na: b\n ---',
    ]) {
      const { values, bodyStart, bodyLine, problem } = readFrontMatter(text);
      assert.deepEqual([values.size, bodyStart, bodyLine, problem], [0, 0, 0, undefined]);
    }
    assert.equal(readFrontMatter('\uFEFF# Jane').bodyStart, 1);
  });

  it('can be empty', () => {
    assert.deepEqual(valuesOf(), {});
    assert.deepEqual(valuesOf('', '# nothing'), {});
  });

  it('is found by keys in any case, with or without -, _ and spaces, the first that has a value', () => {
    const frontMatter = readFrontMatter('---\nPerson: Jane\nreports-to: Bob\nStarted At: 2026\nwith:\n---\n');
    assert.equal(lookUp(frontMatter, 'person'), 'Jane');
    assert.equal(lookUp(frontMatter, 'reports_to'), 'Bob');
    assert.equal(lookUp(frontMatter, 'started_at'), 2026);
    assert.equal(lookUp(frontMatter, 'with', 'person'), 'Jane');
    assert.equal(lookUp(frontMatter, 'with'), undefined);
    assert.equal(lookUp(frontMatter, 'manager'), undefined);
  });
});

describe('Front matter with invalid YAML', () => {
  it('has no values but a problem at its line, and the note goes on below it', () => {
    assert.deepEqual(problemOf('a: b', 'title: 1:1: Jane'), [
      2,
      'A value that contains a colon and a space needs quotes. The front matter is not read.',
      {},
    ]);
    assert.deepEqual(problemOf('a: "b'), [1, 'A quote or a bracket is not closed. The front matter is not read.', {}]);
    assert.deepEqual(problemOf('a: b', '', ']'), [3, 'This line is not valid YAML. The front matter is not read.', {}]);
    assert.deepEqual(problemOf('a:', '\tb: c'), [
      2,
      'This line is indented with a tab. YAML allows only spaces. The front matter is not read.',
      {},
    ]);
    assert.deepEqual(problemOf('- a'), [1, 'It has no keys. The front matter is not read.', {}]);
  });

  it('is read anyway if its meaning is clear', () => {
    assert.deepEqual(problemOf('person: @jane', 'a: b'), [
      1,
      'A value that starts with @ or ` needs quotes.',
      { person: '@jane', a: 'b' },
    ]);
    assert.deepEqual(problemOf('a: b', 'c: d', 'a: e'), [
      3,
      'This key appears twice; the last one counts.',
      { a: 'e', c: 'd' },
    ]);
  });

  it('costs no time when it repeats, nests or goes on without end', () => {
    const bomb = Array.from(
      { length: 20 },
      (_, level) => `k${level + 1}: &k${level + 1} [${`*k${level}, `.repeat(9)}]`,
    );
    const repeats = 'Unknown or excessive YAML alias (*). The front matter is not read.';
    assert.deepEqual(problemOf('k0: &k0 [x]', ...bomb), [1, repeats, {}]);
    assert.deepEqual(problemOf('a: *b'), [1, repeats, {}]);
    assert.deepEqual(problemOf('a: &a b', `c: [${'*a, '.repeat(2000)}]`), [1, repeats, {}]);

    const long = 'It is longer than 10000 characters. The front matter is not read.';
    assert.deepEqual(problemOf('a: &a b', `c: [${'*a, '.repeat(1_000_000)}]`), [1, long, {}]);

    const deep = 'It is nested too deeply. The front matter is not read.';
    assert.deepEqual(problemOf('a: b', `c: ${'['.repeat(5000)}`), [2, deep, {}]);
    assert.deepEqual(problemOf('? '.repeat(400)), [1, deep, {}]);
  });
});
