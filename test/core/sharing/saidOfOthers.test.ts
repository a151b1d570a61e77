import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { shareable, type Sharing } from '../../../src/core/sharing/share';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { composeHistory } from '../../../src/core/themes/history';
import { teamSignal } from '../../../src/core/themes/teamSignal';
import { briefAbout, publicDocument, quoted, type Texts } from '../support/briefs';
import { writeDocument } from '../../../src/core/reports/document';
import { day, indexOf, rules, uriOf } from '../support/notes';

const ME = {
  me: ['Max'],
  roster: [
    { name: 'Ravi', relation: 'report', reportsTo: 'Pia' },
    { name: 'Pia', relation: 'manager' },
  ] as const,
};

/** What Amara and Bo said of Ravi. The word `murky` is in each line. */
const texts: Texts = {
  '1-1s/amara/2026-03-02.md': [
    ...['**Who is getting in your way?**', '', 'Ravi, his murky specs', '', '**Who do you want to thank?**', ''],
    ...[
      'Ravi, for murky weather',
      '',
      '## Process',
      '- [x] Review murky specs of Ravi done:2026-01-05',
      '',
      '## Goals',
    ],
    ...['- Need Ravi less, murky as he is'],
  ],
  '1-1s/bo/2026-03-09.md': ['**Who is getting in your way?**', '', '@ravi and murky specs'],
  '1-1s/ravi/2026-03-16.md': ['## Agenda', '- Specs', '## Signal', 'All fine.', '## POV', 'Prices.'],
  '1-1s/pia/2026-03-16.md': ['## Agenda', '- Budget', '## Signal', 'All fine.', '## POV', 'Prices.'],
};

describe('What others said of somebody', () => {
  const index = indexOf(texts, ME);
  const today = day('2026-03-16');

  for (const sharing of ['agenda', 'pre-read', 'recap'] as const satisfies readonly Sharing[]) {
    it(`is not in the ${sharing} for them or for their manager`, () => {
      for (const key of ['ravi', 'pia']) {
        const [path = '', lines = []] = Object.entries(texts).find(([each]) => each.includes(key)) ?? [];
        const person = index.people.get(key);
        assert.ok(person);
        const shared = shareable(
          {
            file: { uri: uriOf(path), path, text: lines.join('\n') },
            rules,
            meeting: 0,
            person,
            people: index.people,
            writer: 'me',
            frameworks: builtInFrameworks(),
          },
          sharing,
        );
        assert.ok(!('refused' in shared));
        assert.doesNotMatch(shared.text, /murky|amara|bo\b/i);
      }
    });
  }

  it('is in their brief for the reader, and gone without private lines', () => {
    const brief = briefAbout('ravi', texts, '2026-03-16', ME);
    assert.match(writeDocument(brief).text, /thankful, in another 1:1\*\* · private\n .*murky weather/);
    assert.doesNotMatch(publicDocument(brief), /murky|amara|bo\b/i);
  });

  it('is not in the history on their page', () => {
    const ravi = index.people.get('ravi');
    assert.ok(ravi);
    const history = quoted(composeHistory(index, ravi, { bank: rules.bank, today, withPrivate: true }), texts);
    assert.doesNotMatch(writeDocument(history).text, /murky/);
  });

  it('is not in the team signal for their manager, with or without names', () => {
    for (const isNamed of [true, false]) {
      const lines = runToCompletion(teamSignal(index, { today, weeks: 4 }, isNamed));
      assert.doesNotMatch(lines.join('\n'), /ravi/i);
    }
  });
});
