import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Seeded } from '../../bench/seeded';
import { diffOfEdits } from '../../scripts/1on1/diff';
import { globMatcher } from '../../scripts/1on1/globMatcher';
import { writeFiles } from '../../scripts/1on1/write';
import { applyEdits, type TextEdit } from '../../src/core/text/edit';

/** The text after a unified diff. */
function patched(before: string, diff: readonly string[]): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  let sign = '';
  for (const line of diff.slice(2)) {
    const start = /^@@ -(\d+),(\d+) /.exec(line);
    if (start) {
      const first = Number(start[1]) - (start[2] === '0' ? 0 : 1);
      result.push(...lines.slice(at, first));
      at = first;
    } else if (line.startsWith('\\')) {
      if (sign === '+') result.push((result.pop() ?? '').replace(/\n$/, ''));
    } else if (line.startsWith('+')) {
      result.push(`${line.slice(1)}\n`);
    } else {
      assert.equal(lines[at]?.replace(/\n$/, ''), line.slice(1));
      if (line.startsWith(' ')) result.push(lines[at] ?? '');
      at++;
    }
    sign = line.charAt(0);
  }
  return [...result, ...lines.slice(at)].join('');
}

describe('A diff of edits', () => {
  it('makes of the text before what the edits make of it, with nothing else in it', () => {
    const random = new Seeded(20_260_316);
    const word = (): string => random.pick(['a', 'b\n', '\n', 'c d', '- [ ] e\n', '\r\n', '']);
    const text = (most: number): string => Array.from({ length: random.below(most) }, word).join('');
    for (let round = 0; round < 2000; round++) {
      const before = text(40);
      const edits: TextEdit[] = [];
      for (let start = random.below(12); start <= before.length; start += 1 + random.below(20)) {
        const end = Math.min(before.length, start + random.below(6));
        edits.push({ start, end, text: text(4) });
        start = end;
      }
      const after = applyEdits(before, edits);
      const diff = diffOfEdits('a.md', before, edits);
      const said = JSON.stringify({ before, edits });
      assert.equal(patched(before, diff), after, said);
      assert.equal(diff.length === 0, before === after, said);
    }
  });

  it('shows three lines around a change', () => {
    const before = Array.from({ length: 9 }, (_, line) => `${line}\n`).join('');
    assert.deepEqual(diffOfEdits('b c.md', before, [{ start: 8, end: 9, text: 'x' }]), [
      '--- a/b c.md\t',
      '+++ b/b c.md\t',
      '@@ -2,7 +2,7 @@',
      ...[' 1', ' 2', ' 3', '-4', '+x', ' 5', ' 6', ' 7'],
    ]);
  });
});

describe('Globs of settings', () => {
  const cases: readonly (readonly [glob: string, matching: readonly string[], others: readonly string[]])[] = [
    ['**/node_modules/**', ['node_modules/', 'a/node_modules/', 'node_modules/b'], ['node_modules', 'node_modules2/']],
    ['**/.*/**', ['.git/', 'a/.obsidian/b.md'], ['a.b/', 'a/b', 'a/.note.md']],
    ['*.md', ['a.md'], ['b/a.md', 'a.mdx']],
    ['archive', ['archive'], ['a/archive']],
    ['**/{old,new}-?.md', ['old-1.md', 'x/new-2.md'], ['old-12.md', 'mid-1.md']],
    ['**/[a-c]*.md', ['b.md', 'x/c1.md'], ['d.md']],
    ['**/[!a]*', ['b', 'x/b'], ['a']],
    ['a+(b).md', ['a+(b).md'], ['aab.md']],
    ['[', [], ['[', 'a']],
  ];
  for (const [glob, matching, others] of cases) {
    it(`match as VS Code does: ${glob}`, () => {
      const matches = globMatcher([glob]);
      assert.deepEqual(
        matching.filter((each) => !matches(each)),
        [],
      );
      assert.deepEqual(others.filter(matches), []);
    });
  }
});

describe('Files that are written together', () => {
  let folder = '';
  const file = (name: string): string => path.join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), '1on1-'));
    writeFileSync(file('a.md'), 'a');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are left as they are when one of them is not what was planned on', () => {
    const a = { file: file('a.md'), name: 'a.md', before: Buffer.from('a'), text: 'A' };
    const b = { file: file('b.md'), name: 'b.md', before: Buffer.from('b'), text: 'B' };
    assert.throws(() => writeFiles([a, b]), /^Error: b\.md changed in the meantime, so nothing was written/);
    assert.throws(() => writeFiles([a, { ...a, before: undefined }]), /a\.md changed in the meantime/);
    assert.equal(readFileSync(file('a.md'), 'utf8'), 'a');
  });

  it('are taken back when one of them cannot be written', () => {
    const a = { file: file('a.md'), name: 'a.md', before: Buffer.from('a'), text: 'A' };
    const c = { file: file('a.md/c.md'), name: 'a.md/c.md', before: undefined, text: 'C' };
    assert.throws(() => writeFiles([a, c]), /a\.md\/c\.md could not be written, so nothing was/);
    assert.equal(readFileSync(file('a.md'), 'utf8'), 'a');
  });
});
