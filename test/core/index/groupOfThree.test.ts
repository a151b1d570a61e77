import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import type { NoteIndex } from '../../../src/core/index/noteIndex';
import { noteAhead, noteOfThatDay, planSession, sessionPlace } from '../../../src/core/newNote/planSession';
import { summarizePerson } from '../../../src/core/peopleView/summary';
import { writeDocument } from '../../../src/core/reports/document';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { wordMessage } from '../../../src/core/text/message';
import { heldMeetings } from '../../../src/core/topics/heldMeetings';
import { briefAbout, linesOf, MAX, publicDocument, type Texts } from '../support/briefs';
import { day, indexOf, noteAt, uriOf } from '../support/notes';

const GROUP = 'talks/2026-03-10.md';
const today = day('2026-03-16');

const three = (people: string, ...lines: readonly string[]): readonly string[] => [
  ...['---', 'type: 1on1', `people: [${people}]`, 'date: 2026-03-10', 'framework: group-of-three', '---'],
  ...lines,
];

const ALL = 'Max Meyer, Jane Doe, Ravi Shah';
const SAID = [
  ...[
    '## Agenda',
    '',
    '- the split of the on-call rota',
    '',
    '## Three Views',
    '',
    'Amara is not to know yet #private',
    '',
  ],
  ...['## What We Agree On', '', 'We swap Fridays.', ''],
  ...['- [ ] @jane draft the rota', '- [ ] @max ask for a budget', ''],
  ...['## Private', '', 'Jane seems tired of Ravi.', '', '- [ ] @ravi apologize to Jane'],
];
const texts: Texts = {
  '1-1s/jane-doe/2026-03-02.md': ['## On My Mind', '', 'Holidays.'],
  [GROUP]: three(ALL, ...SAID),
};

const dates = (index: NoteIndex, key: string): readonly string[] =>
  index.timelineWith(key).map(({ meeting }) => meeting.date);

describe('A 1:1:1', () => {
  const index = indexOf(texts, MAX);

  it('is a meeting with each of the two, and a 1:1 with neither', () => {
    assert.deepEqual(dates(index, 'jane doe'), ['2026-03-02', '2026-03-10']);
    assert.deepEqual(dates(index, 'ravi shah'), ['2026-03-10']);
    assert.equal(index.meetingsWith('jane doe').length, 1);
    assert.equal(index.meetingsWith('ravi shah').length, 0);
    const note = index.note(uriOf(GROUP));
    assert.ok(note);
    assert.equal(index.personOf(note), undefined);
    assert.equal(index.problemOf(note), undefined);
  });

  it('counts for cadence and for the day of the last meeting', () => {
    for (const key of ['jane doe', 'ravi shah']) {
      const person = index.people.get(key);
      assert.ok(person);
      assert.equal(summarizePerson(index, person, { today, fallbackDays: 14 }).state.lastMet, '2026-03-10');
    }
  });

  it('gives its promises to their owners', () => {
    const of = (key: string): readonly string[] => index.followUpsOf(key).map(({ text }) => text);
    assert.deepEqual(
      [of('jane doe'), of('ravi shah'), of('')],
      [['draft the rota'], ['apologize to Jane'], ['ask for a budget']],
    );
  });

  it('is quoted in both briefs until the next 1:1, without a private word', () => {
    for (const [key, other] of [
      ['jane doe', 'Ravi Shah'],
      ['ravi shah', 'Jane Doe'],
    ] as const) {
      const brief = briefAbout(key, texts, today);
      assert.match(linesOf(brief, `With ${other}, 6 days ago`).join('\n'), /We swap Fridays/);
      const whole = writeDocument(brief).text;
      assert.doesNotMatch(whole, /tired|not to know/);
      assert.match(whole, /Last met: 6 days ago/);
    }
    assert.doesNotMatch(writeDocument(briefAbout('jane doe', texts, today)).text, /apologize/);
    assert.doesNotMatch(publicDocument(briefAbout('ravi shah', texts, today)), /apologize/);
    const later = { ...texts, '1-1s/jane-doe/2026-03-12.md': ['Words.'] };
    assert.deepEqual(linesOf(briefAbout('jane doe', later, today), 'With Ravi Shah, 6 days ago'), []);
  });

  it('has no words for the themes, as it does not say who said them', () => {
    const held = runToCompletion(heldMeetings(index, { since: day('2026-01-01'), until: today }));
    assert.deepEqual(
      held.map(({ meeting }) => meeting.date),
      ['2026-03-02'],
    );
  });

  it('comes and goes with its note', () => {
    const changing = indexOf(texts, MAX);
    assert.ok(changing.people.get('ravi shah'));
    const change = changing.remove(uriOf(GROUP));
    assert.equal(change?.people, true);
    assert.deepEqual([dates(changing, 'jane doe'), changing.people.get('ravi shah')], [['2026-03-02'], undefined]);
    changing.put(noteAt(GROUP, three(ALL, ...SAID)));
    assert.deepEqual(dates(changing, 'ravi shah'), ['2026-03-10']);
  });

  it('names the reader or is by the reader, and may else be a 1:1 of the two', () => {
    const by = (...head: readonly string[]): NoteIndex =>
      indexOf({ [GROUP]: ['---', 'type: 1on1', 'date: 2026-03-10', ...head, '---'] }, MAX);
    assert.deepEqual(dates(by('people: [Jane Doe, Ravi Shah]', 'by: Max Meyer'), 'ravi shah'), ['2026-03-10']);
    const open = by('people: [Jane Doe, Ravi Shah]');
    assert.deepEqual(dates(open, 'ravi shah'), []);
    const [problem] = open.notUnderstood();
    assert.match(wordMessage(problem?.problem.message ?? ''), /names Jane Doe and Ravi Shah.* add your own name/);
    assert.deepEqual(dates(by('people: [Jane Doe, Ravi Shah]', 'by: Amara'), 'ravi shah'), []);
  });

  it('is none with one name more or less, without a known reader, or by its title alone', () => {
    const four = indexOf({ [GROUP]: three(`${ALL}, Amara Nwosu`) }, MAX);
    const unknown = indexOf({ [GROUP]: three(ALL) });
    const titled = indexOf({ 'talks/2026-03-10 1-1 Max Meyer & Jane Doe & Ravi Shah.md': ['- [ ] one'] }, MAX);
    for (const each of [four, unknown, titled]) {
      assert.deepEqual(each.timelineWith('jane doe'), []);
      assert.deepEqual(each.timelineWith('ravi shah'), []);
    }
    const twice = indexOf({ [GROUP]: three('Max Meyer, Jane Doe, Jane') }, MAX);
    assert.deepEqual(dates(twice, 'jane doe'), []);
  });
});

