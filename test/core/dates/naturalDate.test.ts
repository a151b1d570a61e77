import assert from 'node:assert/strict';
import { addDays, type CivilDate } from '../../../src/core/dates/civilDate';
import { ambiguousDates, readDateWords } from '../../../src/core/dates/naturalDate';
import { day } from '../support/notes';
import { wordMessage } from '../../../src/core/text/message';

/** A Monday. */
const today = '2026-11-30' as CivilDate;

/** The given day of the month that is so many months later, or the last day before it that the calendar has. */
function lastDayUpTo(from: CivilDate, months: number, wanted = Number(from.slice(8))): string {
  const month = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + months, 1));
  const last = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  month.setUTCDate(Math.min(wanted, last));
  return month.toISOString().slice(0, 10);
}

async function refusalOf(words: string): Promise<string> {
  const result = await readDateWords(words, today);
  return typeof result === 'string' ? `read as ${result}` : wordMessage(result.refused);
}

describe('a date in words', () => {
  const known = {
    today: '2026-11-30',
    tomorrow: '2026-12-01',
    'the day after tomorrow': '2026-12-02',
    friday: '2026-12-04',
    'by Friday': '2026-12-04',
    'next week': '2026-12-07',
    'in two weeks': '2026-12-14',
    'in 3 days': '2026-12-03',
    '2 weeks': '2026-12-14',
    'next month': '2026-12-30',
    'in 2 months': '2027-01-30',
    'end of month': '2026-11-30',
    EOM: '2026-11-30',
    'end of year': '2026-12-31',
    '4 dec': '2026-12-04',
    'Dec 4th': '2026-12-04',
    'jan 4': '2027-01-04',
    '4 January 2028': '2028-01-04',
    'last friday': '2026-11-27',
    yesterday: '2026-11-29',
    'the 5th': '2026-12-05',
    '31st': '2026-12-31',
    'the 4th of next month': '2026-12-04',
    tues: '2026-12-01',
    'fri, 4 Dec': '2026-12-04',
    'thursday 24th december': '2026-12-24',
    'friday the 4th': '2026-12-04',
    'w/c 7 Dec': '2026-12-07',
    'week of 14 december': '2026-12-14',
    eow: '2026-12-04',
    'end of week (Friday)': '2026-12-04',
    'end of next week': '2026-12-11',
    eoq: '2026-12-31',
    'end of Q1': '2027-03-31',
    'end of january': '2027-01-31',
    'start of next month': '2026-12-01',
    'tomorrow 3pm': '2026-12-01',
    'friday at 14:30': '2026-12-04',
    '4 dec 14:30': '2026-12-04',
    'tomorrow morning': '2026-12-01',
    '2026/12/04': '2026-12-04',
    '20261204': '2026-12-04',
    '2026-12-4': '2026-12-04',
    '4-Dec-2026': '2026-12-04',
    'friday 2026-12-04': '2026-12-04',
    'next week tuesday': '2026-12-08',
    'tuesday next week': '2026-12-08',
    'this friday': '2026-12-04',
    'friday week': '2026-12-11',
    'a week on friday': '2026-12-11',
    'a week today': '2026-12-07',
    'in a fortnight': '2026-12-14',
    'two weeks from tomorrow': '2026-12-15',
    '2d': '2026-12-02',
    'week after next': '2026-12-14',
    '29 feb': '2028-02-29',
    '4 days ago': '2026-11-26',
    '2026-12-04': '2026-12-04',
    ' 2026-12-04 ': '2026-12-04',
  };
  for (const [words, date] of Object.entries(known)) {
    it(`“${words}” on a Monday is ${date}`, async () => {
      assert.equal(await readDateWords(words, today), date);
    });
  }

  it('is not guessed from digits whose order is anybody’s: both days are offered', async () => {
    assert.equal(await refusalOf('11/12'), '“11/12” could be two days. Write 2026-11-12 or 2026-12-11.');
    assert.equal(await refusalOf('11.12.2027'), '“11.12.2027” could be two days. Write 2027-11-12 or 2027-12-11.');
    assert.equal(
      await refusalOf('30.11.2026'),
      '“30.11.2026” is not a date. Write it as 2026-11-30, or as “in two weeks”.',
    );
  });

  for (const words of [
    ...['11-12', '11-12-26', 'friday 11/12', '1.5 weeks', '5 dec 26', 'dec 5 26', '2026-02-30', '30 feb'],
    ...['', 'soon', 'march', 'this week', 'next quarter', 'in 3 hours', 'monday to friday', '3pm'],
    ...['in a few days', 'in several weeks', 'in about a month', 'early december', 'mid january', 'asap', 'sometime'],
    ...['in 1000000 days', 'in 9999 weeks', 'in 200 months', 'in 11 years', 'the 32nd', 'next 4 dec', 'w/c 9 dec'],
    ...['friday with Jane', 'ask on friday', '12', '2027', '__proto__', 'constructor'],
  ]) {
    it(`is not guessed from ${JSON.stringify(words)}`, async () => {
      assert.match(await refusalOf(words), /is not a date|could be two days/);
    });
  }

  const unclear = {
    'next saturday': ['2026-12-05', '2026-12-12'],
    'next friday': ['2026-12-04', '2026-12-11'],
    monday: ['2026-11-30', '2026-12-07'],
    'monday week': ['2026-12-07', '2026-12-14'],
    'the 30th': ['2026-11-30', '2026-12-30'],
    '11/12': ['2026-11-12', '2026-12-11'],
  };
  for (const [words, choices] of Object.entries(unclear)) {
    it(`offers both days that “${words}” may mean`, async () => {
      const read = await readDateWords(words, today);
      assert.ok(typeof read === 'object');
      assert.deepEqual(read.choices, choices);
      assert.equal(wordMessage(read.refused), `“${words}” could be two days. Write ${choices.join(' or ')}.`);
    });
  }

  it('refuses a weekday that is not that of its date, and names both days', async () => {
    assert.equal(
      await refusalOf('thursday 4 december'),
      '“thursday 4 december” does not fit: 2026-12-04 is a Friday. Write 2026-12-03 or 2026-12-04.',
    );
    for (const words of ['thu dec 4 2026', 'monday 8 december', 'sun 20261204', 'tuesday the 4th', '4 dec (mon)']) {
      assert.match(await refusalOf(words), /does not fit/, words);
    }
  });

  it('is never in the past or in another month unless the words say so', async () => {
    const phrases = [
      ...['monday', 'next tue', 'this wed', 'thurs', 'friday week', 'next week sunday', 'the 5th', '31st', '4 dec'],
      ...[
        'feb 29',
        'w/c monday',
        'eow',
        'end of next week',
        'eom',
        'eoq',
        'eoy',
        'end of q2',
        'end of feb',
        'tomorrow',
      ],
      ...['start of next month', 'start of may', 'in 3 days', 'in a fortnight', 'next week', '30th of next month'],
    ];
    const months: Readonly<Record<string, string>> = {
      '4 dec': '12',
      'feb 29': '02',
      'end of q2': '06',
      'end of feb': '02',
    };
    for (let date = day('2027-01-01'); date < '2029-01-01'; date = addDays(date, 1)) {
      for (const words of phrases) {
        const read = await readDateWords(words, date);
        const days = typeof read === 'string' ? [read] : read.choices;
        for (const each of days) {
          assert.ok(each >= date, `${words} on ${date}: ${each}`);
          const month = months[words];
          assert.ok(month === undefined || each.slice(5, 7) === month, `${words} on ${date}: ${each}`);
        }
        const isRarely = /^(?:this wed|30th of next month)$/.test(words);
        assert.ok(isRarely || days.length > 0, `${words} on ${date}`);
      }
    }
  });

  it('counts months to the same day of the month, or to the last day of a shorter one', async () => {
    const phrases = {
      'in a month': 1,
      'within 1 month': 1,
      'next month': 1,
      'a month from now': 1,
      'in a couple of months': 2,
      'in six months': 6,
      'in half a year': 6,
      'in 13 months': 13,
      'in a year and 2 months': 14,
      'next year': 12,
      '1 year from now': 12,
    };
    for (let date = day('2023-12-15'); date < '2025-04-01'; date = addDays(date, 1)) {
      for (const [words, months] of Object.entries(phrases)) {
        assert.equal(await readDateWords(words, date), lastDayUpTo(date, months), `${words} on ${date}`);
      }
      assert.equal(await readDateWords('end of next month', date), lastDayUpTo(day(`${date.slice(0, 8)}01`), 1, 31));
    }
  });

  it('counts months from the last days of a month', async () => {
    const known = [
      ['in a month', '2027-01-31', '2027-02-28'],
      ['in 1 month', '2026-08-31', '2026-09-30'],
      ['a month from now', '2026-05-31', '2026-06-30'],
      ['in 13 months', '2026-01-31', '2027-02-28'],
      ['in three months', '2026-05-31', '2026-08-31'],
      ['in six months', '2026-08-31', '2027-02-28'],
      ['next year', '2028-02-29', '2029-02-28'],
      ['in 4 years', '2028-02-29', '2032-02-29'],
    ] as const;
    for (const [words, from, to] of known) assert.equal(await readDateWords(words, day(from)), to, `${words}, ${from}`);
  });

  it('is not guessed from months with days, from quarters, or from months that are over', async () => {
    for (const date of ['2026-11-15', '2027-01-31'].map(day)) {
      for (const words of [
        ...[
          'in 1 month and 3 days',
          'in 1mo 3d',
          'in 2 weeks and a month',
          'in a year and 1 week',
          '2 days after next month',
        ],
        ...[
          'half a quarter',
          'next quarter',
          'in two quarters',
          'last month',
          'a month ago',
          'last year',
          'in 9999 years',
        ],
      ]) {
        assert.equal(typeof (await readDateWords(words, date)), 'object', `${words} on ${date}`);
      }
    }
  });

  it('is the local one at the edges of the world', async () => {
    const zone = process.env.TZ;
    try {
      for (const edge of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo', 'Africa/Cairo']) {
        process.env.TZ = edge;
        assert.equal(await readDateWords('tomorrow', today), '2026-12-01', edge);
        assert.equal(await readDateWords('friday', today), '2026-12-04', edge);
        assert.equal(await readDateWords('in 2 days', '2024-02-28' as CivilDate), '2024-03-01', edge);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('has at most two readings, one where month and day are the same or only one order is a date', () => {
    assert.deepEqual(ambiguousDates('11/12/26', today), ['2026-11-12', '2026-12-11']);
    assert.deepEqual(ambiguousDates('12.12.', today), []);
    assert.deepEqual(ambiguousDates('12.12', today), ['2026-12-12']);
    assert.deepEqual(ambiguousDates('31/12', today), ['2026-12-31']);
    assert.deepEqual(ambiguousDates('31/13', today), []);
  });
});
