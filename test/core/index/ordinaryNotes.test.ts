import assert from 'node:assert/strict';
import { indexOf } from '../support/notes';

const FOLDERS = [
  'docs',
  'blog',
  'journal',
  'recipes',
  'Meetings',
  'Projects/Apollo',
  'Areas/Health',
  'Books',
  'src/guide',
  '',
];
const SUBJECTS = [
  'Onboarding checklist',
  'Architecture overview',
  'Lentil soup',
  'Ship the release',
  'Roadmap review',
  'Notes on Middlemarch',
  'Berlin trip',
  'Ada Lovelace',
  'Weekly sync',
  'Team retro',
  'Ratio 1 to 2',
  'Version 2-1-1',
  'Aspect 16:9',
];
const BODIES = [
  ['Some text about it.', '', '- a point', '- [ ] a task'],
  ['## Agenda', '- budget', '## Action items', '- [ ] @maria send minutes'],
  ['---', 'title: A page', 'date: 2025-02-03', 'tags: [work]', '---', 'Text.'],
  ['## 2025-02-03', 'Entry.', '## 2025-02-04', 'Entry.'],
  ['Attendees: Maria, Tom, Ana', '', 'We met.'],
];

function ordinaryNotes(count: number): Record<string, readonly string[]> {
  const notes: Record<string, readonly string[]> = {};
  for (let at = 0; at < count; at++) {
    const subject = SUBJECTS[at % SUBJECTS.length] ?? '';
    const folder = FOLDERS[at % FOLDERS.length] ?? '';
    const day = `2025-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`;
    const name = at % 3 === 0 ? `${day} ${subject} ${at}` : `${subject} ${at}`;
    notes[`${folder === '' ? '' : `${folder}/`}${name}.md`] = [`# ${subject}`, ...(BODIES[at % BODIES.length] ?? [])];
  }
  return notes;
}

describe('Ten thousand notes of other kinds', () => {
  it('list no person and no note that is not understood', () => {
    const index = indexOf(ordinaryNotes(10_000));
    assert.equal(index.size, 10_000);
    assert.deepEqual(index.people.all, []);
    assert.deepEqual(index.notUnderstood(), []);
  });
});
