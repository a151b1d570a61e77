import assert from 'node:assert/strict';
import { findDate, headingDate } from '../../../src/core/dates/findDate';

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
    ]) {
      assert.equal(findDate(text)?.date, '2026-11-30', text);
    }
  });

  it('is never guessed', () => {
    for (const text of [
      '30.11.2026',
      '11/12/2026',
      '2026-1-1 plan',
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

  it('makes a heading dated only when the heading begins with it', () => {
    for (const title of [
      '[2026-11-30]',
      '[[2026-11-30]]',
      '2026-11-30: with Jane',
      'Monday, 30 November 2026',
      '1:1 – 2026-11-30',
    ]) {
      assert.equal(headingDate(title), '2026-11-30', title);
    }
    for (const title of ['Review of 2026-11-30', 'Jane Doe, 2026-11-30', 'Plans']) {
      assert.equal(headingDate(title), undefined, title);
    }
  });
});
