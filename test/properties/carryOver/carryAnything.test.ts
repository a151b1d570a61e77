import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { applyEdits } from '../../../src/core/text/edit';
import type { FollowUp } from '../../../src/core/followUp/followUp';
import { normalizedText } from '../../../src/core/taskText/normalizedText';
import { planCarryOver } from '../../../src/core/carryOver/plan';
import { composeNote } from '../../../src/core/noteEdit/noteBody';
import { day, noteAt, uriOf } from '../../core/support/notes';
import { indexOf, listed, requestFor, source, target } from '../../core/carryOver/carrying';
import { forRandomCases } from '../support/randomCases';
import { wordMessage } from '../../../src/core/text/message';

const TO = '(to [2026-11-30](2026-11-30.md))';
const DOCUMENTS = { usual: 300, long: 20_000 };

const indents = ['', '', '', ' ', '  ', '  ', '   ', '    ', '\t', '\t\t', ' \t', '      '];
const quotes = ['', '', '', '', '> ', '>', '> > ', '>\t'];
const starts = [
  '- [ ] ',
  '- [ ] ',
  '- [ ] ',
  '* [x] ',
  '1. [ ] ',
  '+ [/] ',
  '- [>] ',
  '- [i] ',
  '- ',
  '- - [ ] ',
  '10) ',
  '',
  '    ',
  '# ',
  '## ',
];
const words = [
  ...[
    'one',
    'two (A) due:2026-12-01',
    'three 📅 2026-12-01',
    '',
    '`code`',
    'a\\',
    'b  ',
    '**bold**',
    'x ^id',
    'Private',
    '```',
    '~~~',
  ],
  ...[
    '<!-- private -->',
    '<!-- /private -->',
    '%% hidden',
    '---',
    '(from [2026-11-16](2026-11-16.md), since 2026-11-09, 2×)',
    '[[link]]',
  ],
];

/** A document in which anything stands next to anything. */
function randomDocument(random: Seeded): string {
  const lineEnd = random.pick(['\n', '\n', '\r\n']);
  const lines = Array.from({ length: random.between(3, 14) }, (_, line) => {
    if (random.chance(0.25)) return random.pick(['', '', '>']);
    return `${random.pick(quotes)}${random.pick(indents)}${random.pick(starts)}${random.pick(words)} ${line}`;
  });
  return lines.join(lineEnd);
}

const keysOf = (followUps: readonly FollowUp[]): string[] =>
  followUps.map(({ text, private: isPrivate }) => `${isPrivate ? '🔒' : ''}${normalizedText(text)}`);

describe('Whatever stands in a note', () => {
  it('is carried whole: each open item once, none of them less private, and no other line touched', () => {
    let [carried, leftInAll] = [0, 0];
    forRandomCases(DOCUMENTS, (random) => {
      const text = randomDocument(random);
      const index = indexOf({ [source]: text });
      const open = index.followUpsIn(uriOf(source)).filter((item) => item.isOpen);
      if (open.some(({ followUp }) => followUp.text.includes('private -->'))) {
        // A marker in code that spans lines: a marker for what reads privacy, and words for what reads items.
        return;
      }
      const from = { note: noteAt(source, text), textNow: text, followUps: open.map(({ followUp }) => followUp) };
      const plan = planCarryOver(requestFor(from));
      const after = applyEdits(
        text,
        plan.changes.flatMap(({ edits }) => edits),
      );
      const linesAfter = after.split(/\r\n|\n/);
      text.split(/\r\n|\n/).forEach((line, at) => {
        const own = from.followUps.find((item) => item.line <= at && at <= item.endLine);
        const now = (linesAfter[at] ?? '').replace(` ${TO}`, '');
        const back = own?.line === at ? now.replace('[>]', `[${own.stateCharacter}]`) : now;
        assert.equal(own ? back : linesAfter[at], line, `line ${at} of\n${text}`);
      });
      const { text: made } = composeNote({
        ...{ person: 'Jane Doe', date: day('2026-11-30'), sections: [], agenda: [], hasPrivateSection: false },
        ...{ followUps: plan.lines, privateFollowUps: plan.privateLines },
      });
      const copies = noteAt(target, made);
      const left = new Set(plan.left.map(({ followUp }) => followUp));
      carried += open.length;
      leftInAll += left.size;
      assert.ok(plan.left.every(({ reason }) => wordMessage(reason).includes('comment')));
      const [expected, found] = [
        keysOf(from.followUps.filter((followUp) => !left.has(followUp))),
        keysOf(copies.followUps.filter(({ status }) => status !== 'none')),
      ];
      const whole = `${text}\n=>\n${made}`;
      assert.deepEqual(found.map(withoutPrivacy).sort(), expected.map(withoutPrivacy).sort(), whole);
      assert.ok(privateOnes(found) >= privateOnes(expected), whole);
      for (const state of [
        { [source]: text, [target]: made },
        { [source]: after, [target]: made },
      ]) {
        assert.deepEqual(
          listed(state)
            .map((item) => item.replace(/ since \S+$/, ''))
            .sort(),
          from.followUps.map(({ text: said }) => said).sort(),
          whole,
        );
      }
    });
    assert.ok(leftInAll * 50 < carried, `${leftInAll} of ${carried} were left`);
  });
});

const withoutPrivacy = (key: string) => key.replace(/^🔒/u, '');
const privateOnes = (keys: readonly string[]) => keys.filter((key) => key.startsWith('🔒')).length;
