import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edit';
import type { CarryPlan } from '../../../src/core/carryOver/request';
import { isCarriedOften } from '../../../src/core/followUp/followUp';
import { planCarryOver } from '../../../src/core/carryOver/plan';
import { noteAt, uriOf } from '../support/notes';
import { folder, requestFor, sourceOf, source } from './carrying';
import { message, wordMessage } from '../../../src/core/text/message';

const carry = (text: string): CarryPlan => planCarryOver(requestFor(sourceOf(text)));
const marked = (plan: CarryPlan): string => {
  const change = plan.changes[0];
  return change ? applyEdits(change.before, change.edits) : '';
};
const FROM = '(from [2026-11-23](2026-11-23.md), since 2026-11-23, 1×)';
const TO = '(to [2026-11-30](2026-11-30.md))';

/** What becomes of a list, in the new note and at the source; `F` and `T` stand for origin and destination. */
function becomes(list: string, copies: readonly string[], left: string): void {
  const plan = carry(list);
  assert.deepEqual(
    plan.lines.map((line) => line.replaceAll(FROM, 'F')),
    copies,
  );
  assert.equal(marked(plan).replaceAll(TO, 'T'), left);
}

describe('A carried follow-up', () => {
  it('says where it comes from, and its source where it went', () => {
    const plan = carry('- [ ] @jane Send the draft due:2026-12-04\n');
    assert.deepEqual(plan.lines, [`- [ ] @jane Send the draft due:2026-12-04 ${FROM}`]);
    assert.equal(marked(plan), `- [>] @jane Send the draft due:2026-12-04 ${TO}\n`);
  });

  it('is owed by name in a note that both people read, also where the source says @me', () => {
    const text = [
      ...['## My actions', '- [ ] one', '## Their actions', '- [ ] two', '## Follow-ups'],
      ...['- [ ] @me three due:2026-12-04', '- [ ] four [owner:: me, Bob]', '- [ ] ask @me about five'],
    ].join('\n');
    const request = { ...requestFor(sourceOf(text)), sidesOf: () => ({ writer: 'Max', other: 'Jane Doe' }) };
    assert.deepEqual(
      planCarryOver(request).lines.map((line) => line.replace(FROM, 'F')),
      [
        ...['- [ ] @Max one F', '- [ ] @Jane.Doe two F', '- [ ] @Max three due:2026-12-04 F'],
        ...['- [ ] four [owner:: Max, Bob] F', '- [ ] ask @me about five F'],
      ],
    );
  });

  it('keeps owner, due date, priority, tags and fields of every dialect', () => {
    for (const line of [
      '- [ ] Jane: mail Bob #hiring (A) [due:: 2026-12-04] [owner:: Bob]',
      '- [/] @due(2026-12-04) ask @bob about {due:2026-12-05}',
      '- [!] **Jane Doe:** do x → Bob @{2026-12-04}',
    ]) {
      assert.deepEqual(carry(line).lines, [`${line} ${FROM}`]);
    }
  });

  it('says so before the fields at the end that Obsidian Tasks reads, with tags among them', () => {
    becomes(
      '- [ ] Send the draft [priority:: low]  (due:: 2026-12-04)',
      ['- [ ] Send the draft F [priority:: low]  (due:: 2026-12-04)'],
      '- [>] Send the draft T [priority:: low]  (due:: 2026-12-04)',
    );
    becomes(
      '- [ ] Send the draft #big ⏫ #q4 📅 2026-12-04 #later',
      ['- [ ] Send the draft #big F ⏫ #q4 📅 2026-12-04 #later'],
      '- [>] Send the draft #big T ⏫ #q4 📅 2026-12-04 #later',
    );
    becomes(
      '- [ ] Send the draft ⏫ 📅 2026-12-04 ^draft',
      ['- [ ] Send the draft F ⏫ 📅 2026-12-04'],
      '- [>] Send the draft T ⏫ 📅 2026-12-04 ^draft',
    );
  });

  it('keeps since when it is open, and counts how often it was carried', () => {
    const plan = carry('- [ ] Draft (from [2026-11-16](2026-11-16.md), since 2026-11-09, 2×) due:2026-12-04');
    assert.deepEqual(plan.lines, [
      '- [ ] Draft due:2026-12-04 (from [2026-11-23](2026-11-23.md), since 2026-11-09, 3×)',
    ]);
    assert.deepEqual(plan.carriedOften, [{ text: 'Draft', times: 3, isPrivate: false }]);
    assert.ok(marked(plan).startsWith('- [>] Draft (from [2026-11-16](2026-11-16.md), since 2026-11-09, 2×) due:'));
  });

  it('is as old as its created date says', () => {
    assert.match(carry('- [ ] Draft created:2026-10-01').lines[0] ?? '', /since 2026-10-01, 1×\)$/);
  });

  it('is spoken of once it was carried three times', () => {
    assert.equal(isCarriedOften(2), false);
    assert.equal(isCarriedOften(3), true);
  });

  it("keeps somebody's own words that only look like an origin or a destination", () => {
    becomes(
      '- [ ] Numbers (from [Anna](../anna.md)) (to [Bob](mailto:b@x.y))',
      ['- [ ] Numbers (from [Anna](../anna.md)) (to [Bob](mailto:b@x.y)) F'],
      '- [>] Numbers (from [Anna](../anna.md)) (to [Bob](mailto:b@x.y)) T',
    );
    becomes(
      '- [ ] Say `(to [2026-11-02](x.md))`',
      ['- [ ] Say `(to [2026-11-02](x.md))` F'],
      '- [>] Say `(to [2026-11-02](x.md))` T',
    );
  });

  it('speaks of its new place only, when it was opened again by hand', () => {
    becomes('- [ ] Draft (to [2026-11-02](x.md)) #tag', ['- [ ] Draft #tag F'], '- [>] Draft T #tag');
  });

  it('leaves the id of its line behind, before which the mark stands', () => {
    becomes('- [ ] Draft ^draft-1', ['- [ ] Draft F'], '- [>] Draft T ^draft-1');
  });

  it('keeps the line end, indent and blanks of the source as they are', () => {
    assert.equal(marked(carry('\n  *  [ ] Draft  \r\nnext\r\n')), `\n  *  [>] Draft ${TO}  \r\nnext\r\n`);
  });

  it('keeps an owner whom only the heading named', () => {
    becomes(
      '## My actions\n\n- [ ] one\n\n## Their actions\n\n- [ ] two\n- [ ] @bob three\n',
      ['- [ ] @me one F', '- [ ] @Jane.Doe two F', '- [ ] @bob three F'],
      '## My actions\n\n- [>] one T\n\n## Their actions\n\n- [>] two T\n- [>] @bob three T\n',
    );
  });

  it('is opened again when it was marked as gone to a note that is not there', () => {
    const text = '- [>] Draft (to [2026-11-28](2026-11-28.md))';
    const note = noteAt(source, text);
    const plan = planCarryOver(requestFor({ note, textNow: text, followUps: note.followUps }));
    assert.deepEqual(plan.lines, [`- [ ] Draft ${FROM}`]);
    assert.equal(marked(plan), `- [>] Draft ${TO}`);
  });

  it('leaves behind the link by which others marked it as gone, where it never arrived', () => {
    const text = '- [>] Draft → [[2026-11-28]] 📅 2026-12-04';
    const note = noteAt(source, text);
    const plan = planCarryOver(requestFor({ note, textNow: text, followUps: note.followUps }));
    assert.deepEqual(plan.lines, [`- [ ] Draft ${FROM} 📅 2026-12-04`]);
    assert.equal(marked(plan), `- [>] Draft → [[2026-11-28]] ${TO} 📅 2026-12-04`);
  });

  it('speaks in wiki-links where the notes do', () => {
    const text = 'See [[x]].\n\n- [ ] Draft';
    const request = requestFor(sourceOf(text));
    const plan = planCarryOver({ ...request, target: { ...request.target, wikiLinks: true }, root: 'file:///notes' });
    assert.deepEqual(plan.lines, ['- [ ] Draft (from [[1-1s/jane-doe/2026-11-23|2026-11-23]], since 2026-11-23, 1×)']);
    assert.match(marked(plan), /- \[>\] Draft \(to \[\[1-1s\/jane-doe\/2026-11-30\|2026-11-30\]\]\)$/);
  });
});

