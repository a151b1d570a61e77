import assert from 'node:assert/strict';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { redact } from '../../../src/core/sharing/redact';
import { hinted } from '../../core/support/hinted';
import { noteAt } from '../../core/support/notes';

const LONG = 300_000;
const path = '1-1s/jane-doe/2026-11-30.md';
const filled = (unit: string): string => unit.repeat(LONG / unit.length);

/** Work that grows with the square of the length would take these tests from minutes to hours. */
describe('A line as long as a note', () => {
  it('is read, whatever it repeats', () => {
    for (const unit of ['?', '? ', 'a? ', '(to [2026-11-30](', 'due:2026-11-30 ', '🆔 a,', '`', '@jane ']) {
      assert.equal(
        noteAt(path, `## Thanks\n\n**Who do you want to thank?**\n\n${filled(unit)}`).meetings.length,
        1,
        unit,
      );
      assert.equal(noteAt(path, `- [ ] a ${filled(unit)}`).followUps.length, 1, unit);
    }
  });

  it('is shared', () => {
    assert.equal(redact(new ParsedNote(filled('`'))).text.length, LONG);
  });

  it('is hinted at, where an item has as many lines', () => {
    const item = ['- [ ] a', ...Array.from({ length: LONG / 15 }, () => '  by 2026-11-30')];
    assert.equal(hinted(item).hints.length, item.length - 1);
  });
});
