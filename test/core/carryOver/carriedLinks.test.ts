import assert from 'node:assert/strict';
import { planCarryOver } from '../../../src/core/carryOver/plan';
import { bring, listed, requestFor, sourceOf, states, target, type Workspace } from './carrying';

const archived = '1-1s/jane-doe/old/2026-11-23.md';
const ROOT = 'file:///notes';

/** The lines that carry a note of another folder into the note of today, without their origins. */
function carried(text: string, path = archived): readonly string[] {
  const plan = planCarryOver({ ...requestFor(sourceOf(text, path)), root: ROOT });
  assert.deepEqual(plan.left, []);
  return plan.lines.map((line) => line.replace(/ \(from \[.*$/, ''));
}

describe('A link in a carried line', () => {
  for (const [what, line, expected] of [
    ['a relative path', 'See [costs](../../../money/costs.md)', 'See [costs](../../money/costs.md)'],
    ['a path with a title and an anchor', 'See [a](b.md#c "D")', 'See [a](old/b.md#c "D")'],
    ['a path in angle brackets', 'See [a](<my file.md>)', 'See [a](<old/my%20file.md>)'],
    ['a path with parentheses', 'See [a](b(1).md)', 'See [a](old/b%281%29.md)'],
    ['an image', 'See ![chart](img/chart.png)', 'See ![chart](old/img/chart.png)'],
    ['an image in a link', 'See [![c](c.png)](big.png)', 'See [![c](old/c.png)](old/big.png)'],
    ['an image in HTML', 'See <img src="c.png" alt="c">', 'See <img src="old/c.png" alt="c">'],
    ['an anchor', 'See [below](#numbers)', 'See [below](old/2026-11-23.md#numbers)'],
    ['a heading as wiki-link', 'See [[#Numbers|below]]', 'See [[1-1s/jane-doe/old/2026-11-23#Numbers|below]]'],
    ['a relative wiki-link', 'See [[../plan#Goals]]', 'See [[1-1s/jane-doe/plan#Goals]]'],
  ] as const) {
    it(`still leads there: ${what}`, () => {
      assert.deepEqual(carried(`- [ ] ${line}\n`), [`- [ ] ${expected}`]);
    });
  }

  it('stays as it is where it leads to the same place from every note', () => {
    for (const line of [
      '[a](https://x.y/z.md)',
      '[a](/docs/a.md)',
      '[[Budget]]',
      '`[a](b.md)`',
      '\\[a](b.md)',
      'a](b.md)',
    ]) {
      assert.deepEqual(carried(`- [ ] See ${line}\n`), [`- [ ] See ${line}`]);
    }
    assert.deepEqual(carried('- [ ] See [a](b.md)\n', '1-1s/jane-doe/2026-11-23.md'), ['- [ ] See [a](b.md)']);
  });

  it('takes the address of its definition along', () => {
    const note = '- [ ] Read [this][Doc], [doc][] and [doc], not [x]\n\n[doc]: ../doc.md "The doc"\n';
    const link = '(doc.md "The doc")';
    assert.deepEqual(carried(note), [`- [ ] Read [this]${link}, [doc]${link} and [doc]${link}, not [x]`]);
  });

  it('leads to the old note where it was a footnote', () => {
    assert.deepEqual(carried('- [ ] Ask why[^1] and [^2]\n\n[^1]: Because.\n'), [
      '- [ ] Ask why[1](old/2026-11-23.md) and [^2]',
    ]);
    assert.deepEqual(carried('- [ ] Ask [Ravi][^1]\n\n[^1]: Because.\n'), ['- [ ] Ask [Ravi][1](old/2026-11-23.md)']);
  });

  it('is rewritten in the lines below the item, but not in code', () => {
    const note = '- [ ] One\n  see [a](a.md)\n  - see [b](b.md)\n\n    ```\n    [c](c.md)\n    ```\n';
    assert.deepEqual(carried(note).slice(1), [
      '  see [a](old/a.md)',
      '  - see [b](old/b.md)',
      '',
      '    ```',
      '    [c](c.md)',
      '    ```',
    ]);
  });

  it('does not make the copy another promise', () => {
    const text = '- [ ] See [a](a.md), [[#B]], [c] and d[^d]\n- [ ] Look at <img src="e.png">\n\n[c]: c.md\n[^d]: D\n';
    const before: Workspace = { [archived]: text, [target]: '# Jane\n\n## Follow-ups\n' };
    for (const state of states(before, bring(before))) {
      assert.equal(listed(state).length, 2, JSON.stringify(state));
      assert.ok([...states(state, bring(state))].every((later) => listed(later).length === 2));
    }
  });
});
