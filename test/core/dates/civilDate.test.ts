import assert from 'node:assert/strict';
import {
  addDays,
  addMonths,
  civilDate,
  daysBetween,
  formatRelative,
  monthNamed,
  monthsBetween,
  parseCivilDate,
  shortDate,
  formatDuration,
  weekdayName,
  type CivilDate,
} from '../../../src/core/dates/civilDate';
import { worded } from '../support/worded';

const day = (text: string): CivilDate => {
  const date = parseCivilDate(text);
  assert.ok(date, text);
  return date;
};

describe('A civil date', () => {
  it('is read only when the calendar has that day', () => {
    assert.equal(parseCivilDate('2026-02-30'), undefined);
    assert.equal(parseCivilDate('2025-02-29'), undefined);
    assert.equal(parseCivilDate('1900-02-29'), undefined);
    assert.equal(parseCivilDate('2000-02-29'), '2000-02-29');
    assert.equal(parseCivilDate('2026-13-01'), undefined);
    assert.equal(parseCivilDate('26-11-30'), undefined);
    assert.equal(parseCivilDate('2026-11-3o'), undefined);
  });

  it('counts days as the calendar does, for every day of 800 years', () => {
    const start = Date.UTC(1799, 11, 31);
    let date = day('1799-12-31');
    for (let offset = 1; offset < 292_194; offset++) {
      const next = addDays(date, 1);
      assert.ok(next > date);
      if (offset % 97 === 0) {
        assert.equal(next, new Date(start + offset * 86_400_000).toISOString().slice(0, 10));
        assert.equal(daysBetween(day('1799-12-31'), next), offset);
      }
      date = next;
    }
  });

  it('counts months to the same day, or to the last day of a shorter month, for every day of eight years', () => {
    for (let date = day('2095-12-01'); date < '2104-02-01'; date = addDays(date, 1)) {
      for (const months of [-25, -12, -1, 0, 1, 2, 6, 11, 12, 13, 48]) {
        const later = addMonths(date, months);
        assert.ok(later);
        assert.equal(monthsBetween(date, later), months);
        const isLast = addDays(later, 1).endsWith('-01');
        const [wanted, got] = [Number(date.slice(8)), Number(later.slice(8))];
        assert.ok(got === wanted || (got < wanted && isLast), `${date} and ${months} months is ${later}`);
      }
    }
    assert.equal(addMonths(day('2026-01-31'), 1), '2026-02-28');
    assert.equal(addMonths(day('2024-02-29'), 12), '2025-02-28');
    assert.equal(addMonths(day('9999-12-01'), 1), undefined);
    assert.equal(addMonths(day('0000-01-01'), -1), undefined);
  });

  it('takes years before 100 for what they say', () => {
    assert.equal(addDays(day('0099-12-31'), 1), '0100-01-01');
    assert.equal(daysBetween(day('0000-01-01'), day('0001-01-01')), 366);
  });

  it('knows its weekday, also across a leap day', () => {
    assert.equal(weekdayName(day('2026-11-30')), 'Monday');
    assert.equal(weekdayName(day('2024-02-29')), 'Thursday');
  });

  it('knows English months by name and by their first letters', () => {
    assert.equal(monthNamed('November'), 11);
    assert.equal(monthNamed('sept.'), 9);
    assert.equal(monthNamed('Ma'), undefined);
    assert.equal(civilDate(2026, monthNamed('feb') ?? 0, 28), '2026-02-28');
  });

  it('is said in words as people say it', () => {
    const today = day('2026-03-16');
    assert.equal(worded(formatRelative(today, today)), 'today');
    assert.equal(worded(formatRelative(day('2026-03-17'), today)), 'tomorrow');
    assert.equal(worded(formatRelative(day('2026-03-11'), today)), '5 days ago');
    assert.equal(worded(formatRelative(day('2026-04-20'), today)), 'in 5 weeks');
    assert.equal(worded(formatDuration(1)), '1 day');
    assert.equal(worded(formatDuration(90)), '3 months');
    assert.equal(worded(formatDuration(800)), '2 years');
    assert.equal(worded(shortDate(day('2026-11-30'), today)), 'Mon 30 Nov');
    assert.equal(worded(shortDate(day('2027-01-01'), today)), 'Fri 1 Jan 2027');
  });
});
