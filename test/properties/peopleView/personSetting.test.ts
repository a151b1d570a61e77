import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { lookUp, readFrontMatter } from '../../../src/core/markdown/frontMatter';
import { parseRoster } from '../../../src/core/people/roster';
import { type PersonSetting, settingInPage, settingInRoster } from '../../../src/core/peopleView/personSetting';
import { applyEdits, type Refusal, type TextEdit } from '../../../src/core/text/edit';
import { forRandomCases } from '../support/randomCases';

const COUNT = { usual: 1_000, long: 100_000 };

describe('A setting of a person in any YAML', () => {
  it('changes in a page alone, or not at all', () => {
    let changed = 0;
    forRandomCases(COUNT, (random) => {
      const text = withLineEnds(
        random,
        `${pick(random, ['', '', '\uFEFF'])}---\n${randomMap(random, '')}${pick(random, FENCES)}# Jane\n- x`,
      );
      const fact = randomFact(random);
      const after = edited(text, settingInPage(text, fact));
      if (after === undefined) return;
      changed++;
      const what = JSON.stringify({ text, fact, after });
      const key = fact.key === 'cadence' ? /^(?:cadence|frequency)$/i : /^away[-_ ]until$/i;
      const others = (of: string): unknown => [...readFrontMatter(of).values].filter(([name]) => !key.test(name));
      assert.deepEqual(others(after), others(text), what);
      assert.equal(lookUp(readFrontMatter(after), ...namesOf(fact)), fact.value, what);
      assert.equal(after.slice(readFrontMatter(after).bodyStart), text.slice(readFrontMatter(text).bodyStart), what);
      assertCommentsKept(text, after, what);
    });
    assert.ok(changed > 500, String(changed));
  });

  it('changes in the roster alone, or not at all', () => {
    let changed = 0;
    forRandomCases(COUNT, (random) => {
      const text = withLineEnds(random, randomRoster(random));
      const fact = randomFact(random);
      const after = edited(text, settingInRoster(text, { key: 'jane doe', name: 'Jane Doe' }, fact));
      if (after === undefined) return;
      changed++;
      const what = JSON.stringify({ text, fact, after });
      const others = (of: string): unknown =>
        parseRoster(of).people.filter(({ name }) => name.toLowerCase() !== 'jane doe');
      assert.deepEqual(others(after), others(text), what);
      const jane = parseRoster(after).people.find(({ name }) => name.toLowerCase() === 'jane doe');
      assert.equal(fact.key === 'cadence' ? jane?.cadence : jane?.awayUntil, fact.value, what);
      assertCommentsKept(text, after, what);
    });
    assert.ok(changed > 500, String(changed));
  });
});

const KEYS = [
  'cadence',
  'Cadence',
  '"cadence"',
  'frequency',
  'away-until',
  'Away Until',
  'role',
  'private',
  'tags',
  'x',
];
const VALUES = [
  ...[' weekly', ' 14d', ' "a # b"', " 'it''s'", ' 2026-12-24', '', ' ~', ' null', ' true # yes', ' # only this'],
  ...[' |\n  one\n  two', ' >-\n  one\n\n  two', ' |+\n  one\n', ' "one\n  two"', ' one\n  two', '\n  one'],
  ...[
    '\n  - 14d\n  - 7d # or this',
    '\n- 14d',
    '\n  every: 14d\n  # note\n  or: 7d',
    ' [a, b]',
    ' [a,\n  b]',
    ' {a: b}',
    ' {}',
  ],
  ...[' &a 7d', ' *a', ' !!str 7d', ' [[Jane]]', '\n  # below\n  7d'],
];
const FENCES = ['---\n', '...\n', '--- \n'];

function pick<Entry>(random: Seeded, entries: readonly Entry[]): Entry {
  return random.pick(entries);
}

function randomMap(random: Seeded, indent: string): string {
  const pairs = Array.from({ length: random.between(0, 4) }, () => pick(random, KEYS) + ':' + pick(random, VALUES));
  if (random.chance(0.15)) {
    return `${indent}{${pairs.filter((pair) => !/[\n#|>]/.test(pair)).join(', ')}}\n`;
  }
  const lines = pairs.flatMap((pair) => [...(random.chance(0.15) ? ['# a comment', ''] : []), ...pair.split('\n')]);
  return lines.map((line) => `${line === '' ? '' : indent}${line}\n`).join('');
}

function randomRoster(random: Seeded): string {
  const names = ['Bob', 'Jane Doe', '"Ann"', 'jane doe'].filter(() => random.chance(0.6));
  const facts = (indent: string): string => {
    const map = randomMap(random, indent);
    return map.trimStart().startsWith('{') ? ` ${map.trimStart()}` : `\n${map}`;
  };
  if (random.chance(0.5)) {
    return names.map((name) => `${name}:${facts('  ')}`).join('') + pick(random, ['', '# end\n', '...\n']);
  }
  const items = names.map((name) =>
    pick(random, [
      `  - ${name}\n`,
      `  - name: ${name}\n${randomMap(random, '    ')}`,
      `  - {name: ${name}}\n`,
      `  - x: 1 # k\n    name: ${name}\n`,
    ]),
  );
  return `people:${items.length === 0 ? pick(random, [' []', '', ' # none yet', ' ~']) : ''}\n${items.join('')}${pick(random, ['', 'team: Blue\n', '# end'])}`;
}

function randomFact(random: Seeded): PersonSetting {
  return random.chance(0.7)
    ? { key: 'cadence', value: random.chance(0.6) ? pick(random, ['weekly', '10d']) : undefined }
    : { key: 'away-until', value: random.chance(0.6) ? '2026-12-31' : undefined };
}

function withLineEnds(random: Seeded, text: string): string {
  return random.chance(0.3) ? text.replaceAll('\n', '\r\n') : text;
}

function namesOf({ key }: PersonSetting): string[] {
  return key === 'cadence' ? ['cadence', 'frequency'] : [key];
}

function edited(text: string, edits: readonly TextEdit[] | Refusal): string | undefined {
  return 'refused' in edits ? undefined : applyEdits(text, edits);
}

function assertCommentsKept(before: string, after: string, what: string): void {
  const comments = (text: string): number => text.match(/# (?:a comment|end|k)/g)?.length ?? 0;
  assert.equal(comments(after), comments(before), what);
  if (before.includes('\n')) assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(before), what);
}
