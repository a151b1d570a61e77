import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { applyEdits, type Plan, type Refusal } from '../../../src/core/text/edit';
import { newFollowUpLine } from '../../../src/core/followUp/quickAdd';
import type { DatedMeeting } from '../../../src/core/index/listedFollowUp';
import { isCarriable } from '../../../src/core/followUpList/filter';
import { addNoteEdits, carryIntoNewNote, planBringFollowUps } from '../../../src/core/carryOver/plan';
import { type CarryRequest, followUpsToCarry } from '../../../src/core/carryOver/request';
import { type Log, logHeading, newHeading } from '../../../src/core/noteEdit/logHeading';
import { planNextNote } from '../../../src/core/newNote/content';
import { noteBody, type NoteContent } from '../../../src/core/noteEdit/noteBody';
import { parkIn, parkingPlace } from '../../../src/core/carryOver/parkingLot';
import { planRatings } from '../../../src/core/ratings/planRatings';
import { addToMeeting } from '../../../src/core/noteEdit/existingMeeting';
import { day, uriOf } from '../../core/support/notes';
import { indexOf } from '../../core/carryOver/carrying';
import { forRandomCases } from '../support/randomCases';

const LOGS = { usual: 150, long: 20_000 };
const PATH = '1on1s/Jane Doe.md';
const today = day('2026-11-30');
const RATINGS = { challenge: 8, skill: 6 };
const TARGET = / \(to \[2026-11-30\]\([^()]*\)\)/;

/** A log of one person as it was generated, with the texts of its open follow-ups. */
interface GeneratedLog {
  readonly text: string;
  readonly open: readonly string[];
}

/** Generates logs that grow upwards or downwards, with and without a final line end. */
function generatedLog(random: Seeded): GeneratedLog {
  const pick = <Value>(values: readonly Value[]): Value => random.pick(values);
  const open: string[] = [];
  const task = (prefix: string): string => {
    const text = `promise ${open.push(`promise ${open.length + 1}`)}`;
    return `${prefix}[ ] ${text}${pick(['', '', ' due:2026-12-01', ' ^id', '  ', ' 📅 2026-12-01'])}`;
  };
  const items = (): string[] => {
    const quote = pick(['', '', '', '> ']);
    const bullet = pick(['- ', '* ', '1. ']);
    const indent = ' '.repeat(bullet.length);
    const item = (): string[] => [
      task(bullet),
      ...pick([() => [], () => [`${indent}- mention`], () => [`${indent}- mention`, task(`${indent}- `)]])(),
    ];
    return Array.from({ length: random.between(1, 3) }, item).flatMap((lines) => lines.map((line) => quote + line));
  };
  const entry = (date: string): string[] => [
    ...[`## ${date}`, ''],
    ...pick([[], ['Words.', '']]),
    ...pick([[], ['### Follow-ups', ''], ['### Chart', '']]),
    ...pick([items, items, () => []])(),
  ];
  const dates = pick([['2026-11-16', '2026-11-23'], ['2026-11-23', '2026-11-16'], ['2026-11-23']]);
  const lines = ['# Jane Doe', ...dates.flatMap((date) => ['', ...entry(date)])];
  const parked = pick([[], [], ['', '## Next 1:1', '', '- parked']]);
  const lineEnd = pick(['\n', '\r\n']);
  return { text: [...lines, ...parked].join(lineEnd) + pick(['', '', lineEnd, lineEnd + lineEnd]), open };
}

function planned<Planned extends object>(result: Planned | Refusal): Planned {
  assert.ok(!('refused' in result), JSON.stringify(result));
  return result;
}

function afterPlan(text: string, { changes }: Plan): string {
  assert.ok(changes.length <= 1, 'one note has one list of edits');
  return applyEdits(text, changes[0]?.edits ?? []);
}

function newestMeeting(text: string): { readonly at: DatedMeeting; readonly meetings: readonly DatedMeeting[] } {
  const meetings = indexOf({ [PATH]: text }).meetingsWith('jane doe');
  const at = meetings.at(-1);
  assert.ok(at);
  return { at, meetings };
}

function requestTo(text: string, target: Pick<CarryRequest['target'], 'heading'>, meeting?: number): CarryRequest {
  const index = indexOf({ [PATH]: text });
  const uri = uriOf(PATH);
  const note = index.note(uri);
  assert.ok(note);
  const items = index.followUpsIn(uri).filter((item) => isCarriable(item, { uri, date: today, meeting }));
  return {
    sources: [{ note, textNow: text, ...followUpsToCarry(items) }],
    target: { uri, date: today, wikiLinks: false, ...target },
    sidesOf: () => ({ writer: 'me', other: 'Jane Doe' }),
    statuses: {},
  };
}

