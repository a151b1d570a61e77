import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Seeded } from '../../../bench/seeded';
import { planCarryOver } from '../../../src/core/carryOver/plan';
import { drop, type EditRequest, planSetDue, reopen, tick } from '../../../src/core/followUp/edits';
import { planSetOwner } from '../../../src/core/followUp/ownerEdits';
import type { DialectId } from '../../../src/core/taskText/taskFields';
import { applyEdits } from '../../../src/core/text/edit';
import { day } from '../../core/support/notes';
import { requestFor, sourceOf } from '../../core/carryOver/carrying';
import {
  dataview,
  isNotDoneForTasks,
  otherReaders,
  type OtherField,
  tasksEmoji,
  type TasksStatusType,
} from '../support/otherReaders';
import { countOf, forRandomCases } from '../support/randomCases';

const LINES = { usual: 5_000, long: 50_000 };
const today = day('2026-12-01');
const friday = day('2026-12-04');

/** The keys by which the readers know the fields that an edit may change. */
const DUE = ['due'];
const CLOSED = ['done', 'completion', 'completed', 'cancelled'];
const OWNERS = ['owner', 'jane', 'bob', 'Zoe'];

const sentences = [
  'Send the draft',
  'ask Mia about `x:y`',
  'read [the plan](plan.md)',
  'call (soon)',
  'fix it #hr now',
];
const owners = ['', '', '@jane ', '@bob '];
const fieldsOf: Readonly<Record<DialectId, readonly string[]>> = {
  plain: ['due:2026-11-30', 't:2026-11-20', 'created:2026-11-01', 'pri:B', 'done:2026-11-02', 'rec:1w'],
  emoji: [
    '📅 2026-11-30',
    '⏳ 2026-11-20',
    '🛫 2026-11-10',
    '➕ 2026-11-01',
    '⏫',
    '🔁 every week',
    '🆔 a1',
    '✅ 2026-11-02',
  ],
  dataview: [
    '[due:: 2026-11-30]',
    '(scheduled:: 2026-11-20)',
    '[priority:: high]',
    '[repeat:: every week]',
    '[completion:: 2026-11-02]',
    '[owner:: Bob]',
  ],
  taskPaper: ['@due(2026-11-30)', '@started(2026-11-10)', '@done(2026-11-02)', '@flag', '@est(3h)'],
  braces: ['{due:2026-11-30}', '@{2026-11-30}', '@completed(2026-11-02)'],
};
const dialects = Object.keys(fieldsOf) as readonly DialectId[];
const origins = ['', '', '', ' (from [2026-11-16](2026-11-16.md), since 2026-11-09, 2×)'];

/** A line as a person writes it: a sentence, then fields, mostly of one dialect, with tags and links among them. */
function randomLine(random: Seeded): string {
  const dialect = random.pick(dialects);
  const fields = Array.from({ length: random.between(0, 4) }, () => {
    const known = fieldsOf[random.chance(0.1) ? random.pick(dialects) : dialect];
    return random.pick(['', '', ' #tag']) + random.pick([' ', '  ']) + random.pick(known);
  });
  const mark = random.pick([' ', ' ', ' ', '/', 'x', '-']);
  const end = random.pick(['', '', ' #last', ' ^id-1', ' (soon)']);
  const first = dialect === 'plain' && random.chance(0.3) ? '(A) ' : '';
  const written = new Set(fields);
  return `- [${mark}] ${first}${random.pick(owners)}${random.pick(sentences)}${random.pick(origins)}${[...written].join('')}${end}`;
}

/** Everything that a reader finds, apart from what was asked to change, as comparable texts. */
function restOf(fields: readonly OtherField[], asked: readonly string[]): readonly string[] {
  return fields
    .filter(({ key }) => !asked.includes(key))
    .map(({ key, value }) => `${key}=${value}`)
    .sort();
}

