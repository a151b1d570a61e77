import assert from 'node:assert/strict';
import type { CivilDate } from '../../../src/core/dates/civilDate';
import { readDateWords } from '../../../src/core/dates/naturalDate';
import { parseQuickAdd } from '../../../src/core/followUp/quickAdd';
import { wordMessage } from '../../../src/core/text/message';

/** A Monday. */
const today = '2026-11-30' as CivilDate;
const people = new Set(['Jane', 'Jane Doe', 'Bob']);

function parse(typed: string) {
  return parseQuickAdd(typed, {
    readDate: (words) => readDateWords(words, today),
    isPerson: (name) => people.has(name),
  });
}

describe('a follow-up typed in one line', () => {
  const lines = {
    '@jane send the draft due:friday': { text: 'send the draft', person: 'jane', owners: ['jane'], due: '2026-12-04' },
    'send the draft @jane due:friday week': {
      text: 'send the draft',
      person: 'jane',
      owners: ['jane'],
      due: '2026-12-11',
    },
    '@jane send the draft due:tomorrow 3pm': {
      text: 'send the draft 3pm',
      person: 'jane',
      owners: ['jane'],
      due: '2026-12-01',
    },
    'read the plan due:friday, then answer': { text: 'read the plan, then answer', owners: [], due: '2026-12-04' },
    'due:in two weeks @jane send the draft': {
      text: 'send the draft',
      person: 'jane',
      owners: ['jane'],
      due: '2026-12-14',
    },
    '@jane due: friday, send the draft': {
      text: 'send the draft',
      person: 'jane',
      owners: ['jane'],
      due: '2026-12-04',
    },
    'Jane: send the draft 📅 2026-12-04': {
      text: 'send the draft',
      person: 'Jane',
      owners: ['Jane'],
      due: '2026-12-04',
    },
    'Jane Doe: @me send the draft @due(tomorrow)': {
      text: 'send the draft',
      person: 'Jane Doe',
      owners: ['me'],
      due: '2026-12-01',
    },
    'Jane: ask @bob about the draft': { text: 'ask @bob about the draft', person: 'Jane', owners: [] },
    'Decision: send the draft': { text: 'Decision: send the draft', owners: [] },
    '@me send the draft': { text: 'send the draft', owners: ['me'] },
    '@jane, @bob send the draft': { text: 'send the draft', owners: ['jane', 'bob'] },
    'ask @bob about the draft #q4': { text: 'ask @bob about the draft #q4', person: 'bob', owners: [] },
    'send the draft → Jane': { text: 'send the draft → Jane', person: 'Jane', owners: [] },
    '[owner:: Jane Doe] send the draft': { text: 'send the draft', person: 'Jane Doe', owners: ['Jane Doe'] },
    'send the draft': { text: 'send the draft', owners: [] },
  };
  for (const [typed, expected] of Object.entries(lines)) {
    it(`is read: ${typed}`, async () => {
      assert.deepEqual(await parse(typed), expected);
    });
  }

  const refused = {
    '@jane send the draft due:11/12': /“11\/12” could be two days/,
    '@jane send the draft due:next friday': /“next friday” could be two days/,
    '@jane send the draft due:soon': /“soon” is not a date/,
    '@jane send the draft @due(someday soon)': /“someday soon” is not a date/,
    '@jane send the draft due:2026-02-30': /“2026-02-30” is not a date/,
    '@jane send the draft due:': /not a date|Type when it is due/,
    '@jane due:friday': /Type what needs to be done/,
    '  ': /Type what needs to be done/,
  };
  for (const [typed, message] of Object.entries(refused)) {
    it(`is refused with the reason: ${JSON.stringify(typed)}`, async () => {
      const result = await parse(typed);
      assert.ok('refused' in result, JSON.stringify(result));
      assert.match(wordMessage(result.refused), message);
    });
  }
});