function withNewEntry(text: string): string {
  const note = indexOf({ [PATH]: text }).note(uriOf(PATH));
  assert.ok(note);
  const log: Log = { text, meetings: note.meetings };
  const { brought, changes, left } = carryIntoNewNote({
    carry: requestTo(text, { heading: newHeading(log, today) }),
    parked: [{ note, textNow: text }],
  });
  assert.deepEqual(left, []);
  const content: NoteContent = { person: 'Jane Doe', date: today, sections: [], hasPrivateSection: false, ...brought };
  const { plan, cursor } = planned(
    addNoteEdits(planned(planNextNote(content, { uri: note.uri, kind: 'log', log })), changes),
  );
  const after = afterPlan(text, plan);
  const entry = [`## ${logHeading(log, today).title}`, '', ...noteBody(content, 3).lines];
  assert.ok(`${linesOf(after).join('\n')}\n`.includes(`\n${entry.join('\n')}\n`), `the entry is not whole:\n${after}`);
  assert.match(after.slice(0, cursor), /\n### Agenda\r?\n\r?\n(?:- parked\r?\n)?- $/, 'the cursor is in the agenda');
  return after;
}

function withBroughtFollowUps(text: string): string {
  const made = applyEdits(text, [{ start: text.length, end: text.length, text: `\n\n## ${today}\n\nWords.` }]);
  const { at } = newestMeeting(made);
  const into = { note: at.note, text: made, meeting: at.index };
  const { plan } = planned(
    planBringFollowUps(into, requestTo(made, { heading: { title: today, anchor: today } }, at.index)),
  );
  return afterPlan(made, plan);
}

function withFollowUp(text: string): string {
  const { at } = newestMeeting(text);
  const item = newFollowUpLine({ text: 'added', dialect: 'plain' });
  return applyEdits(
    text,
    planned(addToMeeting({ note: at.note, text, meeting: at.index }, [{ heading: 'followUps', items: [item] }])),
  );
}

function withParkedLine(text: string): string {
  const place = parkingPlace({ meetings: newestMeeting(text).meetings }, today);
  assert.ok(place.kind !== 'newPage');
  return applyEdits(text, planned(parkIn({ words: 'for later', place, textNow: text })).edits);
}

function withRatings(text: string): string {
  const { at, meetings } = newestMeeting(text);
  const { change } = planned(planRatings({ text, at, meetings, ratings: RATINGS, title: 'Jane Doe' }));
  const after = applyEdits(text, change.edits);
  const chart = linesOf(after).findIndex((line) => line.includes('one-on-one:chart'));
  const heading = linesOf(after).findLast((line, nth) => nth < chart && line.startsWith('#'));
  const hasChart = /^### Chart/m.test(text.slice(text.indexOf(`## ${at.meeting.date}`)).split(/\n## /)[0] ?? '');
  assert.match(heading ?? '', hasChart ? /Chart/ : /Challenge vs Skill/, after);
  return after;
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n/);

/** Fails unless each line of `before` is in `after`, in order, with nothing added but the mark of a carried follow-up. */
function checkLines(before: string, after: string): void {
  const left = linesOf(after);
  for (const line of linesOf(before)) {
    if (line.trim() === '' || line === '- parked') continue;
    const at = left.findIndex((now) => now === line || now.replace(TARGET, '').replace('[>]', '[ ]') === line);
    assert.ok(at >= 0, `“${line}” is lost in\n${after}\nwhich was\n${before}`);
    left.splice(0, at + 1);
  }
  for (const line of linesOf(after)) {
    assert.equal(TARGET.test(line), line.includes('[>]'), `a mark is in the wrong place: “${line}” in\n${after}`);
  }
}

/** Fails unless each open follow-up is listed exactly once. */
function checkOpen(text: string, expected: readonly string[]): void {
  const index = indexOf({ [PATH]: text });
  const open = index.groups().flatMap((group) => index.followUpsOf(group).filter((item) => item.isOpen));
  assert.deepEqual(open.map(({ followUp }) => followUp.text).sort(), [...expected].sort(), text);
}

describe('A plan for a log, read back', () => {
  const plans: Readonly<Record<string, (text: string) => string>> = {
    'a new entry': withNewEntry,
    'follow-ups that are brought': withBroughtFollowUps,
    'a follow-up': withFollowUp,
    'a parked line': withParkedLine,
    ratings: withRatings,
  };
  for (const [name, make] of Object.entries(plans)) {
    it(`puts ${name} in its place and touches no other line, whatever the log ends with`, () => {
      forRandomCases(LOGS, (random) => {
        const { text, open } = generatedLog(random);
        const after = make(text);
        checkLines(text, after);
        checkOpen(after, name === 'a follow-up' ? [...open, 'added'] : open);
      });
    });
  }

  it('marks the last line of a log without a final line end, above the new entry', () => {
    const text = '# Jane Doe\n\n## 2026-11-23\n\n- [ ] send the plan';
    assert.ok(
      withNewEntry(text).startsWith(
        '# Jane Doe\n\n## 2026-11-23\n\n- [>] send the plan (to [2026-11-30](#2026-11-30))\n\n## 2026-11-30\n\n### Agenda\n',
      ),
    );
  });
});
