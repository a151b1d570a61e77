import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { addDays, parseCivilDate } from '../../src/core/dates/civilDate';
import { privateFamily } from '../core/sharing/privateFamily';
import { records, run } from './commandLine';

const sample = 'test/fixtures/sample';

interface Printed {
  readonly file: string;
  readonly line: number;
  readonly mark: string;
  readonly text: string;
  readonly status: string;
  readonly private: boolean;
}

const json = (...args: string[]): Promise<Printed[]> => records<Printed>('followups', ...args);

/** The lines of items that begin with a box, as markdown-it finds them. */
function taskLines(file: string): number[] {
  const text = readFileSync(path.join(sample, file), 'utf8').replace(/^\uFEFF/, '');
  const blank = (part: string): string => part.replace(/[^\r\n]/g, '');
  const source = text.replace(/^---\r?\n[^]*?\n---/, blank).replace(/^%%[^]*?%%/gm, blank);
  const tokens = new MarkdownIt({ html: true }).parse(source, {});
  return tokens.flatMap((token, at) => {
    const isFirst =
      token.type === 'inline' && tokens[at - 1]?.type === 'paragraph_open' && tokens[at - 2]?.type === 'list_item_open';
    return isFirst && /^\[.\]\s+\S/u.test(token.content) ? [(token.map?.[0] ?? 0) + 1] : [];
  });
}

/** The day of the first of many notes with one person. */
const FIRST_DAY = parseCivilDate('2020-01-01')!;

describe('1on1 followups', function () {
  this.timeout(60_000);

  it('finds in the sample workspace the task lines that markdown-it finds', async () => {
    const found = await json(sample, '--all');
    const files = [...new Set(found.map(({ file }) => file))];
    assert.ok(files.length > 50);
    for (const file of files) {
      const lines = found.filter((followUp) => followUp.file === file).map(({ line }) => line);
      assert.deepEqual(lines, taskLines(file), file);
    }
  });

  it('lists what is open, in the order of paths and lines', async () => {
    const open = await json(sample);
    assert.equal(open.length, 90);
    assert.ok(open.every(({ status }) => status === 'open' || status === 'inProgress'));
    const places = open.map(({ file, line }) => `${file}\n${String(line).padStart(5)}`);
    assert.deepEqual(places, places.toSorted());
  });

  it('leaves out links, node_modules and dot folders', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'followups-'));
    try {
      for (const name of ['node_modules', '.hidden', 'sub']) {
        mkdirSync(path.join(folder, name));
        writeFileSync(path.join(folder, name, 'a.md'), '- [ ] one');
      }
      symlinkSync(folder, path.join(folder, 'loop'));
      assert.deepEqual(
        (await json(folder)).map(({ file }) => file),
        ['sub/a.md'],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is what npm run followups prints', async () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const [node, ...args] = scripts.followups!.split(' ');
    assert.equal(node, 'node');
    const { status, stdout, stderr } = spawnSync(process.execPath, [...args, sample], { encoding: 'utf8' });
    assert.deepEqual({ status, stdout, stderr }, await run('followups', sample));
  });

  it('prints the follow-ups of a note below its path', async () => {
    const { stdout } = await run('followups', sample);
    assert.match(stdout, /^\S.*\.md\n {0,4}\d+ {2}\[.\] .+/);
    assert.equal(stdout.match(/^ *\d+ {2}\[/gm)?.length, 90);
  });
});

describe('1on1 and every way of marking something private', function () {
  this.timeout(120_000);

  it('prints private follow-ups as private', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), '1on1-'));
    try {
      for (const [nth, { path: at = '1-1s/jane-doe/2026-11-30.md', lines }] of privateFamily().entries()) {
        const file = path.join(folder, at.replace('2026-11-30', addDays(FIRST_DAY, nth)));
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, lines.join('\n'));
      }
      const printed = await json(folder, '--all');
      assert.ok(printed.length > 1000);
      const leaks = printed.filter((part) => !part.private && part.text.includes('zebra'));
      assert.deepEqual(leaks, []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
