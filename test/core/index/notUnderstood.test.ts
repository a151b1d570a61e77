import assert from 'node:assert/strict';
import { indexOf, uriOf } from '../support/notes';

type Misread = readonly [path: string, lines: readonly string[], reason: string, written?: string];

const header = (...lines: string[]): string[] => ['---', ...lines, '---'];
const TASK = '- [ ] water the ferns';

const MISREAD: readonly Misread[] = [
  // No person.
  ['Talks/Friday.md', header('type: 1on1', 'date: 2026-10-14').concat(TASK), 'noPerson'],
  ['Talks/2026-10-14.md', header('tags: [1on1]').concat(TASK), 'noPerson'],
  ['Talks/chat.md', header('type: one-on-one').concat('# Weekly chat', TASK), 'noPerson'],
  ['Talks/self.md', header('type: 1on1', 'person: Sam Reader', 'date: 2026-10-14').concat(TASK), 'noPerson'],
  ['Talks/2026-10-14 1-1.md', [TASK], 'noPerson'],
  ['Talks/2026-10-14.md', ['# Weekly 1:1', '## Agenda', '- ferns'], 'noPerson'],
  ['Talks/2026-10-14 1-1 Pay talk.md', [TASK], 'noPerson'],
  ['Talks/2026-10-14 1-1 on hiring and the roadmap.md', [TASK], 'noPerson'],
  ['Talks/2026-10-14 1-1 @team.md', [TASK], 'noPerson'],
  ['Talks/2026-10-14 1-1 Lea Roadmap.md', [TASK], 'noPerson'],
  ['1-1s/2026-10-14.md', [TASK], 'noPerson'],
  // Several people.
  ['Talks/a.md', header('type: 1on1', 'people: [Lea Blum, Tom Hart]', 'date: 2026-10-14'), 'severalPeople'],
  ['Talks/2026-10-14 1-1 Lea Blum & Tom Hart.md', [TASK], 'severalPeople'],
  ['Talks/2026-10-14.md', ['# 1:1 Lea Blum <> Tom Hart', '## Action items', '- call'], 'severalPeople'],
  // No date.
  ['Talks/lea.md', header('type: 1on1', 'person: Lea Blum').concat(TASK), 'noDate'],
  ['Talks/lea.md', header('tags: 1on1', 'with: "[[Lea Blum]]"').concat('We talked.'), 'noDate'],
  ['Talks/1-1 Lea Blum.md', header('created: 2026-10-14').concat(TASK), 'noDate'],
  // A date that cannot be read.
  ['1-1s/Lea Blum 21.12.2026.md', [TASK], 'unreadableDate', '21.12.2026'],
  ['1-1s/Lea Blum/03-04-2026.md', ['## Agenda', '- leave'], 'unreadableDate', '03-04-2026'],
  ['Talks/1-1 Lea Blum.md', ['## 21/12/2026', TASK], 'unreadableDate', '21/12/2026'],
  ['Talks/1-1 Lea Blum.md', header('date: soonish').concat(TASK), 'unreadableDate', 'soonish'],
  ['1-1s/Lea Blum.md', ['## 2026-10-14', TASK, '## 21.10.2026', '- leave'], 'unreadableDate', '21.10.2026'],
  // Unreadable front matter.
  ['1-1s/lea-blum/2026-10-14.md', header('mood: "good').concat(TASK), 'frontMatter'],
];

const ARTICLE = ['', 'Ask open questions, and leave time for silence.', ''];

