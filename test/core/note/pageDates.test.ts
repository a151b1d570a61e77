import assert from 'node:assert/strict';
import { nextDay, readPageDates } from '../../../src/core/note/pageDates';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { day } from '../support/notes';

const today = day('2026-03-16');

/** The dates on a page, each as its label and its next day. */
function dates(...lines: readonly string[]): string[] {
  return readPageDates(new ParsedNote(lines.join('\n'))).map(
    (date) => `${date.label} ${nextDay(date, today) ?? 'past'}`,
  );
}

describe('The dates on a page', () => {
  it('are those under dates in the front matter, and those in the text', () => {
    assert.deepEqual(
      dates(
        ...['---', 'person: Helena', 'started: 2024-01-01', 'dates:', '  - Board 2026-03-26', '  offsite: 2026-04-02'],
        ...['away-until: 2026-05-01', '---', '# Helena', '- Board on 2026-03-27, papers a week before.', 'No date'],
      ),
      ['Board 2026-03-26', 'offsite 2026-04-02', 'Board 2026-03-27'],
    );
    assert.deepEqual(dates('---', 'dates: [Board 2026-03-26, "Review 2026-04-01"]', '---'), [
      'Board 2026-03-26',
      'Review 2026-04-01',
    ]);
  });

  it('come again each quarter or month from a written day on, or each week on a weekday', () => {
    assert.deepEqual(
      dates(
        '- Board quarterly, from 2025-06-30',
        '- Metrics: 2026-01-31 monthly',
        '- Writes to all every Sunday',
        '- Once 2026-03-15',
      ),
      ['Board 2026-03-30', 'Metrics 2026-03-31', 'Writes to all 2026-03-22', 'Once past'],
    );
  });

  it('are neither impossible days, nor in code, nor parts of numbers', () => {
    assert.deepEqual(dates('- Board 2026-02-30', '```', '2026-03-26', '```', '- v1-2026-03-26-2', '- Sunday'), []);
  });

  it('take the words after the day if none are before it, and no markup', () => {
    assert.deepEqual(
      dates('- 2026-03-26: **Board** <b>', `- ${'long '.repeat(2000)}2026-03-26`).map((each) => each.slice(0, 9)),
      ['Board <b>', 'long long'],
    );
  });
});
