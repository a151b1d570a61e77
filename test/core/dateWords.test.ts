import assert from 'node:assert/strict';
import type { CivilDate } from '../../src/core/civilDate';
import { possibleDates, readDateWords } from '../../src/core/dateWords';

/** A Monday. */
const today = '2026-11-30' as CivilDate;

async function refusalOf(words: string): Promise<string> {
  const result = await readDateWords(words, today);
  return typeof result === 'string' ? `read as ${result}` : result.refused;
}

describe('a date in words', () => {
  const known = {
    today: '2026-11-30',
    tomorrow: '2026-12-01',
    'the day after tomorrow': '2026-12-02',
    friday: '2026-12-04',
    'by Friday': '2026-12-04',
    'next friday': '2026-12-11',
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
    '2026-12-04': '2026-12-04',
    ' 2026-12-04 ': '2026-12-04',
  };
  for (const [words, date] of Object.entries(known)) {
    it(`“${words}” on a Monday is ${date}`, async () => {
      assert.equal(await readDateWords(words, today), date);
    });
  }

  it('is not guessed from digits whose order is anybody’s: both days are offered', async () => {
    assert.equal(await refusalOf('11/12'), '“11/12” could be two days: write 2026-11-12 or 2026-12-11.');
    assert.equal(await refusalOf('11.12.2027'), '“11.12.2027” could be two days: write 2027-11-12 or 2027-12-11.');
    assert.equal(
      await refusalOf('30.11.2026'),
      '“30.11.2026” is not read as a day: write it like 2026-11-30, or “next friday”.',
    );
  });

  for (const words of [
    ...['11-12', '11-12-26', '2026/12/04', 'friday 11/12', '1.5 weeks', '5 dec 26', 'dec 5 26', '2026-02-30', '30 feb'],
    ...['', 'soon', 'march', 'this week', 'next quarter', 'friday 3pm', 'in 3 hours', 'monday to friday', 'the 5th'],
    ...['friday with Jane', 'ask on friday', '12', '2027', '__proto__', 'constructor'],
  ]) {
    it(`is not guessed from ${JSON.stringify(words)}`, async () => {
      assert.match(await refusalOf(words), /is not read as a day|could be two days/);
    });
  }

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
    assert.deepEqual(possibleDates('11/12/26', today), ['2026-11-12', '2026-12-11']);
    assert.deepEqual(possibleDates('12.12.', today), []);
    assert.deepEqual(possibleDates('12.12', today), ['2026-12-12']);
    assert.deepEqual(possibleDates('31/12', today), ['2026-12-31']);
    assert.deepEqual(possibleDates('31/13', today), []);
  });
});
