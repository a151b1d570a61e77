import assert from 'node:assert/strict';
import { addDays, parseCivilDate, type CivilDate } from '../../../src/core/dates/civilDate';
import {
  byUrgency,
  cadenceOf,
  meetingState,
  parseCadence,
  type Cadence,
  type MeetingRhythm,
} from '../../../src/core/peopleView/cadence';
import { message } from '../../../src/core/text/message';
import { worded } from '../support/worded';

const day = (text: string): CivilDate => parseCivilDate(text)!;
const today = day('2026-11-30');
const weekly: Cadence = { days: 7, isOwn: true, reason: message('cadence.weekly') };
const unwritten: Cadence = { days: 7, isOwn: false, reason: message('cadence.weekly') };

/** Days back from today, as meeting days. */
const ago = (...days: number[]): CivilDate[] => days.map((count) => addDays(today, -count));
const rhythm = (meetingDays: readonly CivilDate[], fallbackDays = 14) =>
  worded(cadenceOf({ meetingDays, fallbackDays }));

describe('A written cadence', () => {
  const known: readonly [string, number][] = [
    ['weekly', 7],
    ['Weekly', 7],
    ['biweekly', 14],
    ['bi-weekly', 14],
    ['fortnightly', 14],
    ['monthly', 30],
    ['quarterly', 91],
    ['14d', 14],
    ['10 days', 10],
    ['14', 14],
    ['2w', 14],
    ['2 weeks', 14],
    ['every 3 weeks', 21],
    ['every two weeks', 14],
    ['every other week', 14],
    ['every week', 7],
    ['once a month', 30],
    [' 1 month ', 30],
  ];
  for (const [text, days] of known) {
    it(`"${text}" means every ${days} days`, () => assert.equal(parseCadence(text), days));
  }

  for (const text of [
    '',
    ' ',
    'whenever',
    '0d',
    '0',
    '-7',
    'other',
    'two',
    'bimonthly',
    'weekly or so',
    '7 moons',
    '1.5w',
  ]) {
    it(`"${text}" is not guessed at`, () => assert.equal(parseCadence(text), undefined));
  }

  it('counts before the gaps between the notes', () => {
    const cadence = cadenceOf({ written: 'monthly', meetingDays: ago(0, 7, 14, 21, 28), fallbackDays: 14 });
    assert.deepEqual(worded(cadence), { days: 30, isOwn: true, reason: "monthly, set in the person's page" });
  });

  it('is said to be set where it is written', () => {
    const cadence = cadenceOf({ written: 'weekly', writtenIn: 'roster', meetingDays: [], fallbackDays: 14 });
    assert.equal(worded(cadence.reason), 'weekly, set in the roster');
  });

  it('that cannot be read is mentioned, and the notes decide', () => {
    const cadence = cadenceOf({ written: 'whenever', meetingDays: ago(0, 7, 14, 21, 28), fallbackDays: 14 });
    assert.equal(cadence.days, 7);
    assert.equal(cadence.isOwn, false);
    assert.match(worded(cadence.reason), /^weekly from the last five notes \("whenever" .*\)$/);
  });
});

describe('A cadence read from the notes', () => {
  it('is the median of the last five gaps, so one long holiday does not change it', () => {
    assert.deepEqual(rhythm(ago(0, 7, 14, 50, 57, 64)), {
      days: 7,
      isOwn: false,
      reason: 'weekly from the last six notes',
    });
  });

  it('needs three gaps, and is the setting before', () => {
    assert.equal(rhythm(ago(0, 7, 14)).reason, 'every two weeks by the setting');
    assert.equal(rhythm(ago(0, 7, 14, 21)).reason, 'weekly from the last four notes');
    assert.equal(rhythm([]).days, 14);
  });

  it('counts a day with two notes once', () => {
    assert.equal(rhythm(ago(0, 0, 7, 7, 14, 14)).reason, 'every two weeks by the setting');
    assert.equal(rhythm(ago(0, 0, 7, 7, 14, 14, 21)).days, 7);
  });

  it('follows a rhythm that changed within the last five gaps, whatever was before and in whatever order', () => {
    assert.equal(rhythm(ago(400, 393, 386, 379, 84, 0, 28, 56, 112)).days, 28);
  });

  it('takes a gap of a year for what it is: one gap of five', () => {
    assert.equal(rhythm(ago(0, 14, 379, 393, 407)).days, 14);
  });

  it('counts the leap day', () => {
    const days = ['2028-02-22', '2028-02-29', '2028-03-07', '2028-03-14'].map(day);
    assert.equal(rhythm(days).days, 7);
  });
});

