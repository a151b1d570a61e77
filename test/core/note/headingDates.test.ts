import assert from 'node:assert/strict';
import { ParsedMarkdown } from '../../../src/core/markdown/parsedMarkdown';
import { titledHeadings, logMeetings } from '../../../src/core/note/meetingSpans';

function datesIn(...lines: readonly string[]): readonly (string | undefined)[] {
  return titledHeadings(new ParsedMarkdown(lines.join('\n\n'))).map(({ date }) => date);
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').length;
  return logMeetings(new ParsedMarkdown(text)).map(
    ({ date, line, endLine }) => `${date} ${line}–${Math.min(endLine, lines - 1)}`,
  );
}

describe('A heading of a log', () => {
  const dressed = [
    ...['2026-11-30', '[2026-11-30]', '[[2026-11-30]]', '[[Daily/2026-11-30|Mon]]', '[Mon 30 Nov](2026-11-30.md)'],
    ...['📅 2026-11-30', '🗓️ **2026-11-30**', '_Monday, November 30, 2026_', '==2026-11-30==', '@2026-11-30'],
    ...['<u>2026-11-30</u>', '<time datetime="2026-11-30">today</time>', '#12 – 2026-11-30', '3. 2026-11-30'],
    ...['2026-11-30: with Jane', 'Mon 2026-11-30', 'Montag, 2026-11-30', 'lundi 2026-11-30', '月曜日 2026年11月30日'],
    ...[
      '1:1 – 2026-11-30',
      'One-on-one 2026-11-30',
      'Meeting 2026-11-30',
      'Week of 2026-11-30',
      'Notes from 30-Nov-2026',
    ],
    ...['1:1 with Jane Doe, 2026-11-30', 'Date: 2026-11-30', 'Session 4 (2026/11/30)'],
    ...['W49 2026-11-30', 'KW 49: 2026-11-30', '2026-W49 (2026-11-30)', 'CW 49, 2026-11-30'],
  ];
  for (const title of dressed) {
    it(`has the date in “${title}”`, () => assert.deepEqual(datesIn(`## ${title}`), ['2026-11-30']));
  }

  for (const title of [
    'Review of 2026-11-30',
    'Deadline 2026-11-30',
    'Goals until 2026-11-30',
    'P1 2026-11-30',
    'Works49 2026-11-30',
    'Plans',
    '30.11.2026',
  ]) {
    it(`has no date in “${title}”`, () => assert.deepEqual(datesIn(`## ${title}`), [undefined]));
  }

  it('has a date after words that come back in another heading of its level', () => {
    assert.deepEqual(datesIn('## Jane & Max 2026-11-23', '## Jane & Max 2026-11-30', '### Jane & Max 2026-11-30'), [
      '2026-11-23',
      '2026-11-30',
      undefined,
    ]);
  });

  it('has no date after such words beside headings that are dates', () => {
    assert.deepEqual(datesIn('# Sprint 2026-11-09', '## 2026-11-10', '# Sprint 2026-11-23'), [
      undefined,
      '2026-11-10',
      undefined,
    ]);
  });

  it('is the title of the whole note at level 1 if it has more words than its date', () => {
    assert.deepEqual(datesIn('# 1:1 Jane Doe, 2026-11-30'), [undefined]);
    assert.deepEqual(datesIn('# Notes 2026-11-30'), [undefined]);
    assert.deepEqual(datesIn('# 2026-11-30'), ['2026-11-30']);
  });
});

describe('A meeting of a log', () => {
  it('contains the sections below its date', () => {
    assert.deepEqual(linesOf('## 2026-11-30\n### Updates\n- a\n## Career\n- b'), ['2026-11-30 0–2']);
  });

  it('contains sections of the level of its date that follow it directly', () => {
    assert.deepEqual(linesOf('## 2026-11-30\n\n---\n\n## Wins\n\n- a\n\n## Risks\n\n- b\n\n# Goals'), [
      '2026-11-30 0–11',
    ]);
  });

  it('contains sections of that level between two dates, and then those after the last date', () => {
    assert.deepEqual(linesOf('## 2026-11-23\n- a\n## Topics\n- b\n## 2026-11-30\n- c\n## Topics\n- d'), [
      '2026-11-23 0–3',
      '2026-11-30 4–7',
    ]);
  });

  it('contains action items of that level', () => {
    assert.deepEqual(linesOf('## 2026-11-30\n- a\n## Action items\n- [ ] b'), ['2026-11-30 0–3']);
  });

  it('ends before other sections of that level if it has text of its own', () => {
    assert.deepEqual(linesOf('## 2026-11-30\n- a\n## 2026-11-23\n- b\n## Career goals\n- c'), [
      '2026-11-30 0–1',
      '2026-11-23 2–3',
    ]);
  });

  it('ends before what is parked for the next one', () => {
    assert.deepEqual(linesOf('## 2026-11-30\n## Topics\n- a\n## Next 1:1\n- b'), ['2026-11-30 0–2']);
  });
});
