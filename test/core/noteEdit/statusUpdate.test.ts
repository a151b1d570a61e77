import assert from 'node:assert/strict';
import { planStatusUpdate } from '../../../src/core/noteEdit/statusUpdate';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { applyEdits } from '../../../src/core/text/edit';
import { wordMessage } from '../../../src/core/text/message';
import { noteAt } from '../support/notes';

/** The note with its status moved, or the reason why not. */
function moved(...lines: readonly string[]): string {
  const text = lines.join('\n');
  const [meeting] = noteAt('1-1s/jane/2026-03-02.md', text).meetings;
  assert.ok(meeting);
  const edits = planStatusUpdate(new ParsedNote(text), meeting);
  return 'refused' in edits ? wordMessage(edits.refused) : applyEdits(text, edits);
}

const wordsIn = (text: string): number =>
  noteAt('1-1s/jane/2026-03-02.md', text).meetings[0]?.sections.reduce((sum, { words }) => sum + words, 0) ?? -1;

describe('The status of a 1:1 as an update', () => {
  it('becomes a quote that counts as no talk, with all that belongs to an item', () => {
    const text = moved(
      '## Status',
      '',
      '- shipped it',
      '  - to all',
      '- next: beta',
      '',
      'Two more',
      'lines.',
      '',
      '## People',
      '',
      'Hm.',
    );
    assert.equal(
      text,
      '## Status\n\n> - shipped it\n>   - to all\n> - next: beta\n\n> Two more\n> lines.\n\n## People\n\nHm.',
    );
    assert.equal(wordsIn(text), 1);
  });

  it('leaves follow-ups, private lines, code, quotes and empty bullets where they are', () => {
    const stays = [
      '- [ ] @jane send it',
      '- secret #private',
      '- ',
      '',
      '*All of it.*',
      '',
      '> said before',
      '',
      '```',
      'code',
      '```',
    ];
    assert.equal(
      moved('## Updates', '', 'Done.', '', ...stays),
      ['## Updates', '', '> Done.', '', ...stays].join('\n'),
    );
  });

  it('is refused without any, and twice', () => {
    assert.match(moved('## People', '', 'Hm.'), /no text under a status heading/);
    assert.match(moved('## Status', '', '> Done.'), /no text under a status heading/);
    assert.match(moved('## Private', '', '### Status', '', 'Hm.'), /no text under a status heading/);
  });
});
