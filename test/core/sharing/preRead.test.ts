import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { PeopleDirectory } from '../../../src/core/people/directory';
import { shareablePreRead } from '../../../src/core/sharing/share';
import { rules, uriOf } from '../support/notes';

function preRead(...lines: readonly string[]) {
  const people = new PeopleDirectory([{ name: 'Helena' }, { name: 'Ravi' }], ['Max']);
  const meant = people.find('Helena');
  assert.ok(typeof meant === 'object');
  const path = '1-1s/helena/2026-03-16.md';
  const file = { uri: uriOf(path), path, text: lines.join('\n') };
  const frameworks = builtInFrameworks();
  return shareablePreRead({ file, rules, meeting: 0, person: meant.person, people, me: 'Max', frameworks });
}

describe('A pre-read', () => {
  it('is Signal, Point of View and what the reader waits for, without private lines', () => {
    const shared = preRead(
      ...['## Agenda', '- Budget', '## Follow-ups', '- [ ] @helena Sign the contract', '- [ ] @me Write it'],
      ...['- [ ] @helena Talk to Ravi #private', '- [x] @helena Done', '## Signal', '*Their context.*', 'Two waves.'],
      ...[
        '- Amara says Ravi blocks her #private',
        '## POV',
        '**What is the problem, and why does it matter now?**',
        '',
      ],
      ...[
        'Prices.',
        '',
        '**What do you propose?**',
        '',
        '## Align',
        'Not for paper',
        '## Private',
        'Ravi is difficult.',
      ],
    );
    assert.ok(!('refused' in shared));
    assert.equal(
      shared.text,
      [
        ...['# Helena, 2026-03-16: pre-read', '', '## Signal', '', 'Two waves.', '', '## POV', ''],
        ...['**What is the problem, and why does it matter now?**', '', 'Prices.', ''],
        ...['## What I need', '', '- [ ] **Helena**: Sign the contract', ''],
      ].join('\n'),
    );
  });

  it('is refused when privacy is in doubt', () => {
    assert.ok('refused' in preRead('## Signal', 'Two waves.', '<!-- private -->', 'Ravi'));
  });

  it('says so when there is nothing yet', () => {
    const shared = preRead('## Agenda', '- Budget');
    assert.ok(!('refused' in shared));
    assert.match(shared.text, /pre-read\n\nNothing yet\.\n$/);
  });
});
