import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { addDays, type CivilDate } from '../../src/core/dates/civilDate';
import { isOverdue } from '../../src/core/index/listedFollowUp';
import { NoteIndex } from '../../src/core/index/noteIndex';
import { summarizePeople } from '../../src/core/peopleView/summary';
import { parseRoster } from '../../src/core/people/roster';
import { runToCompletion } from '../../src/core/text/cooperative';
import { day as dayOf, noteAt } from '../core/support/notes';
import type * as sampleWorkspace from '../../scripts/sampleWorkspace.mjs';

// Loaded where it stands and not bundled: the script finds the sample workspace from its own place.
const script = pathToFileURL(path.resolve('scripts/sampleWorkspace.mjs')).href;
const { copySample, sampleOf, SAMPLE_TODAY } = (await import(script)) as typeof sampleWorkspace;

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

  it('has something overdue and something due soon on each weekday, all year round', async () => {
    const [overdue, dueSoon, latePeople] = [new Set<number>(), new Set<number>(), new Set<number>()];
    for (let day = dayOf('2026-11-30'); day < dayOf('2027-11-30'); day = addDays(day, 5)) {
      const index = await indexOf(day);
      const items = [...index.groups()].flatMap((group) => index.followUpsOf(group));
      overdue.add(items.filter((item) => isOverdue(item, day)).length);
      dueSoon.add(items.filter(({ isOpen, followUp: { fields } }) => isOpen && isSoon(fields.due, day)).length);
      const people = runToCompletion(summarizePeople(index, { today: day, fallbackDays: 14 }));
      latePeople.add(people.filter(({ state }) => state.isOverdue && !state.notMetLately).length);
    }
    assert.deepEqual([...overdue], [10]);
    assert.ok(Math.min(...dueSoon) >= 10, `due within a week: ${[...dueSoon].join(', ')}`);
    assert.deepEqual([...latePeople].sort(), [1, 2, 3]);
  });

  it('refuses what is no date', async () => {
    await assert.rejects(copySample(targetDir, 'today'), /Not a date: today/);
  });
});

function isSoon(due: CivilDate | undefined, today: CivilDate): boolean {
  return due !== undefined && today <= due && due <= addDays(today, 7);
}

async function indexOf(today: CivilDate): Promise<NoteIndex> {
  const files = new Map(
    Array.from(await sampleOf(today), ([name, text]) => [name, Buffer.from(text, 'latin1').toString()]),
  );
  const roster = parseRoster(files.get('.one-on-one/people.yaml') ?? '');
  const index = new NoteIndex({ me: ['Ines Marchetti', 'Ines'], roster: roster.people });
  index.putAll([...files].filter(([name]) => name.endsWith('.md')).map(([name, text]) => noteAt(name, text)));
  return index;
}

async function readAll(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, file), await readFile(file, 'latin1'));
  }
  return files;
}
