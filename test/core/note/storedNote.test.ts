import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { FollowUp } from '../../../src/core/followUp/followUp';
import { NoteIndex } from '../../../src/core/index/noteIndex';
import type { Meeting, Note } from '../../../src/core/note/note';
import { restoreNote, storeNote, type StoredNote } from '../../../src/core/note/storedNote';
import { noteAt, rules } from '../support/notes';

const SAMPLE = 'test/fixtures/sample';

/** A note as it is after its storage in a file. */
function restored(note: Note): Note {
  return restoreNote(JSON.parse(JSON.stringify(storeNote(note))) as StoredNote, rules.statuses);
}

/** All that a note says, as plain data. */
function plain({ meetings, followUps, ...note }: Note): unknown {
  return {
    ...note,
    meetings: meetings.map(plainMeeting),
    followUps: followUps.map(plainFollowUp),
  };
}

function plainMeeting({
  date,
  line,
  endLine,
  heading,
  framework,
  ratings,
  hasSides,
  sections,
  mentions,
}: Meeting): unknown {
  const named = mentions.map(({ line, about, named, private: isPrivate }) => ({ line, about, named, isPrivate }));
  return { date, line, endLine, heading, framework, ratings, hasSides, sections, named };
}

function plainFollowUp(item: FollowUp): unknown {
  const { line, endLine, source, context, continuation, stateCharacter, status, text, fields, owners, tags } = item;
  const { problems, origin, target, meeting, section, private: isPrivate, owedByHeading, words } = item;
  return [
    ...[line, endLine, source, context, continuation, stateCharacter, status, text, fields, owners, tags],
    ...[problems, origin, target, meeting, section, isPrivate, owedByHeading, words, item.due.due, item.due.invalidDue],
  ];
}

describe('A stored note', () => {
  const sample = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => noteAt(file.replaceAll('\\', '/'), readFileSync(path.join(SAMPLE, file), 'utf8')));

  it('says all that it said, for every sample note', () => {
    assert.ok(sample.length > 0);
    for (const note of sample) assert.deepEqual(plain(restored(note)), plain(note), note.uri);
  });

  it('keeps owners by headings, private parts, mentions and carried items', () => {
    const note = noteAt('1-1s/jane/2026-03-09.md', [
      ...['# Jane', '## My actions', '- [ ] one #tag', '- [>] two → [next](2026-03-16.md)', '## Their actions'],
      ...['- [ ] three', '  goes on (from [last](2026-03-02.md), since 2026-02-23)', '- [ ] thank @bo', '## Private'],
      ...['- [!] four 📅 2026-04-01', '**Who do you want to thank?**', '', 'Mei Tanaka. #praise'],
      ...['## Agenda', '### Jane', '- one', '- two', '### Ines', '- three'],
    ]);
    assert.deepEqual(plain(restored(note)), plain(note));
    assert.equal(restored(note).followUps.length, 5);
  });

  it('keeps every form of due date, and carried items with owners, fields and problems', () => {
    const note = noteAt('1-1s/jane/2026-03-09.md', [
      ...['# Jane', '## Their actions', '- [ ] one (due 2026-03-10)', '- [ ] two (due 2026-02-30)', '- [!] three'],
      ...['- [ ] four (due 2026-02-30) (due 2026-03-11)', '- [x] five (due 2026-03-12)', '- [ ] six 📅 2026-03-13'],
      ...['- [ ] seven @bo (due 2026-02-30) #tag (from [last](2026-03-02.md), since 2026-02-23, 2×)'],
      ...['- [ ] Bo: eight 2026-03-14', '- [>] Bo: nine 🔁 every week 📅 2026-03-14 → [next](2026-03-16.md)'],
      ...['- [>] ten', '- [>] [[2026-03-16]]', '- [x] eleven (from [last](2026-03-02.md)) ✅ 2026-03-09'],
    ]);
    assert.deepEqual(plain(restored(note)), plain(note));
    assert.deepEqual(plain(restored(restored(note))), plain(note));
  });

  it('changes nothing in an index when its file is read again', () => {
    const index = new NoteIndex({ me: [], roster: [] });
    index.putAll(sample.map(restored));
    for (const note of sample) assert.equal(index.put(note), undefined, note.uri);
  });
});
