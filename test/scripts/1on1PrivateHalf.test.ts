import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './commandLine';

const OLD = '1-1s/jane-doe/2026-11-23.md';
const NEW = '1-1s/jane-doe/2026-11-30.md';
const OLD_HALF = 'private/jane-doe/2026-11-23.md';
const NEW_HALF = 'private/jane-doe/2026-11-30.md';

describe('1on1 with a place for private halves', function () {
  this.timeout(60_000);
  let folder = '';
  const files = {
    [OLD]: '# Jane Doe, 2026-11-23\n\n- [ ] @jane Send deck\n\n## Private\n\n- [ ] @me Plan her pay\n',
    [OLD_HALF]: '- [ ] @me Ask HR\n',
    '.settings.json': '{ "oneOnOne.notes.privatePath": "private/{person}/{date}.md" }',
  };
  const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const call = async (verb: string, ...args: readonly string[]): Promise<string> => {
    const settings = ['--settings', path.join(folder, '.settings.json'), '--today', '2026-11-30'];
    const { status, stdout, stderr } = await run(verb, folder, ...args, ...settings);
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const refusal = async (verb: string, ...args: readonly string[]): Promise<string> => {
    const settings = ['--settings', path.join(folder, '.settings.json'), '--today', '2026-11-30'];
    const { status, stderr } = await run(verb, folder, ...args, ...settings);
    assert.notEqual(status, 0);
    return stderr;
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), '1on1-'));
    for (const [file, text] of Object.entries(files)) write(file, text);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes what is private into the half, and nothing of it into the new note', async () => {
    await call('new', 'Jane Doe', '--write');
    const half = textOf(NEW_HALF);
    assert.match(
      half,
      /^---\ntype: 1on1\nperson: Jane Doe\ndate: 2026-11-30\nprivate: true\n---\n\n# Jane Doe, 2026-11-30\n\n## Private\n\n/,
    );
    assert.match(
      half,
      /- \[ \] @me Plan her pay \(from \[2026-11-23\]\(\.\.\/\.\.\/1-1s\/jane-doe\/2026-11-23\.md\), since/,
    );
    assert.match(half, /- \[ \] @me Ask HR \(from \[2026-11-23\]\(2026-11-23\.md\), since/);
    assert.match(textOf(NEW), /- \[ \] @jane Send deck \(from \[2026-11-23\]\(2026-11-23\.md\)/);
    assert.doesNotMatch(textOf(NEW), /rivate|her pay|HR/);
    assert.match(
      textOf(OLD),
      /\[>\] @me Plan her pay \(to \[2026-11-30\]\(\.\.\/\.\.\/private\/jane-doe\/2026-11-30\.md\)\)/,
    );
    assert.match(textOf(OLD_HALF), /\[>\] @me Ask HR \(to \[2026-11-30\]\(2026-11-30\.md\)\)/);
  });

  it('makes no half without anything private in it', async () => {
    write(OLD, '# Jane Doe\n\n- [ ] @jane Send deck\n');
    write(OLD_HALF, 'Nothing open.\n');
    await call('new', 'Jane Doe', '--write');
    assert.throws(() => textOf(NEW_HALF));
  });

  it('brings private follow-ups into a half made in advance, once', async () => {
    write(NEW, '# Jane Doe, 2026-11-30\n\n## Follow-ups\n\n');
    write(NEW_HALF, '# Jane\n\nMy own words.\n');
    await call('bring', NEW, '--write');
    const [note, half] = [textOf(NEW), textOf(NEW_HALF)];
    assert.match(half, /My own words\.\n\n## Private\n\n- \[ \] @me (?:Plan her pay|Ask HR)/);
    assert.doesNotMatch(note, /rivate|her pay|HR/);
    await call('bring', NEW, '--write');
    await call('bring', NEW_HALF, '--write');
    assert.deepEqual([textOf(NEW), textOf(NEW_HALF)], [note, half]);
  });

  it('shares nothing of a half, and no half', async () => {
    await call('new', 'Jane Doe', '--write');
    assert.doesNotMatch(await call('share', NEW, 'agenda'), /pay|HR/);
    assert.match(await refusal('share', NEW_HALF, 'recap'), /private as a whole/);
  });

  it('refuses a file in the place of the half that is no private note of that day', async () => {
    write(NEW_HALF, '---\ndate: 2026-12-24\n---\n');
    assert.match(
      await refusal('new', 'Jane Doe', '--write'),
      /2026-11-30\.md is where private lines of 2026-11-30 belong/,
    );
    assert.equal(textOf(OLD), files[OLD]);
  });
});
