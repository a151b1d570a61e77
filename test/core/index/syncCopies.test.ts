import assert from 'node:assert/strict';
import { noteDiagnostics } from '../../../src/core/assist/diagnostics';
import { indexOf, uriOf } from '../support/notes';

const TEXT = '- [ ] order the badge';
const ORIGINAL = '1-1s/amina-yusuf/2026-10-14.md';

describe('A copy that a sync tool leaves beside a note', () => {
  for (const name of [
    '2026-10-14 (conflicted copy 2026-10-15 081500)',
    '2026-10-14 (Sam’s conflicted copy 2026-10-15)',
    '2026-10-14 (SFConflict sam 2026-10-15)',
    '2026-10-14.sync-conflict-20261015-081500-QWERTYU',
    '2026-10-14-LAPTOP-7F3K',
    '2026-10-14-Sams-MacBook-Pro',
    '2026-10-14 (1)',
    '2026-10-14 2',
    '2026-10-14 copy',
    'Copy of 2026-10-14',
    '2026-10-14 - Kopie',
    '2026-10-14 copie 2',
    'Kopie von 2026-10-14',
    '2026-10-14 (Konfliktkopie von Sam 2026-10-15)',
    '2026-10-14 (copie en conflit de Sam)',
    '2026-10-14_conflict-20261015-081500',
    '2026-10-14.Conflict',
  ]) {
    it(`is not listed, and a hint names the original: ${name}`, () => {
      const path = `1-1s/amina-yusuf/${name}.md`;
      const index = indexOf({ [ORIGINAL]: TEXT, [path]: TEXT });
      assert.deepEqual(
        index.people.all.map((each) => each.name),
        ['Amina Yusuf'],
      );
      assert.equal(index.followUpsOf('amina yusuf').length, 1);
      assert.equal(index.meetingsWith('amina yusuf').length, 1);
      const note = index.note(uriOf(path));
      assert.ok(note);
      const read = { note, text: TEXT, people: index.people, person: index.personOf(note), writer: 'me' as const };
      const hints = noteDiagnostics({ ...read, problem: index.problemOf(note) });
      assert.deepEqual(
        hints.map(({ message }) => [message.id, message.args]),
        [['meeting.copy', ['2026-10-14']]],
      );
    });
  }

  it('is listed where the original is gone, or of another day', () => {
    const path = '1-1s/amina-yusuf/2026-10-14 (1).md';
    const index = indexOf({ [ORIGINAL]: TEXT, [path]: TEXT });
    assert.equal(index.followUpsOf('amina yusuf').length, 1);
    index.remove(uriOf(ORIGINAL));
    assert.equal(index.followUpsOf('amina yusuf').length, 1);
    assert.equal(index.followUpsOf('amina yusuf')[0]?.note.uri, uriOf(path));
  });

  it('is not the second note of a day', () => {
    const index = indexOf({ [ORIGINAL]: TEXT, '1-1s/amina-yusuf/2026-10-14-2.md': TEXT });
    assert.equal(index.meetingsWith('amina yusuf').length, 2);
  });
});
