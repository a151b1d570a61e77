import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import MarkdownIt from 'markdown-it';

const sample = 'test/fixtures/sample';

interface Printed {
  readonly file: string;
  readonly line: number;
  readonly mark: string;
  readonly text: string;
  readonly status: string;
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['scripts/followUps.mjs', ...args], { encoding: 'utf8' });
}

function json(...args: string[]): Printed[] {
  const lines = run(...args, '--json').stdout.split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Printed);
}

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

describe('The headless reader', () => {
  it('finds in the sample workspace the task lines that markdown-it finds', () => {
    const found = json(sample, '--all');
    const files = [...new Set(found.map(({ file }) => file))];
    assert.ok(files.length > 50);
    for (const file of files) {
      const lines = found.filter((followUp) => followUp.file === file).map(({ line }) => line);
      assert.deepEqual(lines, taskLines(file), file);
    }
  });

  it('lists what is open, in the order of paths and lines', () => {
    const open = json(sample);
    assert.equal(open.length, 89);
    assert.ok(open.every(({ status }) => status === 'open' || status === 'inProgress'));
    const places = open.map(({ file, line }) => `${file}\n${String(line).padStart(5)}`);
    assert.deepEqual(places, places.toSorted());
  });

  it('leaves out links, node_modules and dot folders', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'followups-'));
    try {
      for (const name of ['node_modules', '.hidden', 'sub']) {
        mkdirSync(path.join(folder, name));
        writeFileSync(path.join(folder, name, 'a.md'), '- [ ] one');
      }
      symlinkSync(folder, path.join(folder, 'loop'));
      assert.deepEqual(
        json(folder).map(({ file }) => file),
        ['sub/a.md'],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says in one line that a folder is none, with exit code 2', () => {
    const { status, stdout, stderr } = run('no/such/folder');
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^There is no folder no\/such\/folder\.\n$/);
  });
});
