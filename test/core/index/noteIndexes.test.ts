import assert from 'node:assert/strict';
import { titleOf } from '../../../src/core/followUpList/format';
import { NoteIndexes } from '../../../src/core/index/noteIndexes';
import { noteAt, uriOf } from '../support/notes';

const PATH = '1-1s/jane-doe/2026-11-30.md';
const NOTE = ['# Jane Doe', '', '- [ ] @jane Send the draft', '', '## Private', '', '- [ ] @me Ask about her pay'];

function indexesOf(notes: Readonly<Record<string, readonly string[]>>): NoteIndexes {
  const indexes = new NoteIndexes({ me: [], roster: [] });
  indexes.stage(
    Object.entries(notes).map(([path, text]) => noteAt(path, text)),
    new Set(),
  );
  indexes.commit();
  return indexes;
}

const listed = ({ shown }: NoteIndexes): readonly string[] =>
  shown
    .groups()
    .flatMap((group) => shown.followUpsOf(group))
    .map(titleOf);

describe('While private parts are hidden', () => {
  it('private follow-ups are not listed, and are listed again afterwards', () => {
    const indexes = indexesOf({ [PATH]: NOTE });
    assert.deepEqual(listed(indexes), ['Send the draft', 'Ask about her pay']);
    indexes.hidePrivate(true);
    assert.deepEqual(listed(indexes), ['Send the draft']);
    indexes.hidePrivate(false);
    assert.deepEqual(listed(indexes), ['Send the draft', 'Ask about her pay']);
  });

  it('a private note hides its person, unless another note names the person', () => {
    const indexes = indexesOf({ 'private/jane-doe/2026-11-30.md': ['---', 'type: 1on1', 'person: Jane Doe', '---'] });
    assert.deepEqual(
      indexes.shown.people.all.map(({ name }) => name),
      ['Jane Doe'],
    );
    indexes.hidePrivate(true);
    assert.deepEqual(indexes.shown.people.all, []);
    indexes.put(noteAt(PATH, NOTE));
    assert.deepEqual(
      indexes.shown.people.all.map(({ name }) => name),
      ['Jane Doe'],
    );
  });

  it('what the reader wants to shape with a person is hidden, on the page and in the roster', () => {
    const roster = [{ name: 'Bo', shape: 'Speak up', isDeclared: true }] as const;
    const indexes = new NoteIndexes({ me: [], roster });
    indexes.put(noteAt('People/Jane Doe.md', ['---', 'person: Jane Doe', 'shape: Delegate more', '---']));
    const shapes = (): unknown => indexes.shown.people.all.map(({ shape }) => shape).sort();
    assert.deepEqual(shapes(), ['Delegate more', 'Speak up']);
    indexes.hidePrivate(true);
    assert.deepEqual(shapes(), [undefined, undefined]);
  });

  it('edits are planned with all parts', () => {
    const indexes = indexesOf({ [PATH]: NOTE });
    indexes.hidePrivate(true);
    assert.equal(indexes.all.followUpsIn(uriOf(PATH)).length, 2);
  });

  it('a note that becomes private disappears, and one that is removed is gone', () => {
    const indexes = indexesOf({ [PATH]: NOTE, '1-1s/bo/2026-11-30.md': ['- [ ] @bo Book a room'] });
    indexes.hidePrivate(true);
    const change = indexes.put(noteAt(PATH, ['---', 'private: true', '---', ...NOTE]));
    assert.ok(change?.groups.has('jane doe'));
    assert.deepEqual(listed(indexes), ['Book a room']);
    indexes.remove(uriOf('1-1s/bo/2026-11-30.md'));
    assert.deepEqual(listed(indexes), []);
  });

  it('many notes at once are hidden in the same way', () => {
    const indexes = indexesOf({ [PATH]: NOTE });
    indexes.hidePrivate(true);
    indexes.stage([noteAt(PATH, ['---', 'private: true', '---', ...NOTE]), noteAt('a.md', NOTE)], new Set());
    indexes.commit();
    assert.deepEqual(listed(indexes), ['Send the draft']);
  });

  it('the reader keeps the name that hidden notes show', () => {
    const people = ['Jane Doe', 'Bo Li', 'Cy Fox'];
    const notes = people.map(
      (name, at) =>
        [`private/${at}.md`, ['---', 'type: 1on1', `people: [Max Meyer, ${name}]`, 'date: 2026-11-30', '---']] as const,
    );
    const indexes = indexesOf(Object.fromEntries(notes));
    indexes.hidePrivate(true);
    assert.equal(indexes.shown.people.readerName, 'Max Meyer');
  });
});
