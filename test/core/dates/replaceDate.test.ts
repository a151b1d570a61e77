import assert from 'node:assert/strict';
import { parseCivilDate } from '../../../src/core/dates/civilDate';
import { replaceDate } from '../../../src/core/dates/replaceDate';

const date = parseCivilDate('2026-12-03')!;

describe('A date replaced in the same format', () => {
  const cases: readonly [string, string][] = [
    ['2026-11-30', '2026-12-03'],
    ['[2026-11-30]', '[2026-12-03]'],
    ['[[2026-11-30]]', '[[2026-12-03]]'],
    ['2026.11.30-1on1-jane', '2026.12.03-1on1-jane'],
    ['2026_11_30', '2026_12_03'],
    ['20261130', '20261203'],
    ['2026-11-30 Jane Doe', '2026-12-03 Jane Doe'],
    ['30 November 2026', '3 December 2026'],
    ['30 november 2026', '3 december 2026'],
    ['30 NOVEMBER 2026', '3 DECEMBER 2026'],
    ['30th November, 2026', '3rd December, 2026'],
    ['03 Nov 2026', '03 Dec 2026'],
    ['November 30, 2026', 'December 3, 2026'],
    ['Nov 30th 2026', 'Dec 3rd 2026'],
    ['Monday, 30 November 2026', 'Thursday, 3 December 2026'],
    ['Mon 30 Nov 2026', 'Thu 3 Dec 2026'],
    ['2026-11-30 (Mon)', '2026-12-03 (Thu)'],
    ['1 May 2026', '3 December 2026'],
  ];
  for (const [old, told] of cases) {
    it(`makes "${told}" of "${old}"`, () => assert.equal(replaceDate(old, date)?.text, told));
  }

  const timed: readonly [string, string][] = [
    ['30 November 2026 (14:00)', '3 December 2026'],
    ['2026-11-30 14:00', '2026-12-03'],
    ['2026-11-30 (14:00–15:00)', '2026-12-03'],
    ['2026-11-30T14:00', '2026-12-03'],
    ['2026-11-30 1400 Jane', '2026-12-03 Jane'],
  ];
  for (const [old, told] of timed) {
    it(`leaves the time of "${old}" out`, () => assert.equal(replaceDate(old, date)?.text, told));
  }

  it('takes no name for a weekday that it is not', () => {
    assert.equal(replaceDate('2026-11-30 Sun Li', date)?.text, '2026-12-03 Sun Li');
    assert.equal(replaceDate('2026-11-30 Monica', date)?.text, '2026-12-03 Monica');
  });

  it('takes no year or word of the text for a time', () => {
    assert.equal(replaceDate('2026-11-30 1on1', date)?.text, '2026-12-03 1on1');
    assert.equal(replaceDate('2026-11-30 – 12 topics', date)?.text, '2026-12-03 – 12 topics');
  });

  it('is not possible in a text without a date', () => {
    assert.equal(replaceDate('Jane Doe', date), undefined);
    assert.equal(replaceDate('30.11.2026', date), undefined);
  });
});
