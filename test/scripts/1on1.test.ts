import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { records, run, SAMPLE_DAY } from './commandLine';

const sample = 'test/fixtures/sample';
const LOG = '1-1 logs/Daniel Kim.md';

interface Person {
  readonly name: string;
  readonly state: string;
  readonly nextDue: string | null;
}

interface NoteRecord {
  readonly file: string;
  readonly kind: string;
  readonly person: string | null;
  readonly meetings: readonly { readonly date: string; readonly sections: readonly SectionRecord[] }[];
  readonly hints: readonly { readonly line: number; readonly message: string; readonly fixes: readonly string[] }[];
}

interface SectionRecord {
  readonly prompts: readonly {
    readonly question: string;
    readonly answered: boolean;
    readonly answerLine: number | null;
  }[];
}

interface Section {
  readonly section: string | null;
  readonly entries: readonly {
    readonly text: string;
    readonly file: string | null;
    readonly line: number | null;
    readonly private: boolean;
  }[];
}

describe('1on1', function () {
  this.timeout(60_000);

  it('prints the people, those who need attention first', async () => {
    const people = await records<Person>('people', sample, ...SAMPLE_DAY);
    assert.deepEqual(people[0], {
      name: 'Ravi Menon',
      aliases: [],
      relation: 'peer',
      cadenceDays: 14,
      lastMet: '2026-02-17',
      nextDue: '2026-03-03',
      state: 'overdue',
      mine: 1,
      theirs: 3,
      unassigned: 1,
      oldestPromise: '2026-01-20',
    });
    const lines = (await run('people', sample, ...SAMPLE_DAY)).stdout.trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => line.split(' · ')[0]),
      people.map(({ name }) => name),
    );
    assert.match(
      lines[0]!,
      /last met 2026-02-17 · next due 2026-03-03 · overdue by 13 days · 1 mine, 3 theirs · 1 without an owner/,
    );
  });

  it('counts days from --today', async () => {
    const stateOn = async (day: string): Promise<string | undefined> =>
      (await records<Person>('people', sample, '--today', day)).find(({ name }) => name === 'Jonas Weber')?.state;
    const states = await Promise.all(['2026-03-10', '2026-03-16', '2026-04-10'].map(stateOn));
    assert.deepEqual(states, ['fine', 'due', 'overdue']);
  });

  it('prints what notes are read as, lines counted from 1', async () => {
    const [log, ...others] = await records<NoteRecord>('notes', sample, LOG);
    assert.deepEqual(others, []);
    assert.deepEqual([log?.file, log?.kind, log?.person, log?.meetings.length], [LOG, 'log', 'Daniel Kim', 6]);
    assert.deepEqual(log?.meetings[0]?.sections[1], {
      title: 'To do',
      kind: 'followUps',
      level: 3,
      line: 15,
      endLine: 18,
      words: 9,
      private: false,
      prompts: [],
    });
    assert.match(
      (await run('notes', sample, LOG)).stdout,
      /^1-1 logs\/Daniel Kim\.md · log · Daniel Kim\n {2}10-18: 1:1 of 2025-10-08\n/,
    );
  });

  it('prints all notes without a path, with their questions and the lines of the answers', async () => {
    const notes = await records<NoteRecord>('notes', sample);
    assert.ok(notes.length > 50);
    assert.deepEqual(notes, await records('inspect', sample), 'the former name of the verb');
    const prompts = notes.flatMap(({ meetings }) =>
      meetings.flatMap(({ sections }) => sections.flatMap((section) => section.prompts)),
    );
    assert.ok(prompts.some(({ question, answered }) => answered && question === 'Who do you want to thank?'));
    assert.ok(prompts.every(({ answered, answerLine }) => answered === (answerLine !== null)));
  });

  it('prints hints with the fixes that the editor offers', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), '1on1-'));
    try {
      writeFileSync(path.join(folder, '2026-03-09 1-1 Jane Doe.md'), '- [ ] @jane send it due:3/4/2026\n');
      const [note] = await records<NoteRecord>('notes', folder, ...SAMPLE_DAY);
      assert.deepEqual(
        note?.hints.map(({ line, fixes }) => [line, fixes.length > 0]),
        [[1, true]],
      );
      const off = path.join(folder, 'settings.json');
      writeFileSync(off, '{ // as VS Code writes it\n  "oneOnOne.hints": { "dates": false, }, }');
      assert.deepEqual((await records<NoteRecord>('notes', folder, '--settings', off))[0]?.hints, []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('prints the brief about a person, each entry with its place', async () => {
    const brief = await records<Section>('brief', sample, 'Ravi Menon', ...SAMPLE_DAY);
    assert.equal(brief[0]?.section, null);
    const owed = brief.find(({ section }) => section === 'Ravi Menon owes');
    assert.ok(owed && owed.entries.length > 0);
    assert.ok(owed.entries.every(({ file, line }) => file?.endsWith('.md') && line !== null && line > 0));
    assert.match((await run('brief', sample, 'ravi', ...SAMPLE_DAY)).stdout, /^# Brief: Ravi Menon\n/);
  });

  it('prints of each entry whether it is private, whatever its words are', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), '1on1-'));
    try {
      const lines = ['# Jane Doe', '- [ ] @jane Sort it · private', '## Private', '- [ ] @jane Her pay'];
      writeFileSync(path.join(folder, '2026-03-09 1-1 Jane Doe.md'), lines.join('\n'));
      const brief = await records<Section>('brief', folder, 'Jane Doe', '--today', '2026-03-09');
      assert.deepEqual(
        brief
          .find(({ section }) => section === 'Jane Doe owes')
          ?.entries.map((entry) => [entry.text, entry.line, entry.private]),
        [
          ['Sort it · private', 2, false],
          ['Her pay · private', 4, true],
        ],
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('prints the themes', async () => {
    const sections = await records<Section>('themes', sample, ...SAMPLE_DAY);
    assert.ok(sections.some(({ section }) => section === 'Thanks to Pass On'));
    assert.match((await run('themes', sample, ...SAMPLE_DAY)).stdout, /^# Themes of the last 12 weeks\n/);
    const ofOne = await run('themes', sample, 'Ravi Menon', ...SAMPLE_DAY);
    assert.match(ofOne.stdout, /^# Themes of the last 12 weeks with Ravi Menon\n/);
  });

  it('prints what may be shared', async () => {
    const [shared] = await records<{ text: string }>('share', sample, LOG, 'recap', ...SAMPLE_DAY);
    assert.match(shared!.text, /^# Daniel Kim, 2026-03-04: recap\n/);
    const { stdout, stderr } = await run('share', sample, LOG, 'agenda', ...SAMPLE_DAY);
    assert.match(stdout, /^# Daniel Kim, 2026-03-04: agenda\n/);
    assert.match(stderr, /private/);
  });

  it('says what phrases mean, or why none is sure', async () => {
    const words = ['2026-03-16', 'tomorrow', '3/4/2026'];
    assert.deepEqual(await records('dates', ...words), [
      { words: 'tomorrow', date: '2026-03-17', refused: null },
      {
        words: '3/4/2026',
        date: null,
        refused: '“3/4/2026” could be two days. Write 2026-03-04 or 2026-04-03.',
      },
    ]);
    assert.match(
      (await run('dates', ...words)).stdout,
      /^tomorrow: 2026-03-17, Tuesday\n3\/4\/2026: “3\/4\/2026” could be/,
    );
  });

  const fields: readonly (readonly [args: readonly string[], names: readonly string[]])[] = [
    [
      ['people', sample],
      [
        ...['name', 'aliases', 'relation', 'cadenceDays', 'lastMet', 'nextDue', 'state'],
        ...['mine', 'theirs', 'unassigned', 'oldestPromise'],
      ],
    ],
    [
      ['notes', sample],
      ['file', 'kind', 'person', 'private', 'meetings', 'notUnderstood', 'hints'],
    ],
    [
      ['followups', sample],
      [
        ...['file', 'line', 'mark', 'status', 'text', 'person', 'owners'],
        ...['due', 'scheduled', 'start', 'created', 'done', 'priority', 'tags', 'section', 'private'],
      ],
    ],
    [
      ['brief', sample, 'Ravi Menon'],
      ['section', 'entries'],
    ],
    [
      ['themes', sample],
      ['section', 'entries'],
    ],
    [
      ['pulse', sample],
      ['section', 'entries'],
    ],
    [
      ['new', sample, 'Ravi Menon', '2026-03-09'],
      ['file', 'text'],
    ],
    [
      ['park', sample, 'Ravi Menon', 'the move'],
      ['file', 'text'],
    ],
    [
      ['act', sample, LOG, '63', 'drop'],
      ['file', 'text'],
    ],
    [['share', sample, LOG, 'agenda'], ['text']],
    [
      ['dates', '2026-03-16', 'tomorrow', '3/4'],
      ['words', 'date', 'refused'],
    ],
  ];
  for (const [args, names] of fields) {
    it(`prints exactly the documented fields of ${args[0] ?? ''}`, async () => {
      const found = await records<object>(...args, ...(args[0] === 'dates' ? [] : SAMPLE_DAY));
      assert.ok(found.length > 0);
      for (const each of found) assert.deepEqual(Object.keys(each), names);
    });
  }

  const refusals: readonly (readonly [args: readonly string[], reason: RegExp])[] = [
    [['notes', sample, 'no.md'], /^There is no note no\.md in the folder\.$/],
    [['brief', sample, 'Nemo'], /^No 1:1 note, page or roster names Nemo\.$/],
    [['brief', sample, 'Daniel'], /^Several people are called Daniel: write Daniel \S+ or Daniel \S+\.$/],
    [['new', sample, 'Daniel Kim', '--framework', 'x'], /^There is no framework “x”\. Choose one of /],
    [
      ['new', sample, 'Daniel Kim', '2026-03-04'],
      /^1-1 logs\/Daniel Kim\.md is there already, so nothing was written\.$/,
    ],
    [['bring', sample, 'README.md'], /^(?:There is no note|Follow-ups are brought into a 1:1 note)/],
    [['park', sample, 'Daniel Kim', '--', '- '], /^There is nothing to save/],
    [['act', sample, LOG, '1', 'done'], /^1-1 logs\/Daniel Kim\.md:1 is no follow-up\./],
    [['act', sample, LOG, '63', 'due', '3/4'], /could be two days/],
    [['act', sample, LOG, '63', 'owner', 'Daniel'], /^Several people are called Daniel/],
  ];
  for (const [args, reason] of refusals) {
    it(`refuses ${args.join(' ').replace(sample, 'FOLDER')}`, async () => {
      const { status, stdout, stderr } = await run(...args, ...SAMPLE_DAY.slice(0, args.includes('--') ? 0 : 2));
      assert.match(stderr.trimEnd(), reason);
      assert.deepEqual([status, stdout], [1, '']);
    });
  }

  const wrongCalls: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [[], /^Usage: 1on1 VERB … The verbs are people, notes, /],
    [['sing'], /^Usage: 1on1 VERB/],
    [['people'], /^Usage: 1on1 people FOLDER$/],
    [['people', 'no/such/folder'], /^There is no folder no\/such\/folder\.$/],
    [['people', sample, '--write'], /^Unknown option '--write'\. Usage: 1on1 people FOLDER$/],
    [['people', sample, '--today', '2026-02-30'], /^“2026-02-30” is no date/],
    [['people', sample, '--settings', 'README.md'], /^README\.md could not be read as JSON\.$/],
    [['new', sample, 'Jane', 'monday'], /^“monday” is no date/],
    [['act', sample, LOG, '0', 'done'], /^“0” is no line/],
    [['act', sample, LOG, '63', 'sing'], /^An action is done, /],
    [['act', sample, LOG, '63', 'done', 'now'], /^An action is done, /],
    [['act', sample, LOG, '63', 'snooze'], /^Snooze until when\?/],
    [['share', sample, LOG, 'all'], /^An agenda, a pre-read or a recap/],
    [['dates', '2026-03-16'], /^Usage: 1on1 dates TODAY WORDS…$/],
  ];
  for (const [args, message] of wrongCalls) {
    it(`says in one line what is wrong with ${args.join(' ').replace(sample, 'FOLDER') || 'no verb'}`, async () => {
      const { status, stdout, stderr } = await run(...args);
      assert.match(stderr.trimEnd(), message);
      assert.deepEqual([status, stdout, stderr.match(/\n/g)?.length], [2, '', 1]);
    });
  }

  it('reads settings and names of the reader', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), '1on1-'));
    try {
      writeFileSync(path.join(folder, '2026-03-09 1-1.md'), '---\nperson: Jane Doe, Ines Moreau\n---\n- [ ] @ines a\n');
      const settings = path.join(folder, 'settings.json');
      const people = async (...args: readonly string[]): Promise<string[]> =>
        (await records<Person>('people', folder, ...args)).map(({ name }) => name);
      writeFileSync(settings, '{ "oneOnOne.me": ["Jane Doe"] }');
      assert.deepEqual(await people('--settings', settings), ['Ines Moreau']);
      assert.deepEqual(await people('--settings', settings, '--me', 'Ines Moreau'), ['Jane Doe']);
      writeFileSync(settings, '{ "search.exclude": { "**/2026-*": true } }');
      assert.deepEqual(await people('--settings', settings), []);
      writeFileSync(settings, '{ "oneOnOne.dialect": "runes" }');
      const { status, stderr } = await run('people', folder, '--settings', settings);
      assert.deepEqual([status, stderr], [2, 'The setting oneOnOne.dialect cannot be "runes".\n']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
