import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommandLine, type Outcome } from '../../scripts/1on1/commandLine';

const sample = 'test/fixtures/sample';

/** The day on which the sample workspace plays. */
export const SAMPLE_DAY = ['--today', '2026-03-16'];

/** Runs the command line with what somebody types in a terminal. */
export function run(...args: readonly string[]): Promise<Outcome> {
  return runCommandLine(args);
}

/** What a call prints with `--json`, a record a line. */
export async function records<Each = Record<string, unknown>>(...args: readonly string[]): Promise<Each[]> {
  const { status, stdout, stderr } = await run(...args, '--json');
  assert.equal(status, 0, stderr);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Each);
}

/** A copy of the sample workspace on disk, new for each test. */
export class Notes {
  folder = '';

  constructor() {
    beforeEach(() => {
      this.folder = mkdtempSync(path.join(tmpdir(), '1on1-'));
      cpSync(sample, this.folder, { recursive: true });
    });
    afterEach(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  /** By path, what every file holds. */
  texts(): Record<string, string> {
    const names = readdirSync(this.folder, { recursive: true, encoding: 'utf8' }).sort();
    const files = names.filter((name) => statSync(path.join(this.folder, name)).isFile());
    return Object.fromEntries(files.map((name) => [name, this.text(name)]));
  }

  /** Byte for byte. */
  text(file: string): string {
    return readFileSync(path.join(this.folder, file), 'latin1');
  }

  at(file: string): string {
    return path.join(this.folder, file);
  }
}
