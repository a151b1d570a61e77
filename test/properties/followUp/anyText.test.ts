import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import type { CivilDate } from '../../../src/core/dates/civilDate';
import { applyEdits } from '../../../src/core/text/edit';
import { drop, type EditRequest, planSetDue, reopen, tick } from '../../../src/core/followUp/edits';
import { planSetOwner } from '../../../src/core/followUp/ownerEdits';
import { type FollowUpContent, FollowUpRecord, readFollowUp } from '../../../src/core/followUp/parse';
import { editableItem } from '../../../src/core/followUp/editableItem';
import { readInline } from '../../../src/core/taskText/inline';
import type { TextRange } from '../../../src/core/text/range';
import type { DialectId, OwnerMention } from '../../../src/core/taskText/taskFields';
import { forRandomCases } from '../support/randomCases';
import { assertLinear } from '../support/reads';

const today = '2026-12-01' as CivilDate;
const friday = '2026-12-04' as CivilDate;
const dialects: readonly DialectId[] = ['plain', 'emoji', 'dataview', 'taskPaper', 'braces'];

const LINES = { usual: 3_000, long: 100_000 };

const pieces = [
  ...[
    'Send',
    'the draft',
    'to',
    'ask',
    'and',
    'Jane:',
    '**Bob:**',
    'é',
    '田中',
    ',',
    '.',
    '—',
    '->',
    '→',
    '(Jane)',
    '*',
    '_',
  ],
  ...[
    'due:2026-11-30',
    'due: 2026-02-30',
    'due:friday',
    't:2026-11-01',
    'done:2026-11-02',
    'created:2026-10-01',
    'pri:A',
  ],
  ...[
    '📅 2026-11-30',
    '📅2026-11-3',
    '⏳\ufe0f2026-11-01',
    '✅ 2026-11-02',
    '❌ 2026-11-03',
    '🔁 every week',
    '⏫',
    '🆔 a1',
  ],
  ...['[due:: 2026-11-30]', '(due:: [[2026-11-30]])', '[completion:: 2026-11-02]', '[owner:: Jane, Bob]', '[due:: x]'],
  ...[
    '@due(2026-11-30 10:00)',
    '@done',
    '@done(26-11-30)',
    '{due:2026-11-30}',
    '@{2026-11-30}',
    '@[[2026-11-30]]',
    '(@2026-11-30)',
  ],
  ...['@jane', '@me', '@bob.smith', '[[Jane Doe]]', '[[people/jane|Jane]]', '@types/node', 'jane@corp.com', '@'],
  ...[
    '`due:2026-11-30`',
    '`',
    '``',
    'http://x.y/@jane',
    '[a](b.md)',
    '](',
    '<b>',
    '<!-- x -->',
    '<!--',
    '%% y %%',
    '%%',
  ],
  ...[
    '(from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)',
    '(to [[2026-11-30]])',
    '#tag',
    '#1',
    '^id',
    '2026-11-30',
    '11/12/2026',
  ],
  ...['(', ')', '[', ']', '{', '}', '\\', ':', '::', '\u00a0', '\t', '\ud83d', '\udcc5', '\u0000', '\u2028'],
];

/** Lines whose pieces run into each other. */
function randomLine(random: Seeded): string {
  return lineOf(random, ['', ' ']);
}

/** Lines whose pieces are apart, so that a field that is taken out does not make a field of its neighbours. */
function spacedLine(random: Seeded): string {
  return lineOf(random, [' ']);
}

function lineOf(random: Seeded, separators: readonly string[]): string {
  const texts = Array.from({ length: random.between(1, 8) }, () => random.pick(pieces) + random.pick(separators));
  return `- [ ] ${texts.join('')}`;
}

function read(source: string): FollowUpContent | undefined {
  return readFollowUp({ source, continuation: '' });
}