const UNDERSTOOD: readonly (readonly [path: string, lines: readonly string[]])[] = [
  ['Templates/chat.md', header('type: 1on1', 'person:', 'date:').concat('## Agenda', TASK)],
  ['Talks/Template.md', header('type: 1on1').concat('## Agenda', TASK)],
  ['Talks/new.md', header('type: 1on1', 'person: "{{name}}"', 'date: "{{date}}"').concat(TASK)],
  ['Talks/fern.md', header('type: 1on1', 'date: 2026-10-14', 'template: true').concat('{{agenda}}')],
  ['Notes/Listening well.md', header('tags: [1on1]', 'date: 2026-10-14').concat(ARTICLE)],
  ['Notes/Radical Candor.md', header('tags: [1on1]').concat(ARTICLE)],
  ['Notes/Question bank.md', header('tags: [1on1]', 'date: 2026-10-14').concat('- [ ] What was hard?')],
  ['Talks/empty.md', header('type: 1on1').concat('## Agenda')],
  ['Talks/2026-10-14 1-1s.md', ARTICLE],
  ['Talks/2026-10-14 1-1s.md', [TASK]],
  ['Talks/2026-10-14 1-1.md', ARTICLE],
  ['Talks/2026-10-14 Chapter 1-1.md', [TASK]],
  ['Talks/2026-10-14.md', ['# Unit 1:1', TASK]],
  ['Talks/1-1.md', [TASK]],
  ['Lesson 1-1/2026-10-14.md', [TASK]],
  ['Talks/Lea Blum 1-1 ideas.md', [TASK]],
  ['Talks/Questions for a 1-1 21.12.2026.md', [TASK]],
  ['blog/1-1 Lea Blum 21.12.2026.md', [TASK]],
  ['scores/Bonn 1-1 Kiel 21.12.2026.md', ['Two late goals.']],
  ['scores/2026-10-14 Bonn - Kiel 1-1.md', ['Two late goals.']],
  ['Talks/Lea Blum 21.12.2026.md', [TASK]],
  ['1-1s/Lea Blum.md', ['## 2026-10-14', '### Offer of 21.10.2026', TASK]],
  ['1-1s/Lea Blum.md', ['## 2026-10-14', TASK, '## Leave from 21.10.2026', '- two weeks']],
  ['People/Lea Blum.md', header('tags: [1on1]').concat(TASK)],
  ['1-1s/lea-blum/2026-10-14.md', [TASK]],
];

describe('Notes not understood', () => {
  const acquaintance = { me: ['Sam Reader'], roster: [] };

  for (const [path, lines, reason, written] of MISREAD) {
    it(`list ${path} for ${reason}: ${lines.slice(0, 4).join(' ')}`, () => {
      const [found, ...more] = indexOf({ [path]: lines }, acquaintance).notUnderstood();
      assert.deepEqual([found?.problem.kind, found?.problem.written, more], [reason, written, []]);
    });
  }

  for (const [path, lines] of UNDERSTOOD) {
    it(`do not list ${path}: ${lines.slice(0, 4).join(' ')}`, () => {
      assert.deepEqual(indexOf({ [path]: lines }, acquaintance).notUnderstood(), []);
    });
  }

  it('list the copy that a sync tool made, not its original', () => {
    const copy = '1-1s/lea-blum/2026-10-14 (conflicted copy).md';
    const index = indexOf({ '1-1s/lea-blum/2026-10-14.md': TASK, [copy]: TASK });
    assert.deepEqual(
      index.notUnderstood().map(({ note, problem }) => [note.uri, problem.kind]),
      [[uriOf(copy), 'copy']],
    );
  });

  it('are in the order of their paths, however they were added', () => {
    const lines = header('type: 1on1', 'date: 2026-10-14');
    const index = indexOf({ 'c.md': lines, 'a.md': lines, 'b.md': lines });
    assert.deepEqual(
      index.notUnderstood().map(({ note }) => note.uri),
      ['a.md', 'b.md', 'c.md'].map(uriOf),
    );
  });

  it('leave out a note as soon as one of its names is the reader', () => {
    const notes = { 'Talks/2026-10-14 1-1 Lea Blum & Sam Reader.md': TASK };
    assert.equal(indexOf(notes).notUnderstood().length, 1);
    assert.deepEqual(indexOf(notes, acquaintance).notUnderstood(), []);
  });

  it('offer the names in the note, without the reader', () => {
    const path = 'Talks/2026-10-14 1-1 Lea Blum & Tom Hart.md';
    const index = indexOf({ [path]: TASK }, acquaintance);
    const note = index.note(uriOf(path));
    assert.ok(note);
    assert.deepEqual(index.candidatesOf(note), ['Lea Blum', 'Tom Hart']);
  });

  it('give way to the key person, even beside a list of people', () => {
    const lines = header('type: 1on1', 'people: [Lea Blum, Tom Hart]', 'date: 2026-10-14', 'person: Tom Hart');
    const index = indexOf({ 'Talks/a.md': lines }, acquaintance);
    assert.deepEqual(index.notUnderstood(), []);
    assert.equal(index.meetingsWith('tom hart').length, 1);
  });
});
