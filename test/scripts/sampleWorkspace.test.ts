import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as sampleWorkspace from '../../scripts/sampleWorkspace.mjs';

// Loaded where it stands and not bundled: the script finds the sample workspace from its own place.
const script = pathToFileURL(path.resolve('scripts/sampleWorkspace.mjs')).href;
const { copySample, SAMPLE_TODAY } = (await import(script)) as typeof sampleWorkspace;

const sampleDir = path.resolve('test/fixtures/sample');

describe('The sample workspace', () => {
  let targetDir: string;

  beforeEach(async () => {
    targetDir = await mkdtemp(path.join(tmpdir(), 'one-on-one-sample-'));
  });

  afterEach(async () => {
    await rm(targetDir, { recursive: true, force: true });
  });

  it('is copied byte by byte on the day it plays', async () => {
    await copySample(targetDir, SAMPLE_TODAY);
    assert.deepEqual(await readAll(targetDir), await readAll(sampleDir));
  });

  it('stays as it is when a copy is made for another day', async () => {
    const before = await readAll(sampleDir);
    await copySample(targetDir, '2031-07-01');
    assert.deepEqual(await readAll(sampleDir), before);
  });

  it('plays on the last Monday, so that meetings keep their weekdays', async () => {
    // 2026-11-21 is a Saturday: its Monday is 35 weeks after the day on which the sample plays.
    await copySample(targetDir, '2026-11-21');
    const note = await readFile(path.join(targetDir, '1-1s/jonas-weber/2026-11-09.md'), 'utf8');
    assert.match(note, /^date: 2026-11-09$/m);
  });

  it('moves dates in every form, in names and in text', async () => {
    await copySample(targetDir, '2026-03-25');
    const names = await readdir(path.join(targetDir, 'Meetings'));
    assert.ok(names.includes('2026-03-19 Amara Nwosu.md'), 'an ISO date in a name');
    assert.ok(names.includes('2026.02.24-1on1-ravi.md'), 'a date with dots in a name');
    assert.ok(names.includes('20251211 Oskar Nyberg.md'), 'a compact date in a name');
    const log = await readFile(path.join(targetDir, '1-1 logs/Daniel Kim.md'), 'utf8');
    assert.match(log, /^## 11 March 2026 \(14:00\)$/m);
    assert.match(log, /\(Daniel%20Kim\.md#11-february-2026-1400\)/);
  });

  it('leaves what is no day of the calendar alone', async () => {
    await copySample(targetDir, '2026-04-01');
    assert.match([...(await readAll(targetDir)).values()].join('\n'), /due:2026-02-30/);
  });

  it('moves back for a day before the one it plays on', async () => {
    await copySample(targetDir, '2026-03-15');
    assert.ok((await readdir(path.join(targetDir, '1-1s/jonas-weber'))).includes('2026-03-02.md'));
  });

  it('refuses what is no date', async () => {
    await assert.rejects(copySample(targetDir, 'today'), /Not a date: today/);
  });
});

async function readAll(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, file), await readFile(file, 'latin1'));
  }
  return files;
}