describe('A new note in Group of Three', () => {
  const framework = builtInFrameworks().find(({ kind }) => kind === 'group');
  const folder = {
    uriOf,
    pathOf: (uri: string) => decodeURIComponent(uri.slice(uriOf('').length)),
    pathSetting: { value: '1-1s/{person}/{date}.md', isSetByUser: false },
  };
  const jane = { key: 'jane doe', name: 'Jane Doe' };
  const third = { key: 'ravi shah', name: 'Ravi Shah' };

  it('names all three, has a list for each, and takes nothing from the 1:1s of one of them', async () => {
    assert.ok(framework);
    const files: Texts = {
      '1-1s/jane-doe/2026-03-16.md': ['- [ ] @jane a secret promise'],
      'People/Jane Doe.md': ['## Next 1:1', '', '- a raise'],
    };
    const index = indexOf(files, MAX);
    const session = { person: jane, third, date: today, framework };
    assert.equal(noteOfThatDay(session, index), undefined);
    const place = sessionPlace(session, folder, index);
    assert.ok(!('refused' in place));
    assert.equal(place.path, '1-1s/jane-doe-and-ravi-shah/2026-03-16.md');
    const textOf = (uri: string): Promise<string> => Promise.resolve((files[folder.pathOf(uri)] ?? []).join('\n'));
    const planned = await planSession(
      {
        ...session,
        place: { uri: uriOf(place.path), root: uriOf(''), kind: 'file', isThere: false },
        settings: { carriesOver: true, hasPrivateSection: false, statuses: {} },
      },
      { index, textOf, textToEdit: textOf, refresh: () => Promise.resolve() },
    );
    assert.ok(!('refused' in planned));
    const { plan } = planned.planned;
    assert.deepEqual(plan.changes, []);
    const text = plan.create?.text ?? '';
    assert.match(text, /people: \[Jane Doe, Ravi Shah, Max Meyer\]/);
    assert.match(text, /# Jane Doe, Ravi Shah and Max Meyer, 2026-03-16/);
    assert.match(text, /\*\*Jane Doe\*\*\n\n- \n\n\*\*Ravi Shah\*\*\n\n- \n\n\*\*Max Meyer\*\*\n\n- \n/);
    assert.doesNotMatch(text, /secret|raise/);
    index.put(noteAt(place.path, text));
    assert.deepEqual(dates(index, 'ravi shah'), ['2026-03-16']);
    assert.equal(noteOfThatDay(session, index), uriOf(place.path));
    assert.equal(noteAhead({ ...session, date: day('2026-03-14') }, index), uriOf(place.path));
    const next = sessionPlace({ ...session, date: day('2026-04-13') }, folder, index);
    assert.deepEqual(next, { kind: 'file', path: '1-1s/jane-doe-and-ravi-shah/2026-04-13.md' });
  });
});
