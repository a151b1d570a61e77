import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { addDays, type CivilDate } from '../../../src/core/dates/civilDate';
import { findDate } from '../../../src/core/dates/findDate';
import { replaceDate } from '../../../src/core/dates/replaceDate';
import { dialects, type DateField, writeField } from '../../../src/core/taskText/dialects';
import { readFields } from '../../../src/core/taskText/fields';
import type { DialectId } from '../../../src/core/taskText/taskFields';
import { forRandomCases } from '../support/randomCases';

const FIRST = '2000-01-01' as CivilDate;
const DAYS = 36_500;

const TITLES = [
  ...[
    '2026-11-30',
    '20261130',
    '2026.11.30 1-1 Amina',
    '2026_11_30',
    '2026/11/30',
    'Amina 2026-11-30',
    '2026年11月30日',
  ],
  ...['30 November 2026', '30 Nov 2026', 'Nov 30, 2026', 'Monday, November 30, 2026', 'Mon 30 Nov 2026', '30-Nov-2026'],
  ...['the 30th of November 2026', 'November 30th, 2026', '[[2026-11-30]]', '[[2026-11-30|Mon 30 Nov]]', '2026 Nov 30'],
];
const PIECES = [
  ...[
    '2026-11-30',
    '2026-1-3',
    '20261130',
    '2026-02-30',
    '2026/11/30',
    '30 Nov 2026',
    'Nov 30, 2026',
    '2026年11月30日',
  ],
  ...['Nov', 'Jan', 'May', 'Marco', 'Jane', '1:1', '1-', '30', '12345', '2026', 'W48', ' ', '-', '.', ',', '_', '/'],
];
const FIELDS: readonly DateField[] = ['due', 'scheduled', 'start', 'created', 'done', 'cancelled'];

function randomDay(random: Seeded): CivilDate {
  return addDays(FIRST, random.below(DAYS));
}

describe('A date that is written', () => {
  it('into a title or file name in the style of another one is read again', () => {
    forRandomCases({ usual: 5_000, long: 200_000 }, (random) => {
      const date = randomDay(random);
      const title = random.pick(TITLES);
      const written = replaceDate(title, date)?.text;
      assert.equal(written && findDate(written)?.date, date, `${title} → ${written ?? ''}`);
    });
  });

  it('in ASCII digits is found where it is found in full-width digits', () => {
    forRandomCases({ usual: 20_000, long: 500_000 }, (random) => {
      const text = Array.from({ length: random.between(1, 6) }, () => random.pick(PIECES)).join('');
      const wide = text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      assert.deepEqual(findDate(text), findDate(wide), text);
    });
  });

  it('as a field in any dialect is read again, between other words', () => {
    forRandomCases({ usual: 5_000, long: 200_000 }, (random) => {
      const date = randomDay(random);
      const [dialect, field] = [random.pick(Object.keys(dialects) as DialectId[]), random.pick(FIELDS)];
      const written = writeField(dialect, field, date);
      const text = `send the plan ${written ?? ''}${random.pick(['', ' #ferns', '.', ' and wait'])}`;
      assert.equal(readFields(text).fields[field], written && date, text);
    });
  });
});
