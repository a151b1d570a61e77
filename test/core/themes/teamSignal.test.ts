import assert from 'node:assert/strict';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { teamSignal } from '../../../src/core/themes/teamSignal';
import { MAX, type Texts } from '../support/briefs';
import { day, indexOf } from '../support/notes';

function signal(texts: Texts, isNamed = false): readonly string[] {
  const index = indexOf(texts, {
    ...MAX,
    roster: [
      { name: 'Ravi Patel', aliases: ['Rav'] },
      { name: 'Pia', relation: 'peer' },
    ],
  });
  return runToCompletion(teamSignal(index, { today: day('2026-03-16'), weeks: 4 }, isNamed));
}

const BLOCKERS = '**Who is getting in your way?**';

describe('The team signal', () => {
  const texts: Texts = {
    '1-1s/amara/2026-03-02.md': [
      BLOCKERS,
      '- The server',
      '- Ravi',
      '- Rav again',
      '',
      '#hiring',
      '',
      '## On My Mind',
      '[[Atlas]]',
    ],
    '1-1s/bo/2026-03-09.md': [
      BLOCKERS,
      '- Server',
      '- @ravi',
      '- Patel',
      '',
      '## Private',
      '#hiring',
      '## On My Mind',
      '[[Atlas]]',
    ],
    '1-1s/pia/2026-03-09.md': ['#hiring'],
  };

  it('is what two or more reports name in public, without names', () => {
    assert.deepEqual(signal(texts), ['- Server: in the way of 2 people', '- Atlas: on the mind of 2 people']);
  });

  it('has names if they are asked for, and never a person as a theme', () => {
    const named = signal(texts, true);
    assert.deepEqual(named, ['- Server: in the way of Bo, Amara', '- Atlas: on the mind of Bo, Amara']);
    assert.doesNotMatch(named.join(), /Rav|Patel/);
  });

  it('shows tags and links as plain text', () => {
    const marked = ['## On My Mind', '[[<b>x</b>]] #a_b'];
    const lines = signal({ '1-1s/amara/2026-03-02.md': marked, '1-1s/bo/2026-03-02.md': marked });
    assert.ok(lines.length > 0);
    assert.doesNotMatch(lines.join(), /(?<!\\)</);
  });
});