/** Asserts that each reader still finds all fields that it found before, and none of the changed ones twice. */
function assertAllRead(before: string, after: string, asked: readonly string[]): void {
  for (const [name, readLine] of Object.entries(otherReaders)) {
    const [was, is] = [readLine(before), readLine(after)];
    const whole = `${name}: ${before} -> ${after}`;
    const kept = restOf(is, asked);
    if (name.startsWith('tasks')) {
      // What hid fields from the end may be gone.
      for (const field of restOf(was, asked)) assert.ok(kept.includes(field), `${field} lost, ${whole}`);
    } else {
      assert.deepEqual(kept, restOf(was, asked), whole);
    }
    for (const key of asked) {
      const count = (fields: readonly OtherField[]) => fields.filter((field) => field.key === key).length;
      assert.ok(count(is) <= Math.max(1, count(was)), `${key} doubled, ${whole}`);
    }
  }
}

describe('What other programs read in a line', () => {
  const edits: readonly (readonly [
    name: string,
    asked: readonly string[],
    plan: (request: EditRequest) => ReturnType<typeof reopen>,
  ])[] = [
    ['ticking', CLOSED, (request) => tick(request, today)],
    ['dropping', CLOSED, (request) => drop(request, today)],
    ['reopening', CLOSED, reopen],
    ['setting a due date', DUE, (request) => planSetDue(request, friday)],
    ['removing a due date', DUE, (request) => planSetDue(request, undefined)],
    ['setting an owner', OWNERS, (request) => planSetOwner(request, { owner: 'Zoe', isPerson })],
    ['removing the owners', OWNERS, (request) => planSetOwner(request, { owner: undefined, isPerson })],
  ];

  for (const [name, asked, plan] of edits) {
    it(`stays when ${name} changes it`, () => {
      let refused = 0;
      forRandomCases(LINES, (random) => {
        const line = randomLine(random);
        const request = { noteNow: line, followUp: { line: 0, source: line }, dialect: random.pick(dialects) };
        const result = plan(request);
        if ('refused' in result) refused++;
        else assertAllRead(line, applyEdits(line, result.edits), asked);
      });
      // Two closing dates in two dialects, side by side.
      assert.ok(refused <= countOf(LINES) / 1_000, `${refused} edits were refused`);
    });
  }

  it('stays in the source and the copy of a carried line', () => {
    forRandomCases(LINES, (random) => {
      const line = randomLine(random).replace(/^- \[.\]/, '- [ ]');
      const plan = planCarryOver(requestFor(sourceOf(`${line}\n`)));
      const [copy = ''] = plan.lines;
      const moved = applyEdits(
        `${line}\n`,
        plan.changes.flatMap((change) => change.edits),
      ).trimEnd();
      assertAllRead(line, moved, []);
      assertAllRead(line.replace(/ \^id-1$/, ''), copy, []);
    });
  });

  it('lists a carried item once in Obsidian Tasks with the status of the documentation, and twice without it', () => {
    const documented =
      /```json\n(\{[^`]*"symbol"[^`]*\})\n```/.exec(readFileSync('docs/dialects.md', 'utf8'))?.[1] ?? '';
    const status = JSON.parse(documented) as { readonly symbol: string; readonly type: TasksStatusType };
    forRandomCases({ usual: 300, long: 3_000 }, (random) => {
      const line = randomLine(random).replace(/^- \[.\]/, '- [ ]');
      const plan = planCarryOver(requestFor(sourceOf(`${line}\n`)));
      const edits = plan.changes.flatMap((change) => change.edits);
      const lines = [applyEdits(`${line}\n`, edits).trimEnd(), ...plan.lines];
      assert.equal(lines.filter((each) => isNotDoneForTasks(each)).length, 2);
      assert.equal(lines.filter((each) => isNotDoneForTasks(each, { [status.symbol]: status.type })).length, 1);
    });
  });

  it('includes what is written after a line was carried', () => {
    const [copy = ''] = planCarryOver(requestFor(sourceOf('- [ ] @jane Send the draft\n'))).lines;
    for (const [dialect, readLine, key] of [
      ['emoji', tasksEmoji, 'done'],
      ['dataview', dataview, 'completion'],
    ] as const) {
      const request = { noteNow: copy, followUp: { line: 0, source: copy }, dialect };
      const result = tick(request, today);
      assert.ok(!('refused' in result));
      const done = readLine(applyEdits(copy, result.edits)).find((field) => field.key === key);
      assert.equal(done?.value, today);
    }
  });
});

function isPerson(name: string): boolean {
  return /^(?:jane|bob|zoe)$/i.test(name);
}
