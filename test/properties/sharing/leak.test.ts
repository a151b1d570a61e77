import assert from 'node:assert/strict';
import { NoteIndex } from '../../../src/core/index/noteIndex';
import { readNote } from '../../../src/core/note/readNote';
import { copyableText } from '../../../src/core/sharing/followUpText';
import { shareableAgenda, shareableRecap } from '../../../src/core/sharing/share';
import { rules, uriOf } from '../../core/support/notes';
import { countOf, forRandomCases } from '../support/randomCases';
import { noteWithSecrets, type NoteWithSecrets } from './notesWithSecrets';

const NOTES = { usual: 200, long: 50_000 };
/** What is read as private even where sharing the note is refused. */
const SURELY_PRIVATE = ['folder', 'front matter', 'an opening alone'];

/** All that can be shared of a note. */
function sharedOf({ path, text }: NoteWithSecrets): { texts: readonly string[]; refusals: number; copied: string } {
  const file = { uri: uriOf(path), path, text };
  const index = new NoteIndex({ me: [], roster: [{ name: 'Jane Doe' }] });
  const note = readNote(file, rules);
  index.putAll([note]);
  const person = index.people.get('jane doe');
  assert.ok(person);
  const results = [shareableAgenda, shareableRecap].flatMap((share) =>
    Array.from({ length: Math.max(1, note.meetings.length) }, (_, meeting) =>
      share({ file, rules, meeting, person, people: index.people, writer: 'me' }),
    ),
  );
  const copied = copyableText(index.groups().flatMap((group) => index.followUpsOf(group))).text;
  const texts = results.flatMap((result) => ('refused' in result ? [] : [result.text]));
  return { texts, refusals: results.length - texts.length, copied };
}

describe('Whatever is private', () => {
  it('never stands in an agenda, a recap or a copied text, in random notes', () => {
    const shared = new Map<string, number>();
    let publicWords = 0;
    forRandomCases(NOTES, (random) => {
      const note = noteWithSecrets(random);
      const { texts, refusals, copied } = sharedOf(note);
      const told = `${[...note.forms].join(', ')}\n${note.text}\n`;
      for (const text of texts) {
        assert.ok(!text.includes('qz'), `${told}---- shared as\n${text}`);
        publicWords += text.split('pw').length - 1;
      }
      assert.ok(note.whyRefused === undefined || texts.length === 0, `${told}---- shared, and must not be`);
      if (note.whyRefused === undefined || SURELY_PRIVATE.includes(note.whyRefused)) {
        assert.ok(!copied.includes('qz'), `${told}---- copied as\n${copied}`);
      }
      for (const form of refusals === 0 ? note.forms : []) {
        shared.set(form, (shared.get(form) ?? 0) + 1);
      }
    });
    const count = countOf(NOTES);
    // Who refuses everything leaks nothing: each form must have been shared around, again and again.
    assert.equal(shared.size, 30, [...shared.keys()].join(', '));
    assert.ok(
      [...shared.values()].every((times) => times >= count / 200),
      JSON.stringify([...shared]),
    );
    assert.ok(publicWords > count * 5, `${publicWords} words`);
  });
});