describe('Whatever the text of an item', () => {
  it('what is found in it stands in order, apart, and inside', () => {
    forRandomCases(LINES, (random) => {
      const line = random.chance(0.5) ? randomLine(random) : spacedLine(random);
      const inline = readInline(line);
      for (const spans of [inline.fields, inline.mentions, inline.gaps, inline.opaque, inline.bareDates]) {
        assertApart(spans, line);
      }
      assertApart(
        [...inline.gaps, ...inline.mentions, ...inline.opaque].sort((a, b) => a.start - b.start),
        line,
      );
    });
  });

  it('it is a follow-up exactly if there is content in it', () => {
    const place = { meeting: -1, section: '', private: false, owedByHeading: [], statuses: {} };
    const context = { heading: 0, above: 0, below: 0 };
    forRandomCases(LINES, (random) => {
      const mark = random.pick([' ', 'x', '>', '✅\ufe0f']);
      const source = randomLine(random).replace(
        '[ ]',
        `[${mark}]${random.pick(['', '', ' [[Jane]]', ' [[2026-11-30]]'])}`,
      );
      const continuation = random.chance(0.7) ? '' : randomLine(random).slice(6);
      const task = { line: 0, endLine: 0, start: 0, box: 2, source, continuation };
      const isFollowUp = FollowUpRecord.of(task, place, context) !== undefined;
      assert.equal(isFollowUp, readFollowUp(task) !== undefined, JSON.stringify(task));
    });
  });

  it('setting a due date makes it the one that is read', () => {
    eachItem(spacedLine, (request, line) => {
      const after = edited(request, line, (each) => planSetDue(each, friday));
      assert.equal(read(after)?.fields.due, friday, `${line} -> ${after}`);
      const without = edited(request, after, (each) => planSetDue(each, undefined));
      assert.equal(read(without)?.fields.due, undefined, `${line} -> ${without}`);
    });
  });

  it('ticking makes it done today, and what was there before stays', () => {
    eachItem(randomLine, (request, line) => {
      const after = edited(request, line, (each) => tick(each, today));
      const content = read(after);
      assert.equal(content?.status, 'done', `${line} -> ${after}`);
      assert.equal(content.fields.done, today, `${line} -> ${after}`);
      assert.equal(content.fields.due, read(line)?.fields.due, `${line} -> ${after}`);
    });
  });

  it('reopening takes back to the character what ticking or dropping wrote', () => {
    eachItem(randomLine, (request, line) => {
      const { fields } = readInline(line);
      if (fields.some(({ form }) => form.field === 'done' || form.field === 'cancelled')) return;
      for (const change of [tick, drop]) {
        const after = edited(request, line, (each) => change(each, today));
        assert.equal(edited(request, after, reopen), line);
      }
    });
  });

  it('setting the owner leaves one owner, and taking the owner away leaves none of them', () => {
    const isPerson = (name: string): boolean => /^(?:Jane(?: Doe)?|Bob|Zoe)$/.test(name);
    const ownersOf = (line: string): readonly OwnerMention[] =>
      (read(line)?.owners ?? []).filter(({ form, name }) => form === 'at' || form === 'field' || isPerson(name));
    eachItem(spacedLine, (request, line) => {
      const after = edited(request, line, (each) => planSetOwner(each, { owner: 'Zoe', isPerson }));
      assert.deepEqual([...new Set(ownersOf(after).map(({ name }) => name))], ['Zoe'], `${line} -> ${after}`);
      const without = edited(request, line, (each) => planSetOwner(each, { owner: undefined, isPerson }));
      assert.deepEqual(ownersOf(without), [], `${line} -> ${without}`);
    });
  });

  it('reading takes time that grows with its length, and not faster', () => {
    const openings = [
      '[[',
      '![[',
      '(from [',
      '(to [[',
      '[due:: ',
      '(due:: ',
      '{due:',
      '📅',
      '🔁 every ',
      '://',
      '**',
      '\n',
    ];
    for (const piece of [...pieces.map((each) => each.trim()), ...openings].filter((each) => each !== '')) {
      for (const line of [
        (length: number) => `- [>] ${piece.repeat(length / piece.length)}`,
        (length: number) => `- [ ] ${`${piece} `.repeat(length / (piece.length + 1))}x`,
      ]) {
        assertLinear((length) => read.bind(undefined, line(length)), 3_000, JSON.stringify(piece));
        // No count shows how often a regular expression backtracks: if that grew by the square, this would take many minutes.
        read(line(100_000));
      }
    }
  });

  /** Runs a check on random items. An edit that would change anything else is refused, which has to be rare. */
  function eachItem(makeLine: (random: Seeded) => string, check: (request: EditRequest, line: string) => void): void {
    let [checked, refused] = [0, 0];
    forRandomCases(LINES, (random) => {
      const line = makeLine(random);
      const request = { noteNow: line, followUp: { line: 0, source: line }, dialect: random.pick(dialects) };
      // What a comment or the end of a line swallows is no item, and nothing is changed.
      if (!read(line) || 'refused' in editableItem(line, request.followUp)) return;
      checked++;
      try {
        check(request, line);
      } catch (error) {
        if (!(error instanceof RefusedEdit)) throw error;
        refused++;
      }
    });
    assert.ok(refused < checked * MOST_REFUSED, `${refused} of ${checked} edits were refused`);
  }
});

/** The share of lines without any sense that may be refused. */
const MOST_REFUSED = 0.06;

class RefusedEdit extends Error {}

function assertApart(spans: readonly TextRange[], line: string): void {
  let last = 0;
  for (const { start, end } of spans) {
    assert.ok(start >= last && end > start && end <= line.length, `${start}-${end} in ${JSON.stringify(line)}`);
    last = end;
  }
}

/** The line after an edit, which changes nothing when it is repeated. */
function edited(request: EditRequest, line: string, edit: (request: EditRequest) => ReturnType<typeof reopen>): string {
  const after = applied(request, line, edit);
  assert.equal(applied(request, after, edit), after, `repeated on ${line}`);
  return after;
}

function applied(
  request: EditRequest,
  line: string,
  edit: (request: EditRequest) => ReturnType<typeof reopen>,
): string {
  const result = edit({ ...request, noteNow: line, followUp: { line: 0, source: line } });
  if ('refused' in result) throw new RefusedEdit(line);
  return applyEdits(line, result.edits);
}
