import assert from 'node:assert/strict';
import { planPageBlock } from '../../../src/core/noteEdit/insertUnder';
import { planOutcome, planSameAs } from '../../../src/core/noteEdit/existingMeeting';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { applyEdits, type Refusal, type TextEdit } from '../../../src/core/text/edit';

type Plan = (note: ParsedNote) => readonly TextEdit[] | Refusal;

/** The lines of a note after an edit, or `refused`. */
function after(lines: readonly string[], plan: Plan): string[] | 'refused' {
  const note = new ParsedNote(lines.join('\n'));
  const edits = plan(note);
  return 'refused' in edits ? 'refused' : applyEdits(note.text, edits).split('\n');
}

describe('What came of something', () => {
  const outcome = (lines: readonly string[], line: number, words = 'Two *free* hours') =>
    after(lines, (note) => planOutcome(note, line, words));

  it('is written below its item, before what is nested there', () => {
    assert.deepEqual(outcome(['- [x] Drop it', '  for good', '  - nested', '- other'], 0), [
      ...['- [x] Drop it', '  for good', '  - What came of it: Two \\*free\\* hours', '  - nested', '- other'],
    ]);
    assert.deepEqual(outcome(['1. [x] Drop it'], 0), ['1. [x] Drop it', '   - What came of it: Two \\*free\\* hours']);
  });

  it('is the next line of a paragraph', () => {
    assert.deepEqual(outcome(['A budget', '', 'Else'], 0), [
      'A budget',
      'What came of it: Two \\*free\\* hours',
      '',
      'Else',
    ]);
  });

  it('is refused without words, on a heading and on an empty line', () => {
    assert.equal(outcome(['- x'], 0, ' '), 'refused');
    assert.equal(outcome(['# x', ''], 0), 'refused');
    assert.equal(outcome(['# x', ''], 1), 'refused');
  });

  it('stays private below a private line', () => {
    const private_ = ['## Private', '- [x] Drop it'];
    const written = outcome(private_, 1);
    assert.ok(written !== 'refused');
    assert.ok(new ParsedNote(written.join('\n')).isPrivateLine(2));
  });
});

describe('A line joined to an earlier one', () => {
  it('names its words before the fields at its end', () => {
    const same = (line: string) => after([line], (note) => planSameAs(note, 0, 'Lead (a) *project*'));
    assert.deepEqual(same('- Own it'), ['- Own it (was: Lead a \\*project\\*)']);
    assert.deepEqual(same('- [ ] Own it 📅 2026-03-20 ^id'), [
      '- [ ] Own it (was: Lead a \\*project\\*) 📅 2026-03-20 ^id',
    ]);
    assert.equal(
      after(['- x'], (note) => planSameAs(note, 0, '()')),
      'refused',
    );
  });
});

describe('The block on a page', () => {
  const START = '<!-- goals and small changes -->';
  const END = '<!-- /goals and small changes -->';
  const block = (...lines: readonly string[]) => after(lines, (note) => planPageBlock(note, ['> new']));

  it('is added at the end, and later replaced where it is', () => {
    assert.deepEqual(block('# Jane'), ['# Jane', '', START, '> new', END, '']);
    assert.deepEqual(block('# Jane', START, '> old', '> older', END, 'Mine'), [
      ...['# Jane', START, '> new', END, 'Mine'],
    ]);
  });

  it('is refused if one of its lines is missing', () => {
    assert.equal(block(START, '> old', 'Mine'), 'refused');
    assert.equal(block(END, START), 'refused');
  });
});
