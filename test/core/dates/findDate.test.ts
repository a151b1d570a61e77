import assert from 'node:assert/strict';
import { findDate } from '../../../src/core/dates/findDate';

describe('A date in a file name or heading', () => {
  it('is read in every unambiguous format', () => {
    for (const text of [
      '2026-11-30',
      '2026.11.30-1on1-jane',
      '20261130',
      '2026/11/30',
      '202611301400 Jane',
      '1on1-2026-11-30-jane',
      '2026_11_30 Jane',
      '30 November 2026 (14:00)',
      'Nov 30, 2026',
      'Monday, 30th November 2026',
      '[2026-11-30]',
      '2026-Nov-30',
      '30-Nov-2026 Jane',
      '30.Nov.2026',
      '30Nov2026',
      '2026 November 30th',
      'Nov-30-2026',
      'the 30th of November 2026',
      '2026\u201111\u201130',
      '2026\u201311\u201330',
      '2026年11月30日',
      '2026년 11월 30일',
      '２０２６年１１月３０日',
    ]) {
      assert.equal(findDate(text)?.date, '2026-11-30', text);
    }
  });

  it('may have a month or day of one digit after the year', () => {
    for (const text of ['2026-2-7', '2026/2/7 Jane', '2026-02-7', '2026年2月7日', '7-Feb-2026', '2026 Feb 7']) {
      assert.equal(findDate(text)?.date, '2026-02-07', text);
    }
  });

  it('is the first of several', () => {
    assert.equal(findDate('30 November 2026, after 2026-11-23')?.date, '2026-11-30');
    assert.equal(findDate('RFC 20268800 of 2026-11-30')?.date, '2026-11-30');
  });

  it('is never guessed', () => {
    for (const text of [
      '30.11.2026',
      '11/12/2026',
      '2026.1.1',
      '26-1-1 plan',
      '30 Nov',
      '30 Nov 26',
      '40-Nov-2026',
      'x30-Nov-2026',
      '12026-11-30',
      '1-2026-11-30',
      '2026-11-3014',
      '2026113099',
      'v2026.11.305',
      '99991399',
      '30 Novembre 2026',
      'RFC 20268800',
    ]) {
      assert.equal(findDate(text), undefined, text);
    }
  });
});