describe('The due date of a meeting', () => {
  const state = (meetingDays: readonly CivilDate[], cadence = weekly, awayUntil?: CivilDate) =>
    meetingState({ meetingDays, cadence, awayUntil }, today);

  it('is when the cadence has passed', () => {
    assert.equal(state(ago(6)).isDue, false);
    assert.equal(state(ago(7)).isDue, true);
    assert.equal(state(ago(7)).nextDue, today);
  });

  it('is never after the last day in the job, nor before the first', () => {
    const of = (rhythm: Partial<MeetingRhythm>) => meetingState({ meetingDays: [], cadence: weekly, ...rhythm }, today);
    const left = of({ meetingDays: ago(30), leaving: addDays(today, -1) });
    assert.deepEqual([left.isDue, left.isOverdue, left.notMetLately], [false, false, true]);
    assert.equal(of({ meetingDays: ago(30), leaving: today }).isDue, true);
    const future = of({ started: addDays(today, 10) });
    assert.deepEqual([future.isDue, future.nextDue], [false, addDays(today, 10)]);
    assert.equal(of({ started: addDays(today, -10) }).nextDue, today);
  });

  it('turns into overdue past one and a half cadences, and not before', () => {
    assert.equal(state(ago(10)).isOverdue, false);
    assert.equal(state(ago(11)).isOverdue, true);
    assert.equal(state(ago(11)).overdueDays, 4);
    assert.equal(state(ago(21), { ...weekly, days: 14 }).isOverdue, false);
    assert.equal(state(ago(22), { ...weekly, days: 14 }).isOverdue, true);
  });

  it('crosses a leap day rightly', () => {
    const leap = meetingState({ meetingDays: [day('2028-02-22')], cadence: weekly }, day('2028-02-29'));
    assert.equal(leap.nextDue, '2028-02-29');
    assert.equal(leap.isDue, true);
  });

  it('counts today as met', () => {
    assert.equal(state(ago(0, 7)).lastMet, today);
    assert.equal(state(ago(0, 7)).isDue, false);
  });

  it('is silenced by a note dated ahead, which is no meeting yet', () => {
    const ahead = state([...ago(20), addDays(today, 3), addDays(today, 10)]);
    assert.equal(ahead.lastMet, ago(20)[0]);
    assert.equal(ahead.scheduled, addDays(today, 3));
    assert.equal(ahead.isDue, false);
  });

  it('is not silenced by a note whose year is a slip', () => {
    assert.equal(state([...ago(20), addDays(today, 365)]).isOverdue, true);
  });

  it('is silenced while the person is away, that day included, and starts on the day after', () => {
    const back = addDays(today, 1);
    assert.deepEqual(
      { ...state(ago(40), weekly, today), lastMet: undefined },
      {
        lastMet: undefined,
        nextDue: back,
        overdueDays: 0,
        isOverdue: false,
        isDue: false,
        notMetLately: false,
        away: true,
        elapsed: 40 / 7,
      },
    );
    const returned = meetingState({ meetingDays: ago(40), cadence: weekly, awayUntil: today }, back);
    assert.equal(returned.away, false);
    assert.equal(returned.isDue, true);
    assert.equal(returned.isOverdue, false);
  });

  it('is today for a person with a written cadence and no meeting, and undefined for others', () => {
    assert.equal(state([]).isDue, true);
    assert.equal(state([]).isOverdue, false);
    assert.equal(state([], unwritten).isDue, false);
    assert.equal(state([], unwritten).nextDue, undefined);
  });
});

describe('Not met lately', () => {
  const state = (daysAgo: number, cadence: Cadence, awayUntil?: CivilDate) =>
    meetingState({ meetingDays: ago(daysAgo), cadence, awayUntil }, today);

  it('is a person without their own cadence, not met for 90 days and three cadences, who is never due', () => {
    assert.equal(state(89, unwritten).notMetLately, false);
    assert.equal(state(89, unwritten).isOverdue, true);
    assert.equal(state(90, unwritten).notMetLately, true);
    assert.equal(state(90, unwritten).isDue, false);
    assert.equal(state(100, { ...unwritten, days: 60 }).notMetLately, false);
    assert.equal(state(180, { ...unwritten, days: 60 }).notMetLately, true);
  });

  it('excludes people with a written cadence, even after a year', () => {
    assert.equal(state(365, weekly).notMetLately, false);
    assert.equal(state(365, weekly).overdueDays, 358);
  });

  it('excludes people who are away or have just returned', () => {
    assert.equal(state(200, unwritten, addDays(today, 5)).notMetLately, false);
    assert.equal(state(200, unwritten, addDays(today, -5)).notMetLately, false);
    assert.equal(state(200, unwritten, addDays(today, -5)).isOverdue, true);
    assert.equal(state(200, unwritten, addDays(today, -90)).notMetLately, true);
  });

  it('excludes people with a future note', () => {
    const meetingDays = [...ago(200), addDays(today, 1)];
    assert.equal(meetingState({ meetingDays, cadence: unwritten }, today).notMetLately, false);
  });
});

describe('The order of urgency', () => {
  it('puts who is most overdue by the own cadence first, and who was not met lately last', () => {
    const people = {
      soon: meetingState({ meetingDays: ago(5), cadence: weekly }, today),
      lately: meetingState({ meetingDays: ago(300), cadence: unwritten }, today),
      monthlyOverdue: meetingState({ meetingDays: ago(50), cadence: { ...weekly, days: 30 } }, today),
      weeklyOverdue: meetingState({ meetingDays: ago(20), cadence: weekly }, today),
      away: meetingState({ meetingDays: ago(60), cadence: weekly, awayUntil: addDays(today, 9) }, today),
      due: meetingState({ meetingDays: ago(8), cadence: weekly }, today),
      scheduled: meetingState({ meetingDays: [...ago(20), addDays(today, 2)], cadence: weekly }, today),
      unknown: meetingState({ meetingDays: [], cadence: unwritten }, today),
    };
    const order = Object.entries(people).sort(([, a], [, b]) => byUrgency(a, b));
    assert.deepEqual(
      order.map(([name]) => name),
      ['weeklyOverdue', 'monthlyOverdue', 'due', 'unknown', 'soon', 'scheduled', 'away', 'lately'],
    );
  });
});
