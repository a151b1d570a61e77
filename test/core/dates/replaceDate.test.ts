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
    ['30-Nov-2026', '3-Dec-2026'],
    ['03-nov-2026', '03-dec-2026'],
    ['2026 Nov 30', '2026 Dec 3'],
    ['2026-11-9', '2026-12-3'],
    ['2026/2/17', '2026/12/3'],
    ['2026\u201111\u201130', '2026\u201112\u201103'],
    ['2026年11月30日', '2026年12月3日'],
    ['2026年01月05日', '2026年12月03日'],
    ['the 30th of November 2026', 'the 3rd of December 2026'],
    ['[[2026-11-30|Mon 30 Nov]]', '[[2026-12-03|Thu 3 Dec]]'],
    ['[30 November](2026-11-30.md)', '[3 December](2026-12-03.md)'],
    ['[2026-11-30](daily/2026-11-30.md)', '[2026-12-03](daily/2026-12-03.md)'],
    ['Montag, 2026-11-30', 'Donnerstag, 2026-12-03'],
    ['lundi 2026-11-30', 'jeudi 2026-12-03'],
    ['2026年11月30日(月)', '2026年12月3日(木)'],
    ['月曜日 2026-11-30', '木曜日 2026-12-03'],
    ['2026-11-30 星期一', '2026-12-03 星期四'],
    ['2026-11-30 (월)', '2026-12-03 (목)'],
    ['2026-11-30 Dienstag', '2026-12-03 Dienstag'],
    ['2026年11月30日 月島', '2026年12月3日 月島'],
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
    ['202611301400', '20261203'],
    ['20261130T140000', '20261203'],
    ['2026-11-30 2pm', '2026-12-03'],
    ['2026-11-30 at 2:30 pm', '2026-12-03'],
    ['2026-11-30, 14:00–14:30', '2026-12-03'],
  ];
  for (const [old, told] of timed) {
    it(`leaves the time of "${old}" out`, () => assert.equal(replaceDate(old, date)?.text, told));
  }

  it('tells the number of the week anew, with its year', () => {
    const inJanuary = parseCivilDate('2027-01-05')!;
    for (const [old, told] of [
      ['W49 2026-11-30', 'W01 2027-01-05'],
      ['2026-W49 2026-11-30', '2027-W01 2027-01-05'],
      ['2026-11-30 (KW 49)', '2027-01-05 (KW 01)'],
      ['Week 49: 2026-11-30', 'Week 01: 2027-01-05'],
      ['W12 2026-11-30', 'W12 2027-01-05'],
      ['2026-11-30 W49x', '2027-01-05 W49x'],
    ] as const) {
      assert.equal(replaceDate(old, inJanuary)?.text, told);
    }
    assert.equal(replaceDate('W1 2027-01-05', date)?.text, 'W49 2026-12-03');
  });

  it('takes no name for a weekday that it is not', () => {
    assert.equal(replaceDate('2026-11-30 Sun Li', date)?.text, '2026-12-03 Sun Li');
    assert.equal(replaceDate('2026-11-30 Monica', date)?.text, '2026-12-03 Monica');
  });

  it('takes no year or word of the text for a time', () => {
    assert.equal(replaceDate('2026-11-30 1on1', date)?.text, '2026-12-03 1on1');
    assert.equal(replaceDate('2026-11-30 – 12 topics', date)?.text, '2026-12-03 – 12 topics');
    assert.equal(replaceDate('2026-11-30 2580 words', date)?.text, '2026-12-03 2580 words');
  });

  it('is not possible in a text without a date', () => {
    assert.equal(replaceDate('Jane Doe', date), undefined);
    assert.equal(replaceDate('30.11.2026', date), undefined);
  });
});
