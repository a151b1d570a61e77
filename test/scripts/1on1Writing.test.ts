import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Notes, records, run, SAMPLE_DAY } from './commandLine';

const LOG = '1-1 logs/Daniel Kim.md';
const IN_ADVANCE = 'Meetings/2026-03-20-1on1-mei.md';

interface Planned {
  readonly file?: string;
  readonly text?: string;
  readonly left?: { readonly file: string; readonly line: number; readonly text: string; readonly reason: string };
}

/** A call of each verb that plans changes, without its folder. */
const calls: readonly (readonly [verb: string, ...args: string[]])[] = [
  ['new', 'Jonas Weber'],
  ['new', 'Mei Tanaka', '2026-03-20', '--framework', 'managing-up'],
  ['new', 'Daniel Kim', '2026-04-01'],
  ['new', 'Nina New'],
  ['bring', LOG],
  ['park', 'Jonas Weber', 'The talk'],
  ['park', 'Daniel Kim', 'The talk'],
  ['park', 'Nina New', 'The talk'],
  ['act', LOG, '63', 'done'],
  ['act', LOG, '63', 'due', 'friday week'],
  ['act', LOG, '63', 'due'],
  ['act', LOG, '63', 'snooze', 'next week'],
  ['act', LOG, '63', 'owner', 'me'],
  ['act', LOG, '65', 'reopen'],
];

describe('1on1, where it plans changes,', function () {
  this.timeout(60_000);
  const notes = new Notes();
  const argsOf = ([verb, ...args]: (typeof calls)[number]): string[] => [verb, notes.folder, ...args, ...SAMPLE_DAY];

  for (const call of calls) {
    it(`touches nothing without --write, and then writes what it printed: ${call.join(' ')}`, async () => {
      const before = notes.texts();
      const planned = await records<Planned>(...argsOf(call));
      const diff = await run(...argsOf(call));
      assert.equal(diff.status, 0, diff.stderr);
      assert.deepEqual(notes.texts(), before);

      const texts = planned.flatMap(({ file, text }) =>
        file === undefined ? [] : [[file, bytes(text ?? '')] as const],
      );
      const expected: Record<string, string> = { ...before, ...Object.fromEntries(texts) };
      assert.deepEqual(patched(before, diff.stdout, notes), expected);

      const written = await run(...argsOf(call), '--write');
      assert.equal(written.status, 0, written.stderr);
      assert.deepEqual(notes.texts(), expected);
      assert.equal(
        written.stdout,
        planned.flatMap(({ file }) => (file === undefined ? [] : `Wrote ${file}\n`)).join(''),
      );
    });
  }

  it('writes a note once: the second time it is there', async () => {
    assert.equal((await run('new', notes.folder, 'Jonas Weber', ...SAMPLE_DAY, '--write')).status, 0);
    const before = notes.texts();
    const { status, stderr } = await run('new', notes.folder, 'Jonas Weber', ...SAMPLE_DAY, '--write');
    assert.deepEqual(
      [status, stderr],
      [1, '1-1s/jonas-weber/2026-03-16.md is there already, so nothing was written.\n'],
    );
    assert.deepEqual(notes.texts(), before);
  });

  it('brings and acts once: the second time there is nothing to change', async () => {
    writeFileSync(
      notes.at(IN_ADVANCE),
      '---\ntype: 1on1\nperson: Mei Tanaka\ndate: 2026-03-20\n---\n\n## Follow-ups\n',
    );
    for (const call of [['bring', IN_ADVANCE] as const, ['act', LOG, '63', 'done'] as const]) {
      assert.match((await run(...argsOf([...call]), '--write')).stdout, /^Wrote /);
      const before = notes.texts();
      const { status, stdout } = await run(...argsOf([...call]), '--write');
      assert.deepEqual([status, stdout], [0, '']);
      assert.deepEqual(await records(...argsOf([...call])), []);
      assert.deepEqual(notes.texts(), before);
    }
  });

  it('keeps a byte order mark and line ends', async () => {
    const file = '1-1s/jonas-weber/2026-03-11.md';
    writeFileSync(notes.at(file), '\uFEFF# Jonas\r\n\r\n- [ ] One\r\n- [ ] Two');
    await run('act', notes.folder, file, '4', 'done', ...SAMPLE_DAY, '--write');
    assert.equal(notes.text(file), bytes('\uFEFF# Jonas\r\n\r\n- [ ] One\r\n- [x] Two done:2026-03-16'));
  });

  it('names what stays where it is, and why', async () => {
    const file = '1-1s/jonas-weber/2026-03-11.md';
    writeFileSync(notes.at(file), Buffer.from('# Jonas\n\n- [ ] Caf\xe9\n', 'latin1'));
    const left = (await records<Planned>('new', notes.folder, 'Jonas Weber', ...SAMPLE_DAY)).flatMap(
      (each) => each.left ?? [],
    );
    assert.equal(left.length, 1);
    assert.deepEqual({ file: left[0]?.file, line: left[0]?.line }, { file, line: 3 });
    assert.match(left[0]!.reason, /not UTF-8/);
    const { stderr } = await run('new', notes.folder, 'Jonas Weber', ...SAMPLE_DAY);
    assert.match(
      stderr,
      /^1-1s\/jonas-weber\/2026-03-11\.md:3: “Caf\uFFFD” was left where it is\. It contains characters/,
    );
  });
});

/** UTF-8 as `Notes.text` shows it. */
function bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The folder's texts once Git has applied a diff. What it changes is taken back. */
function patched(before: Readonly<Record<string, string>>, diff: string, notes: Notes): Record<string, string> {
  if (diff === '') {
    return before;
  }
  const git = (...args: string[]) =>
    spawnSync('git', ['apply', ...args], { cwd: notes.folder, input: diff, encoding: 'utf8' });
  const applied = git();
  assert.equal(applied.status, 0, applied.stderr);
  const after = notes.texts();
  assert.equal(git('--reverse').status, 0);
  assert.deepEqual(notes.texts(), before);
  return after;
}
