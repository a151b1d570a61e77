import assert from 'node:assert/strict';
import { dayChoices, nextMeeting, snoozeChoices } from '../../../src/core/followUpList/dueDateChoices';
import { summarizePerson } from '../../../src/core/peopleView/summary';
import { day, indexOf } from '../support/notes';
import { worded } from '../support/worded';

function choicesOn(today: string, next?: string): string[] {
  const meeting = next === undefined ? undefined : { label: nextOf('2026-11-30')!.label, date: day(next) };
  return dayChoices(day(today), meeting).map(({ label, date }) => `${worded(label)} ${date}`);
}

function nextOf(today: string, ...meetings: readonly string[]): ReturnType<typeof nextMeeting> {
  const dates = meetings.length > 0 ? meetings : ['2026-11-23'];
  const index = indexOf(Object.fromEntries(dates.map((date) => [`1-1s/jane/${date}.md`, ''])));
  const [jane] = index.people.all;
  assert.ok(jane);
  return nextMeeting(summarizePerson(index, jane, { today: day(today), fallbackDays: 14 }), day(today));
}

function snoozedTo(due: string | undefined, next?: string): string[] {
  const meeting = next === undefined ? undefined : { label: nextOf('2026-11-30')!.label, date: day(next) };
  const dues = due === undefined ? [] : [day(due)];
  return snoozeChoices(day('2026-11-30'), dues, meeting).map(({ label, date }) => `${worded(label)} ${date}`);
}

describe('The days to snooze until', () => {
  it('begin tomorrow when a follow-up is overdue, due today or undated', () => {
    for (const due of [undefined, '2026-11-02', '2026-11-30']) {
      assert.deepEqual(snoozedTo(due, '2026-12-03'), [
        'Tomorrow 2026-12-01',
        'Friday 2026-12-04',
        'Monday 2026-12-07',
        'Next 1:1 with Jane 2026-12-03',
        'In Two Weeks 2026-12-14',
      ]);
    }
  });

  it('are never before the present due date, and go on one and two weeks from it', () => {
    assert.deepEqual(snoozedTo('2026-12-04', '2026-12-09'), [
      'Monday 2026-12-07',
      'Next 1:1 with Jane 2026-12-09',
      'In Two Weeks 2026-12-14',
      'One Week Later 2026-12-11',
      'Two Weeks Later 2026-12-18',
    ]);
    assert.deepEqual(snoozedTo('2027-01-09', '2026-12-09'), [
      'One Week Later 2027-01-18',
      'Two Weeks Later 2027-01-25',
    ]);
    assert.deepEqual(snoozedTo('2026-12-07'), ['In Two Weeks 2026-12-14', 'Two Weeks Later 2026-12-21']);
  });

  it('are after the latest of several due dates', () => {
    const choices = snoozeChoices(day('2026-11-30'), [day('2026-12-07'), day('2026-12-02')], undefined);
    assert.deepEqual(
      choices.map(({ date }) => date),
      ['2026-12-14', '2026-12-21'],
    );
  });
});

describe('The days to choose from', () => {
  it('are named as people name them, the next 1:1 among them', () => {
    assert.deepEqual(choicesOn('2026-11-30', '2026-12-07'), [
      'Today 2026-11-30',
      'Tomorrow 2026-12-01',
      'Friday 2026-12-04',
      'Monday 2026-12-07',
      'Next 1:1 with Jane 2026-12-07',
      'In Two Weeks 2026-12-14',
    ]);
  });

  it('are never on a weekend, except today, and no day is there twice', () => {
    assert.deepEqual(choicesOn('2026-12-04'), [
      'Today 2026-12-04',
      'Monday 2026-12-07',
      'Friday 2026-12-11',
      'In Two Weeks 2026-12-18',
    ]);
    assert.deepEqual(choicesOn('2026-12-06'), [
      'Today 2026-12-06',
      'Tomorrow 2026-12-07',
      'Friday 2026-12-11',
      'In Two Weeks 2026-12-21',
    ]);
  });

  it('have a next 1:1 also when it is overdue, on the next workday', () => {
    assert.equal(nextOf('2026-12-04', '2026-09-01', '2026-11-02')?.date, '2026-12-07');
    assert.equal(nextOf('2026-11-30', '2026-11-22')?.date, '2026-12-07', 'a Sunday is no day for it');
    assert.equal(nextOf('2026-11-30', '2026-11-23', '2026-12-13')?.date, '2026-12-13', 'a note that is there counts');
  });
});
