import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { composeNote } from '../../../src/core/noteEdit/noteBody';
import { lastStory, nextNoteContent } from '../../../src/core/newNote/content';
import { day, indexOf, noteAt } from '../support/notes';

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

  it('ends a section about action with an empty checkbox, which is no follow-up yet', () => {
    const lift = builtInFrameworks().find(({ id }) => id === 'listen-learn-lift');
    assert.ok(lift);
    const { text } = composeNote(contentFrom({}, lift));
    assert.match(text, /## Lift\n[^#]*\n\n- \[ \] \n$/);
    assert.doesNotMatch(text.slice(0, text.indexOf('## Lift')), /\[ \]/);
    const note = noteAt('1-1s/jane/2026-03-23.md', text);
    assert.deepEqual([note.followUps, note.meetings[0]?.sections.at(-1)?.words], [[], 0]);
    assert.ok(note.meetings[0]?.sections.every(({ prompts }) => prompts.every(({ answered }) => !answered)));
  });

  it('of a story begins with the last one, and asks what of it has happened', async () => {
    const narrate = builtInFrameworks().find(({ id }) => id === 'narrate-the-future');
    assert.ok(narrate);
    const told = ['## The Story', '**What’s the next 6–12 month story we’re building toward?**', 'Every *library*.'];
    const path = '1-1s/jane/2026-01-05.md';
    const storyIn = async (lines: readonly string[]): Promise<string> => {
      const meetings = indexOf({ [path]: lines }).meetingsWith('jane');
      const wish = { framework: narrate, date: day('2026-03-23') };
      const story = await lastStory(wish, meetings, () => Promise.resolve(lines.join('\n')));
      const brought = { agenda: [], followUps: [], privateFollowUps: [] };
      const person = { key: 'jane', name: 'Jane' };
      return composeNote(nextNoteContent({ ...wish, person, meetings, hasPrivateSection: false, brought, story })).text;
    };
    assert.match(
      await storyIn(told),
      /\n> 2026-01-05: Every library\.\n\n\*\*What of the story you told last time has happened\?\*\*\n/,
    );
    for (const lines of [['## Private', ...told.slice(1)], ['Words.'], told.slice(0, 2)]) {
      assert.doesNotMatch(await storyIn(lines), /^>|told last time/m);
    }
  });
});
