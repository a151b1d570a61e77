import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { composeNote } from '../../../src/core/noteEdit/noteBody';
import { nextNoteContent } from '../../../src/core/newNote/content';
import { day, indexOf } from '../support/notes';

const STATUS = ['## Status', 'Done and merged, the rest on Friday.', '## <b>People</b>', ''];

describe('The next note', () => {
  const [framework] = builtInFrameworks();
  assert.ok(framework);
  const old = Object.fromEntries(['02', '09', '16'].map((on) => [`1-1s/jane/2026-03-${on}.md`, STATUS]));
  const contentFrom = (notes: Readonly<Record<string, readonly string[]>>, held = framework) =>
    nextNoteContent({
      person: { key: 'jane', name: 'Jane' },
      framework: held,
      date: day('2026-03-23'),
      meetings: indexOf(notes).meetingsWith('jane'),
      hasPrivateSection: false,
      brought: { agenda: [], followUps: [], privateFollowUps: [] },
    });

  it('judges nobody: a note that a report may read says nothing of what the last ones were about', () => {
    assert.doesNotMatch(composeNote(contentFrom(old)).text, /status|empty/);
  });

  it('asks a question of two sections once, and another one in the second section', () => {
    const [section] = framework.sections;
    assert.ok(section);
    const two = [section, { ...section, id: 'again', title: 'Again' }];
    const { sections } = contentFrom({}, { ...framework, sections: two });
    const asked = sections.flatMap(({ questions }) => questions);
    assert.equal(asked.length, 2 * section.ask);
    assert.equal(new Set(asked).size, asked.length);
  });
});