describe('The children of a carried follow-up', () => {
  it('come along to any depth, each open one with its own origin, so that none gets younger', () => {
    becomes(
      '- [ ] a\n  - [ ] b\n    - [ ] c\n      - [ ] d\n        - note\n',
      ['- [ ] a F', '  - [ ] b F', '    - [ ] c F', '      - [ ] d F', '        - note'],
      '- [>] a T\n  - [>] b T\n    - [>] c T\n      - [>] d T\n        - note\n',
    );
  });

  it('stay behind where they are closed, since a copy would be listed twice', () => {
    becomes(
      '- [ ] a\n  - [x] b\n  - plain\n  - [-] c\n',
      ['- [ ] a F', '  - plain'],
      '- [>] a T\n  - [x] b\n  - plain\n  - [-] c\n',
    );
  });

  it('go by themselves where what is above them is closed', () => {
    becomes(
      '- [ ] a\n  - [x] b\n    - [ ] c\n- [x] d\n  - why\n  - [ ] e\n    more\n',
      ['- [ ] a F', '- [ ] c F', '- [ ] e F', '  more'],
      '- [>] a T\n  - [x] b\n    - [>] c T\n- [x] d\n  - why\n  - [>] e T\n    more\n',
    );
  });

  it('go by themselves with their own children', () => {
    becomes(
      '- [ ] a\n  - [x] b\n    - [ ] c\n      - [ ] d\n',
      ['- [ ] a F', '- [ ] c F', '  - [ ] d F'],
      '- [>] a T\n  - [x] b\n    - [>] c T\n      - [>] d T\n',
    );
  });

  it('are text, code and lists in the same place under it', () => {
    becomes(
      '1. [ ] a\n   goes on  \n   here\n\n   A paragraph.\n\n   ```sh\n   \tmake\n\n\n     all\n   ```\n   > quote\n\n2. next\n',
      [
        '- [ ] a F',
        '  goes on  ',
        '  here',
        '',
        '  A paragraph.',
        '',
        '  ```sh',
        '  \tmake',
        '',
        '',
        '    all',
        '  ```',
        '  > quote',
      ],
      '1. [>] a T\n   goes on  \n   here\n\n   A paragraph.\n\n   ```sh\n   \tmake\n\n\n     all\n   ```\n   > quote\n\n2. next\n',
    );
  });

  it('keep their depth when tabs or four blanks nest them', () => {
    becomes(
      '- [ ] a\n\t- [ ] b\n\t\t- c\n',
      ['- [ ] a F', '    - [ ] b F', '        - c'],
      '- [>] a T\n\t- [>] b T\n\t\t- c\n',
    );
    becomes('* [ ] a\n    + [ ] b\n', ['- [ ] a F', '    + [ ] b F'], '* [>] a T\n    + [>] b T\n');
  });

  it('are told apart from what follows a lazy line', () => {
    becomes('- [ ] a\nlazy\n- b\n', ['- [ ] a F', '  lazy'], '- [>] a T\nlazy\n- b\n');
  });

  it('hold a line break at the end of a line', () => {
    becomes('- [ ] a\\\n  b\n', ['- [ ] a\\', '  b F'], '- [>] a\\\n  b T\n');
  });

  it('hold code and links that go on below', () => {
    becomes('- [ ] a `b\n  c` d\n', ['- [ ] a `b', '  c` d F'], '- [>] a `b\n  c` d T\n');
    becomes('- [ ] see [the\n  doc](x.md)\n', ['- [ ] see [the', '  doc](x.md) F'], '- [>] see [the\n  doc](x.md) T\n');
  });

  it('are no lines that a conflict left', () => {
    becomes('- [ ] a\n>>>>>>> theirs\n', ['- [ ] a F'], '- [>] a T\n>>>>>>> theirs\n');
    becomes('- [ ] a\n=======\n- b\n', ['- [ ] a F'], '- [>] a T\n=======\n- b\n');
    becomes('- [ ] a\n=======\n  b\n', ['- [ ] a F'], '- [>] a T\n=======\n  b\n');
    becomes('- [ ] a\n  - b\n=======\n  - c\n', ['- [ ] a F', '  - b', '  - c'], '- [>] a T\n  - b\n=======\n  - c\n');
  });

  it('lose the marks of the block quote that they stood in', () => {
    becomes(
      '> - [ ] a\n>   - [ ] b\n>\n>   text\n> > - [ ] c\n> >\td\n',
      ['- [ ] a F', '  - [ ] b F', '', '  text', '- [ ] c F', '  d'],
      '> - [>] a T\n>   - [>] b T\n>\n>   text\n> > - [>] c T\n> >\td\n',
    );
    becomes(
      '> [!todo]\n>- [ ] a\n>  more\nlazy\n',
      ['- [ ] a F', '  more', '  lazy'],
      '> [!todo]\n>- [>] a T\n>  more\nlazy\n',
    );
    becomes('- > - [ ] a\n  >   b\n', ['- [ ] a F', '  b'], '- > - [>] a T\n  >   b\n');
  });

  it('stay where a mark says that it is no task', () => {
    becomes('- [ ] a\n  - [i] b\n', ['- [ ] a F', '  - [i] b'], '- [>] a T\n  - [i] b\n');
  });

  it('of an item that is carried alone come without what the item above keeps', () => {
    const text = '- topic\n  - [ ] a\n    - b\n  - c\n';
    becomes(text, ['- [ ] a F', '  - b'], '- topic\n  - [>] a T\n    - b\n  - c\n');
  });
});

