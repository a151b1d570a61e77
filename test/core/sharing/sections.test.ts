import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { PeopleDirectory } from '../../../src/core/people/directory';
import { shareableRecap } from '../../../src/core/sharing/share';
import { shareableSections } from '../../../src/core/sharing/sections';
import { rules, uriOf } from '../support/notes';

const path = '1-1s/jane-doe/2026-11-30.md';
const LINES = [
  ...['# Jane Doe', '', 'Before all.', '', '## Agenda', '', '- the loan', '- the move', '', '## Private', '', 'hers'],
  ...['', '## Salary', '', 'too low', '', '- [ ] @me ask HR', '', '## People', '', 'fine', '', '## Ratings', ''],
  ...['[challenge:: 8] [skill:: 5]', '', '## Chart', '', '<!-- one-on-one:chart x -->', '', 'Stretched', ''],
  ...['<!-- /one-on-one:chart -->', '', '## Empty'],
];

function request() {
  const people = new PeopleDirectory([{ name: 'Jane Doe' }], []);
  const person = people.get('jane doe');
  const writer = 'me' as const;
  assert.ok(person);
  return { file: { uri: uriOf(path), path, text: LINES.join('\n') }, rules, meeting: 0, person, people, writer };
}

function sections() {
  const { file, meeting } = request();
  const found = shareableSections(file, meeting, rules, builtInFrameworks());
  assert.ok(!('refused' in found));
  return found;
}

describe('The sections to choose from before sharing', () => {
  it('are those with public text, and only known headings without ratings are selected', () => {
    assert.deepEqual(
      sections().map(({ title, words, count, heldBack }) => [title, words, count, heldBack]),
      [
        ['', 'Before all.', 1, 'unknown'],
        ['Agenda', 'the loan', 2, undefined],
        ['Salary', 'too low', 2, 'unknown'],
        ['People', 'fine', 1, undefined],
        ['Ratings', '[challenge:: 8] [skill:: 5]', 1, 'rated'],
        ['Chart', 'Stretched', 1, 'rated'],
      ],
    );
  });

  it('are left out with their follow-ups if not selected', () => {
    const shared = shareableRecap({
      ...request(),
      without: sections().filter(({ heldBack }) => heldBack !== undefined),
    });
    assert.ok('text' in shared);
    assert.equal(
      shared.text,
      '# Jane Doe, 2026-11-30: recap\n\n## Agenda\n\n- the loan\n- the move\n\n## People\n\nfine\n',
    );
  });
});