describe('Private follow-ups', () => {
  it('are carried apart', () => {
    const plan = carry('- [ ] open\n\n## Private\n\n- [ ] secret\n  - [ ] more\n');
    assert.deepEqual(plan.lines, [`- [ ] open ${FROM}`]);
    assert.deepEqual(plan.privateLines, [`- [ ] secret ${FROM}`, `  - [ ] more ${FROM}`]);
  });

  it('take what they hang on with them, and leave the markers behind', () => {
    const plan = carry('- [ ] open\n  <!-- private -->\n  - [ ] secret\n  <!-- /private -->\n  - rest\n');
    assert.deepEqual(plan.lines, []);
    assert.deepEqual(plan.privateLines, [`- [ ] open ${FROM}`, '', `  - [ ] secret ${FROM}`, '', '  - rest']);
  });

  it('of a note that is private stay private', () => {
    const plan = carry('---\nprivate: true\n---\n\n- [ ] secret\n');
    assert.deepEqual([plan.lines.length, plan.privateLines.length], [0, 1]);
  });
});

describe('What cannot be proved', () => {
  it('is left where it is and named, while the others go', () => {
    const plan = planCarryOver(requestFor(sourceOf('- [ ] a!\n- [ ] b\n', source, '- [ ] a\n- [ ] b\n')));
    assert.deepEqual(plan.lines, [`- [ ] b ${FROM}`]);
    assert.deepEqual(
      plan.left.map(({ followUp, uri }) => [followUp.text, uri]),
      [['a', uriOf(source)]],
    );
    assert.match(wordMessage(plan.left[0]!.reason), /no longer in the note as it was read/);
  });

  it('is what stands in a note that cannot be changed', () => {
    const [locked, other] = [sourceOf('- [ ] a\n'), sourceOf('- [ ] b\n', `${folder}/2026-11-16.md`)];
    const [followUp] = locked.followUps;
    assert.ok(followUp);
    const unreachable = [{ uri: uriOf(source), followUp, text: 'a', reason: message('note.readOnly') }];
    const plan = planCarryOver({ ...requestFor(other), unreachable });
    assert.equal(plan.lines.length, 1);
    assert.deepEqual(plan.left, unreachable);
  });

  it('is not a line that only moved', () => {
    const plan = planCarryOver(requestFor(sourceOf('new\n\n- [ ] b\n- [ ] a\n', source, '- [ ] a\n- [ ] b\n')));
    assert.deepEqual(plan.left, []);
    assert.equal(plan.lines.length, 2);
  });

  it('is one of several that are alike, once there are fewer of them', () => {
    const plan = planCarryOver(requestFor(sourceOf('- [ ] a\n', source, '- [ ] a\n- [ ] a\n')));
    assert.deepEqual(plan.lines, []);
    assert.match(wordMessage(plan.left[0]!.reason), /several times/);
  });

  it('is not one of as many alike as before: the same one is meant', () => {
    const note = noteAt(source, '- [ ] a\n- [ ] a\n  second\n');
    const followUps = note.followUps.slice(1);
    const plan = planCarryOver(requestFor({ note, textNow: 'x\n\n- [ ] a\n- [ ] a\n  second\n', followUps }));
    assert.deepEqual(plan.lines, [`- [ ] a ${FROM}`, '  second']);
  });

  it('is an item under which a comment is not closed: in the new note it would hide the rest', () => {
    const plan = carry('- [ ] a\n  - b\n\n    %% c\n\n');
    assert.deepEqual([plan.lines, plan.changes], [[], []]);
    assert.match(wordMessage(plan.left[0]!.reason), /comment/);
  });

  it('is a line that stands in code now', () => {
    const plan = planCarryOver(requestFor(sourceOf('```\n- [ ] a\n```\n', source, '- [ ] a\n')));
    assert.deepEqual([plan.lines, plan.changes], [[], []]);
    assert.equal(plan.left.length, 1);
  });
});
